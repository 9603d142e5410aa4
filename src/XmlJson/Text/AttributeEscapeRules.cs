using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>An attribute value in double quotes, as Canonical XML 1.0 §2.3 writes it: <c>&amp; &lt; "</c>, tab, line feed and carriage return are replaced.</summary>
internal readonly struct AttributeEscapeRules : IEscapeRules
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Special(Vector128<byte> block)
    {
        var low = Vector128.LessThan(block, Vector128.Create((byte)' '));
        // '"' is 22 and '&' is 26.
        var quote = Vector128.Equals(block | Vector128.Create((byte)4), Vector128.Create((byte)'&'));
        return low | quote | Vector128.Equals(block, Vector128.Create((byte)'<'));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Special(Vector256<byte> block)
    {
        var low = Vector256.LessThan(block, Vector256.Create((byte)' '));
        // '"' is 22 and '&' is 26.
        var quote = Vector256.Equals(block | Vector256.Create((byte)4), Vector256.Create((byte)'&'));
        return low | quote | Vector256.Equals(block, Vector256.Create((byte)'<'));
    }

    public static ReadOnlySpan<byte> Reference(byte special) => special switch
    {
        (byte)'&' => "&amp;"u8,
        (byte)'<' => "&lt;"u8,
        (byte)'"' => "&quot;"u8,
        (byte)'\t' => "&#x9;"u8,
        (byte)'\n' => "&#xA;"u8,
        (byte)'\r' => "&#xD;"u8,
        _ => [],
    };
}
