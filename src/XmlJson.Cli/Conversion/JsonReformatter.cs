using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace XmlJson.Cli;

/// <summary>
/// Writes JSON as JSON: compact, indented, or the items of the root array one a line. Strings and numbers are copied as they are written, so nothing changes but white space. Memory is that of one token, and of one line where items are lines.
/// </summary>
/// <param name="output">Where it goes.</param>
/// <param name="indent">Whether members and items begin lines of their own.</param>
/// <param name="itemsOnLines">Whether the root, when it is an array, is left out, and its items are lines.</param>
internal sealed class JsonReformatter(Stream output, bool indent, bool itemsOnLines)
{
    private const int MaxDepth = 1000;
    private const int Threshold = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _written = new(Threshold);
    private byte[] _buffer = new byte[Threshold];
    private int _used;
    private int _count;
    private bool _isFinal;
    private long _lines;
    private long _bytesInLine;
    private int _depth;
    private bool _afterValue;
    private bool _afterName;
    private bool _rootIsLeftOut;

    private static ReadOnlySpan<byte> Spaces => "                                "u8;

    /// <summary>Copies a JSON text.</summary>
    /// <exception cref="JsonException">It is not JSON, or nested too deep.</exception>
    public void Copy(Stream json)
    {
        var state = new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth });
        do
        {
            Refill(json);
            var reader = new Utf8JsonReader(_buffer.AsSpan(0, _count), _isFinal, state);
            while (reader.Read())
            {
                Write(ref reader);
            }

            state = reader.CurrentState;
            _used = (int)reader.BytesConsumed;
        }
        while (!_isFinal);
        if (!_rootIsLeftOut)
        {
            EndLine();
        }

        Flush();
    }

    // What the reader has left moves to the front. When it could not use anything, twice as much is read before it tries again: so a long token costs no more than reading it twice.
    private void Refill(Stream json)
    {
        var wanted = _used == 0 ? _count * 2 : 1;
        CountLines(_buffer.AsSpan(0, _used));
        _buffer.AsSpan(_used, _count - _used).CopyTo(_buffer);
        _count -= _used;
        if (wanted > _buffer.Length || _count == _buffer.Length)
        {
            Array.Resize(ref _buffer, checked(_buffer.Length * 2));
        }

        do
        {
            var read = json.Read(_buffer, _count, _buffer.Length - _count);
            _isFinal = read == 0;
            _count += read;
        }
        while (!_isFinal && _count < wanted);
    }

    private void CountLines(ReadOnlySpan<byte> bytes)
    {
        var last = bytes.LastIndexOf((byte)'\n');
        _lines += last < 0 ? 0 : bytes.Count((byte)'\n');
        _bytesInLine = last < 0 ? _bytesInLine + bytes.Length : bytes.Length - last - 1;
    }

    private void Write(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Begin(ref reader);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                End(ref reader);
                break;
            case JsonTokenType.PropertyName:
                BeginItem();
                WriteString(ref reader);
                _written.Write(indent ? ": "u8 : ":"u8);
                _afterName = true;
                break;
            default:
                BeginItem();
                WriteScalar(ref reader);
                EndItem();
                break;
        }
    }

    private void Begin(ref Utf8JsonReader reader)
    {
        if (itemsOnLines && reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.StartArray)
        {
            _rootIsLeftOut = true;
            return;
        }

        BeginItem();
        _written.Write(reader.ValueSpan);
        _afterValue = false;
        _depth++;
    }

    private void End(ref Utf8JsonReader reader)
    {
        if (_rootIsLeftOut && _depth == 0)
        {
            return;
        }

        _depth--;
        if (_afterValue)
        {
            BeginLine();
        }

        _written.Write(reader.ValueSpan);
        EndItem();
    }

    private void BeginItem()
    {
        if (_afterName)
        {
            _afterName = false;
            return;
        }

        if (_afterValue)
        {
            _written.Write(","u8);
        }

        if (_depth > 0)
        {
            BeginLine();
        }
    }

    private void EndItem()
    {
        _afterValue = true;
        if (_rootIsLeftOut)
        {
            if (_depth == 0)
            {
                EndLine();
                Flush();
                _afterValue = false;
            }
        }
        else if (_written.WrittenCount >= Threshold)
        {
            Flush();
        }
    }

    private void BeginLine()
    {
        if (!indent)
        {
            return;
        }

        EndLine();
        for (var left = _depth * 2; left > 0; left -= Spaces.Length)
        {
            _written.Write(Spaces[..Math.Min(left, Spaces.Length)]);
        }
    }

    private void EndLine() => _written.Write("\n"u8);

    private void Flush()
    {
        output.Write(_written.WrittenSpan);
        _written.ResetWrittenCount();
    }

    private void WriteScalar(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            WriteString(ref reader);
        }
        else
        {
            _written.Write(reader.ValueSpan);
        }
    }

    private void WriteString(ref Utf8JsonReader reader)
    {
        if (!Utf8.IsValid(reader.ValueSpan))
        {
            CountLines(_buffer.AsSpan(0, (int)reader.TokenStartIndex));
            throw new JsonException("A string holds bytes that are not valid UTF-8.", null, _lines, _bytesInLine);
        }

        _written.Write("\""u8);
        _written.Write(reader.ValueSpan);
        _written.Write("\""u8);
    }
}
