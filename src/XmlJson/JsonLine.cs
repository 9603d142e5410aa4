using System.Text.Json;
using XmlJson.Mapping;
using XmlJson.Text;

namespace XmlJson;

/// <summary>A line that holds a JSON text, and where it stands.</summary>
/// <param name="Number">The line's number, from 1; blank ones count.</param>
/// <param name="Offset">The number of bytes before it.</param>
/// <param name="Length">How many bytes it has, without its line feed.</param>
/// <param name="Bytes">Its bytes, valid until more is read; none when it is too long.</param>
internal readonly record struct JsonLine(long Number, long Offset, long Length, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The place of its first byte.</summary>
    public TextPosition Start => new(Number, 1, Offset);

    /// <summary>Whether it is longer than is allowed.</summary>
    public bool IsTooLong => Bytes.Length < Length;

    /// <summary>The place in the whole input of a place in the line.</summary>
    public TextPosition Place(TextPosition inLine) => inLine.ByteOffset < 0
        ? inLine
        : new(Number, Utf8Text.CountCharacters(Bytes.Span[..(int)Math.Min(inLine.ByteOffset, Bytes.Length)]) + 1, Offset + inLine.ByteOffset);

    /// <summary>An error of System.Text.Json with the line's number, and that of the record.</summary>
    /// <param name="error">The error, thrown for the line alone.</param>
    /// <param name="record">How many records came before.</param>
    public JsonException Place(JsonException error, long record)
    {
        var inLine = error.BytePositionInLine ?? 0;
        return new JsonException($"Record {record + 1}: {WithoutPlace(error.Message)} LineNumber: {Number - 1} | BytePositionInLine: {inLine}.", null, Number - 1, inLine, error);
    }

    /// <summary>An error of a convention with its place in the whole input, and the record's number.</summary>
    /// <param name="error">The error, thrown for the line alone.</param>
    /// <param name="record">How many records came before.</param>
    public MappingException Place(MappingException error, long record) => new(error.Code, $"Record {record + 1}: {error.Description}", Place(error.Position), error.Path, error);

    // System.Text.Json puts the place behind its sentence.
    private static string WithoutPlace(string message)
    {
        var at = message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        var path = message.IndexOf(" Path: ", StringComparison.Ordinal);
        at = path >= 0 && path < at ? path : at;
        return at < 0 ? message : message[..at];
    }
}
