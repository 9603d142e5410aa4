using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>A name with what stands around it in a tag, told from all else by one comparison of 32 bytes.</summary>
/// <remarks>Pseudo code: ((bytes xor expected) and mask) = 0.</remarks>
internal readonly struct NamePattern
{
    /// <summary>The longest attribute name that a pattern holds, with the space before it and the equals sign and quotation mark behind.</summary>
    public const int MaxAttributeName = 29;

    /// <summary>The longest name that a pattern holds with one byte before it.</summary>
    public const int MaxName = 31;

    /// <summary>The longest sequence that a pattern holds.</summary>
    public const int MaxLead = 32;

    // Nothing in XML holds this byte, so a pattern that nothing matches needs no question of its own.
    private const byte Never = 0xFF;

    private readonly Vector256<byte> _expected;
    private readonly Vector256<byte> _mask;

    private NamePattern(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> mask)
    {
        _expected = Vector256.Create(expected);
        _mask = Vector256.Create(mask);
    }

    /// <summary>A pattern that no input matches; what is not UTF-8 ends the input, but may stand behind it.</summary>
    public static NamePattern None { get; } = ForBytes([Never, Never], 0);

    /// <summary>A space, the name, an equals sign and a quotation mark; of a longer name, a pattern that no input matches.</summary>
    public static NamePattern ForAttribute(ReadOnlySpan<byte> name) => name.Length <= MaxAttributeName ? ForBytes([(byte)' ', .. name, .. "=\""u8], 0) : None;

    /// <summary>All that stands before an attribute's value, just as it is written; of a longer sequence, a pattern that no input matches.</summary>
    public static NamePattern ForLead(ReadOnlySpan<byte> lead) => lead.Length <= MaxLead ? ForBytes(lead, 0) : None;

    /// <summary>Any byte, and the name; of a longer name, a pattern that no input matches.</summary>
    public static NamePattern ForName(ReadOnlySpan<byte> name) => name.Length <= MaxName ? ForBytes([0, .. name], 1) : None;

    /// <summary>Whether it stands here.</summary>
    /// <param name="start">32 bytes must be readable.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Matches(ref byte start)
    {
        // Safe: the caller promises 32 readable bytes.
        if (Vector256.IsHardwareAccelerated)
        {
            return ((Vector256.LoadUnsafe(ref start) ^ _expected) & _mask) == default;
        }

        var low = (Vector128.LoadUnsafe(ref start) ^ _expected.GetLower()) & _mask.GetLower();
        var high = (Vector128.LoadUnsafe(ref start, (nuint)Vector128<byte>.Count) ^ _expected.GetUpper()) & _mask.GetUpper();
        return (low | high) == default;
    }

    /// <summary>Whether it stands here but for the first byte.</summary>
    /// <param name="start">32 bytes must be readable.</param>
    public bool MatchesBehindFirst(ref byte start)
    {
        // Safe: the caller promises 32 readable bytes.
        var differences = (Vector256.LoadUnsafe(ref start) ^ _expected) & _mask;
        return differences.WithElement(0, (byte)0) == default;
    }

    /// <summary>Whether both match the same.</summary>
    public bool Is(in NamePattern other) => _expected == other._expected && _mask == other._mask;

    private static NamePattern ForBytes(ReadOnlySpan<byte> bytes, int from)
    {
        Span<byte> expected = stackalloc byte[Vector256<byte>.Count];
        Span<byte> mask = stackalloc byte[Vector256<byte>.Count];
        expected.Clear();
        mask.Clear();
        bytes.CopyTo(expected);
        mask[from..bytes.Length].Fill(0xFF);
        return new NamePattern(expected, mask);
    }
}
