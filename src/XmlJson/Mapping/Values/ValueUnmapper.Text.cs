using System.Text;
using System.Text.Json;
using XmlJson.Text;

namespace XmlJson.Mapping.Values;

// Strings and keys, escaped or not.
internal sealed partial class ValueUnmapper
{
    private byte[] _scratch = new byte[256];

    private static long LengthAtMost(ReadOnlySpan<byte> raw) => (long)raw.Length * EscapedText.Growth;

    private void AppendString(ref Utf8JsonReader reader, out bool isEscaped)
    {
        var length = Copy(ref reader, ref _scratch, 0, out isEscaped);
        AppendText(_scratch.AsSpan(0, length));
    }

    // Copies a string or key as the text it becomes; returns its length.
    private int Copy(ref Utf8JsonReader reader, ref byte[] destination, int start, out bool isEscaped)
    {
        var raw = reader.ValueSpan;
        JsonStrings.ThrowIfNotUtf8(raw);
        isEscaped = false;
        var isPlain = !reader.ValueIsEscaped && !EscapedText.HasSpecial(raw);
        var room = isPlain ? raw.Length : LengthAtMost(raw);
        if (destination.Length - start < room)
        {
            Array.Resize(ref destination, (int)Math.Min(Array.MaxLength, Math.Max(start + room, destination.Length * 2L)));
        }

        if (isPlain)
        {
            raw.CopyTo(destination.AsSpan(start));
            return raw.Length;
        }

        if (_rules.Escape)
        {
            return EscapedText.FromJson(raw, destination.AsSpan(start), out isEscaped);
        }

        return Resolve(raw, ref destination, start);
    }

    // Without escapes: what XML cannot hold is replaced.
    private int Resolve(ReadOnlySpan<byte> raw, ref byte[] destination, int start)
    {
        var end = start;
        while (!raw.IsEmpty)
        {
            var plain = raw.IndexOfAny((byte)'\\', (byte)0xEF);
            var run = plain < 0 ? raw : raw[..plain];
            Append(run, ref destination, ref end);
            raw = raw[run.Length..];
            if (raw.IsEmpty)
            {
                break;
            }

            int code;
            if (raw[0] == '\\')
            {
                raw = raw[1..];
                code = JsonText.ReadEscape(ref raw);
            }
            else
            {
                Rune.DecodeFromUtf8(raw, out var character, out var used);
                code = character.Value;
                raw = raw[used..];
            }

            if (Characters.IsAllowed(code))
            {
                EnsureRoom(ref destination, end, Reference.MaxLength);
                end += new Rune(code).EncodeToUtf8(destination.AsSpan(end));
            }
            else
            {
                Append(Replacement(code), ref destination, ref end);
            }
        }

        return end - start;
    }

    private ReadOnlySpan<byte> Replacement(int code)
    {
        if (_rules.InvalidCharacters == InvalidCharacterPolicy.Reject)
        {
            _losses.Throw(MappingErrorCode.InvalidCharacter, "The string has a character that XML cannot hold, or a lone surrogate.");
        }

        _losses.Add(MappingLossKind.InvalidCharacter);
        if (_rules.Fallback is not { } fallback)
        {
            return "\uFFFD"u8;
        }

        var escape = EscapedText.EscapeOf(code);
        var text = fallback(escape) ?? "";
        var replacement = Encoding.UTF8.GetBytes(text);
        if (replacement.AsSpan().ContainsAny(AllowedText.Controls) || Utf8Text.FindInvalid(replacement, out _) >= 0 || Encoding.UTF8.GetString(replacement) != text)
        {
            _losses.Throw(MappingErrorCode.InvalidCharacter, $"The fallback gave text that XML cannot hold for '{escape}'.");
        }

        return replacement;
    }

    private static void Append(ReadOnlySpan<byte> text, ref byte[] destination, ref int end)
    {
        EnsureRoom(ref destination, end, text.Length);
        text.CopyTo(destination.AsSpan(end));
        end += text.Length;
    }

    private static void EnsureRoom(ref byte[] destination, int end, int more)
    {
        if (destination.Length - end < more)
        {
            Array.Resize(ref destination, (int)Math.Min(Array.MaxLength, Math.Max((long)end + more, destination.Length * 2L)));
        }
    }
}
