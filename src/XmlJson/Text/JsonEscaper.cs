using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>Writes text as it stands in a JSON string: what RFC 8259 §7 requires to be escaped is, and nothing else.</summary>
/// <remarks>Text is copied and looked at in the same step, 16 bytes at a time and then 8, so only the last seven are looked at one by one.</remarks>
internal static class JsonEscaper
{
    // By character: the escape's bytes, the first lowest, and its length in the highest; 0 where none is needed.
    private static readonly ulong[] Escapes = MakeEscapes();

    /// <summary>Writes as much as there is room for.</summary>
    /// <param name="text">The text, in UTF-8.</param>
    /// <param name="destination">Where it goes; what is behind the written part may be overwritten.</param>
    /// <param name="read">How many bytes of the text were written: whole characters.</param>
    /// <param name="written">How many bytes that took.</param>
    /// <returns>Whether all was written.</returns>
    public static bool TryWrite(ReadOnlySpan<byte> text, Span<byte> destination, out int read, out int written)
    {
        ref var source = ref MemoryMarshal.GetReference(text);
        ref var target = ref MemoryMarshal.GetReference(destination);
        read = 0;
        written = 0;
        while (read < text.Length)
        {
            // Where in what is looked at next the first stands that is to be escaped.
            uint found;
            int looked;
            var room = Math.Min(text.Length - read, destination.Length - written);
            if (room >= Vector128<byte>.Count)
            {
                var bytes = Vector128.LoadUnsafe(ref source, (nuint)read);
                bytes.StoreUnsafe(ref target, (nuint)written);
                found = JsonEscapes.Find(bytes);
                looked = Vector128<byte>.Count;
            }
            else if (room >= Vector64<byte>.Count)
            {
                var bytes = Vector64.LoadUnsafe(ref source, (nuint)read);
                bytes.StoreUnsafe(ref target, (nuint)written);
                found = JsonEscapes.Find(Vector128.Create(bytes, Vector64.Create((byte)' ')));
                looked = Vector64<byte>.Count;
            }
            else
            {
                found = Escapes[text[read]] != 0 ? 1u : 0;
                looked = 1;
                if (found == 0 && room == 0)
                {
                    TakeBackPart(text, ref read, ref written);
                    return false;
                }

                if (found == 0)
                {
                    destination[written] = text[read];
                }
            }

            if (found == 0)
            {
                read += looked;
                written += looked;
                continue;
            }

            var plain = BitOperations.TrailingZeroCount(found);
            read += plain;
            written += plain;
            if (!TryWriteEscape(text[read], destination[written..], out var length))
            {
                return false;
            }

            read++;
            written += length;
        }

        return true;
    }

    /// <summary>Writes the escape of a character that needs one; what is behind it may be overwritten.</summary>
    public static bool TryWriteEscape(byte character, Span<byte> destination, out int length)
    {
        var escape = Escapes[character];
        length = (int)(escape >> 56);
        if (destination.Length >= sizeof(ulong))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(destination, escape);
            return true;
        }

        for (var i = 0; i < length && length <= destination.Length; i++)
        {
            destination[i] = (byte)(escape >> (8 * i));
        }

        return length <= destination.Length;
    }

    // The room may have ended within a character, whose bytes so far stand there as they are.
    private static void TakeBackPart(ReadOnlySpan<byte> text, ref int read, ref int written)
    {
        var start = read;
        while (start > 0 && (text[start] & 0xC0) == 0x80)
        {
            start--;
        }

        if (text[start] >= 0xC0)
        {
            written -= read - start;
            read = start;
        }
    }

    private static ulong[] MakeEscapes()
    {
        var escapes = new ulong[256];
        for (var c = 0; c < ' '; c++)
        {
            escapes[c] = Escape("\\u00"u8) | ((ulong)HexDigits[c >> 4] << 32) | ((ulong)HexDigits[c & 0xF] << 40) | (6UL << 56);
        }

        escapes['\b'] = Escape("\\b"u8);
        escapes['\t'] = Escape("\\t"u8);
        escapes['\n'] = Escape("\\n"u8);
        escapes['\f'] = Escape("\\f"u8);
        escapes['\r'] = Escape("\\r"u8);
        escapes['"'] = Escape("\\\""u8);
        escapes['\\'] = Escape("\\\\"u8);
        return escapes;
    }

    private static ulong Escape(ReadOnlySpan<byte> bytes)
    {
        var escape = bytes.Length == 2 ? 2UL << 56 : 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            escape |= (ulong)bytes[i] << (8 * i);
        }

        return escape;
    }

    private static ReadOnlySpan<byte> HexDigits => "0123456789ABCDEF"u8;
}
