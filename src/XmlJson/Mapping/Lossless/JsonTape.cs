using System.Buffers;
using System.Text.Json;

namespace XmlJson.Mapping.Lossless;

/// <summary>JSON tokens that wait until it is known whether one of them begins an array: they come at the end and are written from the front.</summary>
internal sealed class JsonTape(JsonOutput output, WrittenKeys keys) : IDisposable
{
    private const int InitialTokens = 256;
    private const int InitialBytes = 4096;
    private const int LargeTokens = 16 * 1024;
    private const int LargeBytes = 512 * 1024;

    private JsonToken[] _tokens = ArrayPool<JsonToken>.Shared.Rent(InitialTokens);
    private byte[] _text = ArrayPool<byte>.Shared.Rent(InitialBytes);
    private int _first;
    private int _end;
    private int _textLength;

    // How many tokens were written before the array's first, so that a token has one number for good.
    private long _gone;

    /// <summary>The number of the token that comes next.</summary>
    public long Next => _gone + _end;

    /// <summary>Whether it has grown so far that the next document should begin with another.</summary>
    public bool IsLarge => _tokens.Length > LargeTokens || _text.Length > LargeBytes;

    /// <summary>Drops every token.</summary>
    public void Clear()
    {
        _gone = 0;
        _first = 0;
        _end = 0;
        _textLength = 0;
    }

    public void Add(JsonTokenKind kind, int key = 0)
    {
        if (_end == _tokens.Length)
        {
            Grow(ref _tokens, _end, 1);
        }

        _tokens[_end++] = new JsonToken { Kind = kind, Key = key, TextStart = _textLength };
    }

    public void Add(JsonTokenKind kind, ReadOnlySpan<byte> text)
    {
        Add(kind);
        if (_text.Length - _textLength < text.Length)
        {
            Grow(ref _text, _textLength, text.Length);
        }

        text.CopyTo(_text.AsSpan(_textLength));
        _textLength += text.Length;
        _tokens[_end - 1].TextLength = text.Length;
    }

    /// <summary>A place that was held becomes the start of an array.</summary>
    public void BeginArrayAt(long token) => _tokens[token - _gone].Kind = JsonTokenKind.StartArray;

    /// <summary>Writes every token before one.</summary>
    public void WriteUntil(long token)
    {
        var end = (int)(token - _gone);
        while (_first < end)
        {
            ref readonly var next = ref _tokens[_first++];
            if (next.Kind == JsonTokenKind.Key)
            {
                WriteMember(keys[next.Key], end);
            }
            else
            {
                Write(in next);
            }
        }

        if (_first == _end)
        {
            _gone += _end;
            _first = 0;
            _end = 0;
            _textLength = 0;
        }
        else if (_first >= InitialTokens && _first >= _end - _first)
        {
            Compact();
        }
    }

    public void Dispose()
    {
        ArrayPool<JsonToken>.Shared.Return(_tokens);
        ArrayPool<byte>.Shared.Return(_text);
        _tokens = [];
        _text = [];
    }

    // A key, and its value with it where that is here already and begins no array after all.
    private void WriteMember(JsonEncodedText key, int end)
    {
        while (_first < end && _tokens[_first].Kind == JsonTokenKind.None)
        {
            _first++;
        }

        if (_first < end && _tokens[_first] is { Kind: JsonTokenKind.String } value)
        {
            _first++;
            output.WriteString(key, TextOf(in value));
        }
        else if (_first < end && _tokens[_first].Kind == JsonTokenKind.StartObject)
        {
            _first++;
            output.WriteStartObject(key);
        }
        else
        {
            output.WriteKey(key);
        }
    }

    private ReadOnlySpan<byte> TextOf(in JsonToken token) => _text.AsSpan(token.TextStart, token.TextLength);

    private void Write(in JsonToken token)
    {
        switch (token.Kind)
        {
            case JsonTokenKind.StartObject:
                output.WriteStartObject();
                break;
            case JsonTokenKind.EndObject:
                output.WriteEndObject();
                break;
            case JsonTokenKind.StartArray:
                output.WriteStartArray();
                break;
            case JsonTokenKind.EndArray:
                output.WriteEndArray();
                break;
            case JsonTokenKind.String:
                output.WriteString(TextOf(in token));
                break;
            case JsonTokenKind.Piece:
                output.WriteSegment(TextOf(in token));
                break;
            case JsonTokenKind.EndOfPieces:
                output.EndSegments();
                break;
            case JsonTokenKind.Null:
                output.WriteNull();
                break;
        }
    }

    private void Compact()
    {
        var text = _tokens[_first].TextStart;
        _tokens.AsSpan(_first, _end - _first).CopyTo(_tokens);
        _text.AsSpan(text, _textLength - text).CopyTo(_text);
        _gone += _first;
        _end -= _first;
        _first = 0;
        _textLength -= text;
        foreach (ref var token in _tokens.AsSpan(0, _end))
        {
            token.TextStart -= text;
        }
    }

    private static void Grow<T>(ref T[] array, int used, int more)
    {
        var grown = ArrayPool<T>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(array.Length * 2L, (long)used + more)));
        array.AsSpan(0, used).CopyTo(grown);
        ArrayPool<T>.Shared.Return(array);
        array = grown;
    }
}
