using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace XmlJson.Text;

/// <summary>Fills <see cref="MarkupMasks"/>, 64 bytes at a time.</summary>
/// <remarks>
/// <para>Idea: the bytes that matter have different low nibbles within each question, so one table look-up by the low nibble gives the only byte of interest that
/// could stand here, and one comparison tells whether it does. Control characters are found by a minimum.</para>
/// <para>Pseudo code, for each question: hit = (table[b &amp; 15] == b) or (b is a control character, but for those the question lets pass).</para>
/// <para>Where a processor looks up 128 entries at once, the table has the answers to all questions for each ASCII character, a bit each, and no comparison is needed.</para>
/// </remarks>
internal static class MarkupClassifier
{
    private const int BlockLength = 64;

    // Entries that belong to no byte of interest hold 0xFF, whose low nibble is 15; entry 15 itself holds 0 where it is unused.
    private static readonly Vector128<byte> TextTable = Table("<&]"u8);
    private static readonly Vector128<byte> NameTable = Table("/=>"u8);
    private static readonly Vector128<byte> ValueTable = Table("\"'<&"u8);
    private static readonly Vector128<byte> TabAndLineFeed = Table("\t\n"u8);

    // The answers to the three questions, as bits.
    private const byte TextEnd = 1;
    private const byte NameEnd = 2;
    private const byte ValueEnd = 4;

    private static readonly byte[] ScalarClasses = MakeScalarClasses();
    private static readonly Vector512<byte> LowerClasses = Vector512.Create(ScalarClasses, 0);
    private static readonly Vector512<byte> UpperClasses = Vector512.Create(ScalarClasses, Vector512<byte>.Count);

    /// <summary>Classifies bytes.</summary>
    /// <param name="bytes">The first byte; readable up to the end of the last block, which may lie up to 63 bytes behind the input's.</param>
    /// <param name="length">How many bytes count. Every bit behind them is set, as far as a finder looks.</param>
    /// <param name="masks">Has room for them.</param>
    /// <returns>Whether there is a byte that is not ASCII.</returns>
    public static bool Classify(ref byte bytes, int length, MarkupMasks masks)
    {
        var blocks = MarkupMasks.BlocksFor(length);
        var text = masks.TextEnd[..blocks];
        var name = masks.NameEnd[..blocks];
        var value = masks.ValueEnd[..blocks];
        var nonAscii = HasTable128 ? Classify512(ref bytes, text, name, value)
            : Avx2.IsSupported ? Classify256(ref bytes, text, name, value)
            : Vector128.IsHardwareAccelerated ? Classify128(ref bytes, text, name, value)
            : ClassifyScalar(ref bytes, text, name, value);
        masks.CloseAt(length, blocks);
        return nonAscii;
    }

    /// <summary>Whether the processor looks 64 bytes up in a table of 128 at once, and is not slowed down by vectors of that length.</summary>
    internal static bool HasTable128 => Vector512.IsHardwareAccelerated && Avx512Vbmi.IsSupported;

    /// <summary>The plain form of <see cref="Classify"/>, which it must agree with.</summary>
    internal static bool ClassifyScalar(ref byte bytes, Span<ulong> text, Span<ulong> name, Span<ulong> value)
    {
        var all = 0;
        for (var i = 0; i < text.Length; i++)
        {
            ulong textEnd = 0, nameEnd = 0, valueEnd = 0;
            for (var j = 0; j < BlockLength; j++)
            {
                // Safe: the caller promises whole blocks.
                var b = Unsafe.Add(ref bytes, (i * BlockLength) + j);
                var c = ScalarClasses[b];
                all |= b;
                textEnd |= (ulong)(c & TextEnd) << j;
                nameEnd |= (ulong)((c & NameEnd) >> 1) << j;
                valueEnd |= (ulong)((c & ValueEnd) >> 2) << j;
            }

            text[i] = textEnd;
            name[i] = nameEnd;
            value[i] = valueEnd;
        }

        return all >= 0x80;
    }

    /// <summary>Classifies with 128-bit vectors.</summary>
    internal static bool Classify128(ref byte bytes, Span<ulong> text, Span<ulong> name, Span<ulong> value)
    {
        var all = Vector128<byte>.Zero;
        for (var i = 0; i < text.Length; i++)
        {
            ulong textEnd = 0, nameEnd = 0, valueEnd = 0;
            for (var j = 0; j < BlockLength; j += Vector128<byte>.Count)
            {
                // Safe: the caller promises whole blocks.
                var v = Vector128.LoadUnsafe(ref bytes, (nuint)((i * BlockLength) + j));
                all |= v;
                var nibble = v & Vector128.Create((byte)0x0F);
                var control = Vector128.Equals(Vector128.Min(v, Vector128.Create((byte)0x1F)), v);
                var controlOrSpace = Vector128.Equals(Vector128.Min(v, Vector128.Create((byte)' ')), v);
                var allowed = Vector128.Equals(TableLookup.Find(TabAndLineFeed, nibble), v);
                textEnd |= (ulong)(Vector128.Equals(TableLookup.Find(TextTable, nibble), v) | Vector128.AndNot(control, allowed)).ExtractMostSignificantBits() << j;
                nameEnd |= (ulong)(Vector128.Equals(TableLookup.Find(NameTable, nibble), v) | controlOrSpace).ExtractMostSignificantBits() << j;
                valueEnd |= (ulong)(Vector128.Equals(TableLookup.Find(ValueTable, nibble), v) | control).ExtractMostSignificantBits() << j;
            }

            text[i] = textEnd;
            name[i] = nameEnd;
            value[i] = valueEnd;
        }

        return all.ExtractMostSignificantBits() != 0;
    }

    /// <summary>Classifies with 256-bit vectors; <see cref="Avx2"/> must be supported.</summary>
    internal static bool Classify256(ref byte bytes, Span<ulong> text, Span<ulong> name, Span<ulong> value)
    {
        var textTable = Vector256.Create(TextTable, TextTable);
        var nameTable = Vector256.Create(NameTable, NameTable);
        var valueTable = Vector256.Create(ValueTable, ValueTable);
        var tabAndLineFeed = Vector256.Create(TabAndLineFeed, TabAndLineFeed);
        var all = Vector256<byte>.Zero;
        for (var i = 0; i < text.Length; i++)
        {
            // Safe: the caller promises whole blocks.
            var low = Vector256.LoadUnsafe(ref bytes, (nuint)(i * BlockLength));
            var high = Vector256.LoadUnsafe(ref bytes, (nuint)((i * BlockLength) + Vector256<byte>.Count));
            all |= low | high;
            var lowControl = Vector256.Equals(Vector256.Min(low, Vector256.Create((byte)0x1F)), low);
            var highControl = Vector256.Equals(Vector256.Min(high, Vector256.Create((byte)0x1F)), high);
            text[i] = Bits(
                Is(textTable, low) | Vector256.AndNot(lowControl, Is(tabAndLineFeed, low)),
                Is(textTable, high) | Vector256.AndNot(highControl, Is(tabAndLineFeed, high)));
            name[i] = Bits(
                Is(nameTable, low) | Vector256.Equals(Vector256.Min(low, Vector256.Create((byte)' ')), low),
                Is(nameTable, high) | Vector256.Equals(Vector256.Min(high, Vector256.Create((byte)' ')), high));
            value[i] = Bits(Is(valueTable, low) | lowControl, Is(valueTable, high) | highControl);
        }

        return all.ExtractMostSignificantBits() != 0;
    }

    /// <summary>Classifies with 512-bit vectors; <see cref="HasTable128"/> must hold.</summary>
    internal static bool Classify512(ref byte bytes, Span<ulong> text, Span<ulong> name, Span<ulong> value)
    {
        var lower = LowerClasses;
        var upper = UpperClasses;
        var all = 0UL;
        for (var i = 0; i < text.Length; i++)
        {
            // Safe: the caller promises whole blocks.
            var v = Vector512.LoadUnsafe(ref bytes, (nuint)(i * BlockLength));
            var nonAscii = v.ExtractMostSignificantBits();
            all |= nonAscii;

            // The look-up takes no notice of a byte's highest bit.
            var classes = Avx512Vbmi.PermuteVar64x8x2(lower, v, upper);
            text[i] = Having(classes, TextEnd) & ~nonAscii;
            name[i] = Having(classes, NameEnd) & ~nonAscii;
            value[i] = Having(classes, ValueEnd) & ~nonAscii;
        }

        return all != 0;
    }

    private static ulong Having(Vector512<byte> classes, byte bit) => (~Vector512.Equals(classes & Vector512.Create(bit), default)).ExtractMostSignificantBits();

    // The shuffle looks up by the low nibble and gives 0 for bytes from 0x80 on, which equals none of them.
    private static Vector256<byte> Is(Vector256<byte> table, Vector256<byte> bytes) => Vector256.Equals(Avx2.Shuffle(table, bytes), bytes);

    private static ulong Bits(Vector256<byte> low, Vector256<byte> high) =>
        low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << 32);

    private static Vector128<byte> Table(ReadOnlySpan<byte> members)
    {
        Span<byte> table = stackalloc byte[16];
        table.Fill(0xFF);
        table[15] = 0;
        foreach (var b in members)
        {
            table[b & 15] = b;
        }

        return Vector128.Create<byte>(table);
    }

    private static byte[] MakeScalarClasses()
    {
        var classes = new byte[256];
        for (var b = 0; b < 256; b++)
        {
            var text = b is '<' or '&' or ']' or (< 0x20 and not '\t' and not '\n');
            var name = b is '/' or '=' or '>' or <= 0x20;
            var value = b is '"' or '\'' or '<' or '&' or < 0x20;
            classes[b] = (byte)((text ? TextEnd : 0) | (name ? NameEnd : 0) | (value ? ValueEnd : 0));
        }

        return classes;
    }
}
