using System.Buffers;
using System.Text;
using System.Text.Json;

namespace XmlJson.Mapping;

/// <summary>The JSON being written: checks depth, and passes finished parts on.</summary>
internal sealed partial class JsonOutput(Utf8JsonWriter writer, MappingOptions options, LossRecorder losses)
{
    // A longer string is given in pieces of this length: a Utf8JsonWriter refuses one that is given whole and takes more than 166 MB, escaped.
    private const int WholeStringLimit = 16 * 1024 * 1024;
    // And beyond this, JSON that is made already.
    private const int LongestRaw = int.MaxValue / 3;
    private const int FlushThreshold = 32 * 1024;

    public void WriteStartObject()
    {
        if (_hasKey)
        {
            _hasKey = false;
            WriteStartObject(_key);
            return;
        }

        CheckDepth();
        writer.WriteStartObject();
        BeginContainer(isArray: false);
    }

    public void WriteStartObject(JsonEncodedText key)
    {
        CheckDepth();
        writer.WriteStartObject(key);
        _levels[_depth].Key = key;
        BeginContainer(isArray: false);
    }

    public void WriteEndObject()
    {
        _depth--;
        writer.WriteEndObject();
        FlushWhenMuch();
    }

    public void WriteStartArray()
    {
        if (_hasKey)
        {
            _hasKey = false;
            WriteStartArray(_key);
            return;
        }

        CheckDepth();
        writer.WriteStartArray();
        BeginContainer(isArray: true);
    }

    public void WriteStartArray(JsonEncodedText key)
    {
        CheckDepth();
        writer.WriteStartArray(key);
        _levels[_depth].Key = key;
        BeginContainer(isArray: true);
    }

    public void WriteEndArray()
    {
        _depth--;
        writer.WriteEndArray();
        FlushWhenMuch();
    }

    /// <summary>Says the key of the value that comes next; it is written with it, in one call. Where both are at hand, the methods that take both are faster.</summary>
    public void WriteKey(JsonEncodedText key)
    {
        _key = key;
        _hasKey = true;
    }

    public void WriteNull()
    {
        if (TakeKey(out var key))
        {
            writer.WriteNull(key);
        }
        else
        {
            writer.WriteNullValue();
        }

        FlushWhenMuch();
    }

    public void WriteString(ReadOnlySpan<byte> text)
    {
        if (_hasKey)
        {
            _hasKey = false;
            WriteString(_key, text);
            return;
        }

        _levels[_depth].Items++;
        if (text.Length >= WholeStringLimit)
        {
            WriteLong(text);
        }
        else
        {
            writer.WriteStringValue(Escaped(text));
        }

        FlushWhenMuch();
    }

    public void WriteString(JsonEncodedText key, ReadOnlySpan<byte> text)
    {
        if (text.Length >= WholeStringLimit)
        {
            writer.WritePropertyName(key);
            WriteLong(text);
        }
        else
        {
            writer.WriteString(key, Escaped(text));
        }

        FlushWhenMuch();
    }

    /// <summary>Writes a name or another string that is known to be short.</summary>
    public void WriteString(JsonEncodedText text)
    {
        if (TakeKey(out var key))
        {
            writer.WriteString(key, text);
        }
        else
        {
            writer.WriteStringValue(text);
        }

        FlushWhenMuch();
    }

    /// <summary>Writes the next piece of a string: whole characters. <see cref="EndSegments"/> ends it.</summary>
    public void WriteSegment(ReadOnlySpan<byte> text)
    {
        WriteKeyAlone();
        WritePieces(ref text);
        writer.WriteStringValueSegment(Escaped(text), isFinalSegment: false);
        FlushWhenMuch();
    }

    public void EndSegments()
    {
        WriteKeyAlone();
        _levels[_depth].Items++;
        writer.WriteStringValueSegment(ReadOnlySpan<byte>.Empty, isFinalSegment: true);
    }

    /// <summary>Writes a scalar as JSON that is made already.</summary>
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        if (json.Length > LongestRaw)
        {
            losses.Throw(MappingErrorCode.BufferLimit, $"A value of more than {LongestRaw} bytes cannot be written in one piece.");
        }

        var isItem = _levels[_depth].IsArray;
        WriteKeyAlone();
        _levels[_depth].Items++;
        if (isItem && writer.Options.Indented)
        {
            WriteRawOnLine(json);
        }
        else
        {
            writer.WriteRawValue(json, skipInputValidation: true);
        }

        FlushWhenMuch();
    }

    // A writer that indents does not do so for what is made already: the line's beginning is made a part of it.
    private void WriteRawOnLine(ReadOnlySpan<byte> json)
    {
        var layout = writer.Options;
        var indentation = writer.CurrentDepth * layout.IndentSize;
        var start = layout.NewLine.Length + indentation;
        var line = ArrayPool<byte>.Shared.Rent(checked(start + json.Length));
        Encoding.ASCII.GetBytes(layout.NewLine, line);
        line.AsSpan(layout.NewLine.Length, indentation).Fill((byte)layout.IndentCharacter);
        json.CopyTo(line.AsSpan(start));
        writer.WriteRawValue(line.AsSpan(0, start + json.Length), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(line);
    }

    public void WriteComment(ReadOnlySpan<byte> text) => writer.WriteCommentValue(text);

    public void Flush() => writer.Flush();

    private void WriteLong(ReadOnlySpan<byte> text)
    {
        WritePieces(ref text);
        writer.WriteStringValueSegment(Escaped(text), isFinalSegment: true);
    }

    // All but a rest that may be given whole.
    private void WritePieces(ref ReadOnlySpan<byte> text)
    {
        while (text.Length > WholeStringLimit)
        {
            var length = WholeStringLimit;
            while ((text[length] & 0xC0) == 0x80)
            {
                length--;
            }

            writer.WriteStringValueSegment(Escaped(text[..length]), isFinalSegment: false);
            text = text[length..];
        }
    }

    private void CheckDepth()
    {
        if (writer.CurrentDepth >= options.MaxDepth)
        {
            losses.Throw(MappingErrorCode.DepthLimit, $"The JSON would be deeper than {options.MaxDepth} levels.");
        }
    }

    private void FlushWhenMuch()
    {
        if (writer.BytesPending > FlushThreshold)
        {
            writer.Flush();
        }
    }
}
