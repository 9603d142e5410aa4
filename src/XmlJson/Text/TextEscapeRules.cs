using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>Element content, as Canonical XML 1.0 §2.3 writes it: <c>&amp; &lt; &gt;</c> and the carriage return are replaced.</summary>
internal readonly struct TextEscapeRules : IEscapeRules
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Special(Vector128<byte> block)
    {
        var low = Vector128.LessThan(block, Vector128.Create((byte)' '));
        var allowed = Vector128.Equals(block, Vector128.Create((byte)'\n')) | Vector128.Equals(block, Vector128.Create((byte)'\t'));
        // '<' is 3C and '>' is 3E.
        var angle = Vector128.Equals(block | Vector128.Create((byte)2), Vector128.Create((byte)'>'));
        return Vector128.AndNot(low, allowed) | angle | Vector128.Equals(block, Vector128.Create((byte)'&'));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Special(Vector256<byte> block)
    {
        var low = Vector256.LessThan(block, Vector256.Create((byte)' '));
        var allowed = Vector256.Equals(block, Vector256.Create((byte)'\n')) | Vector256.Equals(block, Vector256.Create((byte)'\t'));
        // '<' is 3C and '>' is 3E.
        var angle = Vector256.Equals(block | Vector256.Create((byte)2), Vector256.Create((byte)'>'));
        return Vector256.AndNot(low, allowed) | angle | Vector256.Equals(block, Vector256.Create((byte)'&'));
    }

    public static ReadOnlySpan<byte> Reference(byte special) => special switch
    {
        (byte)'&' => "&amp;"u8,
        (byte)'<' => "&lt;"u8,
        (byte)'>' => "&gt;"u8,
        (byte)'\r' => "&#xD;"u8,
        _ => [],
    };
}
