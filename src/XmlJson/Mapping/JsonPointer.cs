using System.Globalization;
using System.Text;

namespace XmlJson.Mapping;

/// <summary>Builds a JSON Pointer (RFC 6901) step by step.</summary>
internal static class JsonPointer
{
    public static StringBuilder AppendKey(this StringBuilder pointer, ReadOnlySpan<byte> key) =>
        pointer.Append('/').Append(Encoding.UTF8.GetString(key).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));

    public static StringBuilder AppendIndex(this StringBuilder pointer, long index) =>
        pointer.Append(CultureInfo.InvariantCulture, $"/{Math.Max(0, index)}");
}
