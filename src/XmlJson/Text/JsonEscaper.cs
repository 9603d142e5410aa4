using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>Writes text as it stands in a JSON string: what RFC 8259 §7 requires to be escaped is, and nothing else.</summary>
/// <remarks>Text is copied and looked at in the same step, 32 bytes at a time and then 16; the last ones are written one by one as a table says, escaped or not, without a branch.</remarks>
internal static class JsonEscaper
{
    // By byte: what stands for it, the first of at most six bytes lowest, and in the highest byte how many they are.
    private static readonly ulong[] Forms = MakeForms();

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
        var forms = Forms;
        var i = 0;
        var o = 0;
        while (text.Length - i >= Vector256<byte>.Count && destination.Length - o >= Vector256<byte>.Count + sizeof(ulong))
        {
            var bytes = Vector256.LoadUnsafe(ref source, (nuint)i);
            bytes.StoreUnsafe(ref target, (nuint)o);
            if (JsonEscapes.Find(bytes) is var found && found == 0)
            {
                i += Vector256<byte>.Count;
                o += Vector256<byte>.Count;
                continue;
            }

            // There is room for a form behind the block, and so behind a part of it.
            var plain = BitOperations.TrailingZeroCount(found);
            i += plain + 1;
            o += plain;
            o += WriteForm(forms[text[i - 1]], destination[o..]);
        }

        while (text.Length - i >= Vector128<byte>.Count && destination.Length - o >= Vector128<byte>.Count + sizeof(ulong))
        {
            var bytes = Vector128.LoadUnsafe(ref source, (nuint)i);
            bytes.StoreUnsafe(ref target, (nuint)o);
            if (JsonEscapes.Find(bytes) is var found && found == 0)
            {
                i += Vector128<byte>.Count;
                o += Vector128<byte>.Count;
                continue;
            }

            var plain = BitOperations.TrailingZeroCount(found);
            i += plain + 1;
            o += plain;
            o += WriteForm(forms[text[i - 1]], destination[o..]);
        }

        // Without a question, as long as there is room for any form.
        while (i < text.Length && destination.Length - o >= sizeof(ulong))
        {
            o += WriteForm(forms[text[i++]], destination[o..]);
        }

        while (i < text.Length && TryWriteForm(text[i], destination[o..], out var length))
        {
            i++;
            o += length;
        }

        if (i < text.Length)
        {
            TakeBackPart(text, ref i, ref o);
        }

        read = i;
        written = o;
        return i == text.Length;
    }

    /// <summary>Writes what stands for one byte; what is behind it may be overwritten.</summary>
    public static bool TryWriteForm(byte character, Span<byte> destination, out int length)
    {
        var form = Forms[character];
        length = (int)(form >> 56);
        for (var i = 0; i < length && length <= destination.Length; i++)
        {
            destination[i] = (byte)(form >> (8 * i));
        }

        return length <= destination.Length;
    }

    // Returns how much of the eight bytes written is the form.
    private static int WriteForm(ulong form, Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(destination, form);
        return (int)(form >> 56);
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

    private static ulong[] MakeForms()
    {
        var forms = new ulong[256];
        for (var c = 0; c < forms.Length; c++)
        {
            forms[c] = c < ' ' ? Form([.. "\\u00"u8, HexDigits[c >> 4], HexDigits[c & 0xF]]) : Form([(byte)c]);
        }

        forms['\b'] = Form("\\b"u8);
        forms['\t'] = Form("\\t"u8);
        forms['\n'] = Form("\\n"u8);
        forms['\f'] = Form("\\f"u8);
        forms['\r'] = Form("\\r"u8);
        forms['"'] = Form("\\\""u8);
        forms['\\'] = Form("\\\\"u8);
        return forms;
    }

    private static ulong Form(ReadOnlySpan<byte> bytes)
    {
        var form = (ulong)bytes.Length << 56;
        for (var i = 0; i < bytes.Length; i++)
        {
            form |= (ulong)bytes[i] << (8 * i);
        }

        return form;
    }

    private static ReadOnlySpan<byte> HexDigits => "0123456789ABCDEF"u8;
}
