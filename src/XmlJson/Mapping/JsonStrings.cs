using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using XmlJson.Text;

namespace XmlJson.Mapping;

/// <summary>Puts scalars of JSON on an <see cref="EventTape"/> as text that XML can hold.</summary>
internal sealed class JsonStrings(EventTape tape, InvalidCharacterPolicy invalidCharacters, LossRecorder losses)
{
    private byte[] _scratch = new byte[256];

    /// <summary>A scalar as text of the last row: a number as its digits stand, null as nothing.</summary>
    /// <param name="reader">Stands on the scalar.</param>
    /// <param name="tellsType">Whether a type that is lost is told here.</param>
    /// <returns>The text's length in bytes.</returns>
    public int AppendValue(ref Utf8JsonReader reader, bool tellsType = true)
    {
        var value = reader.ValueSpan;
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return AppendString(value, reader.ValueIsEscaped, Readable(ref reader));
            case JsonTokenType.Null:
                return 0;
            default:
                if (tellsType)
                {
                    losses.Add(MappingLossKind.ValueType);
                }

                value.CopyTo(tape.Reserve(value.Length));
                tape.Advance(value.Length);
                return value.Length;
        }
    }

    /// <summary>A string, or the text of a JSON comment, as text of the last row.</summary>
    /// <param name="raw">What stands between the quotes.</param>
    /// <param name="isEscaped">Whether it has escapes.</param>
    /// <param name="readable">How many bytes are readable from its first on.</param>
    /// <returns>The text's length in bytes.</returns>
    public int AppendString(ReadOnlySpan<byte> raw, bool isEscaped, int readable = 0)
    {
        // An escape of two bytes may become U+FFFD, of three.
        var room = tape.Reserve(isEscaped ? checked((int)((raw.Length * 3L / 2) + 1)) : raw.Length);
        if (!isEscaped && readable - raw.Length >= AsciiText.Overlap)
        {
            if (AsciiText.Copy(ref MemoryMarshal.GetReference(raw), raw.Length, ref MemoryMarshal.GetReference(room)) || Utf8Validator.IsValid(raw))
            {
                tape.Advance(raw.Length);
                return raw.Length;
            }
        }
        else if (isEscaped && readable - raw.Length >= JsonUnescaper.Overlap
            && JsonUnescaper.Copy(ref MemoryMarshal.GetReference(raw), raw.Length, ref MemoryMarshal.GetReference(room), out var copied, out var isAscii) == raw.Length
            && (isAscii || Utf8Validator.IsValid(raw)))
        {
            tape.Advance(copied);
            return copied;
        }

        ThrowIfNotUtf8(raw);
        var hasNonCharacter = !Ascii.IsValid(raw) && Utf8Text.FindInvalid(raw, out _) >= 0;
        var length = raw.Length;
        var replaced = 0;
        if (isEscaped)
        {
            length = readable - raw.Length >= JsonUnescaper.Overlap
                ? JsonText.UnescapePadded(raw, room, out replaced)
                : JsonText.Unescape(raw, room, allowsAll: false, out replaced);
        }
        else
        {
            raw.CopyTo(room);
        }

        if (hasNonCharacter)
        {
            replaced += JsonText.ReplaceNonCharacters(room[..length]);
        }

        if (replaced > 0)
        {
            ReportInvalidCharacters();
        }

        tape.Advance(length);
        return length;
    }

    /// <summary>Adds a row for a string that needs no more than to be copied, with its short escapes resolved.</summary>
    /// <returns>The row's number, or -1 when nothing was added.</returns>
    public int TryAdd(EventKind kind, int key, long offset, scoped ref Utf8JsonReader reader) =>
        reader.TokenType != JsonTokenType.String ? -1
        : reader.ValueIsEscaped ? tape.TryAddEscaped(kind, key, offset, reader.ValueSpan, Readable(ref reader))
        : tape.TryAdd(kind, key, offset, reader.ValueSpan, Readable(ref reader));

    /// <summary>The same for an attribute, which is linked to its element behind those it has.</summary>
    /// <returns>The row's number, or -1 when nothing was added.</returns>
    public int TryAddAttribute(int owner, EventKind kind, int key, long offset, scoped ref Utf8JsonReader reader)
    {
        var row = TryAdd(kind, key, offset, ref reader);
        if (row >= 0)
        {
            tape.Link(owner, row);
        }

        return row;
    }

    /// <summary>How many bytes are readable from the first one of the string or key that the reader stands on.</summary>
    public int Readable(scoped ref Utf8JsonReader reader) => tape.InputLength - (int)reader.TokenStartIndex - 1;

    /// <summary>A key, escapes resolved; any character may be in it. Valid until the next key is read.</summary>
    public ReadOnlySpan<byte> ReadKey(scoped ref Utf8JsonReader reader)
    {
        var raw = reader.ValueSpan;
        ThrowIfNotUtf8(raw);
        if (_scratch.Length < raw.Length)
        {
            _scratch = new byte[raw.Length * 2];
        }

        var length = raw.Length;
        if (reader.ValueIsEscaped)
        {
            length = JsonText.Unescape(raw, _scratch, allowsAll: true, out var replaced);
            if (replaced > 0)
            {
                ReportInvalidCharacters();
            }
        }
        else
        {
            raw.CopyTo(_scratch);
        }

        return _scratch.AsSpan(0, length);
    }

    /// <summary>A character came that XML cannot hold.</summary>
    public void ReportInvalidCharacters()
    {
        if (invalidCharacters == InvalidCharacterPolicy.Reject)
        {
            losses.Throw(MappingErrorCode.InvalidCharacter, "The string has a character that XML cannot hold, or a lone surrogate.");
        }

        losses.Add(MappingLossKind.InvalidCharacter);
    }

    /// <summary>A <c>Utf8JsonReader</c> looks into a string only when asked for its text.</summary>
    /// <exception cref="JsonException">The string is not UTF-8; its place is added later.</exception>
    public static void ThrowIfNotUtf8(ReadOnlySpan<byte> raw)
    {
        if (!Utf8.IsValid(raw))
        {
            throw new JsonException("The string is not valid UTF-8.");
        }
    }
}
