using System.Buffers.Binary;
using System.Diagnostics;

namespace XmlJson.Text;

/// <summary>Attribute-value normalization, XML 1.0 §3.3.3, of a value whose references were checked before.</summary>
internal static class AttributeValueDecoder
{
    /// <summary>Resolves character references and the five predefined entities, and turns white space into spaces.</summary>
    /// <param name="raw">The value between its quotes, well-formed, with no other entity reference.</param>
    /// <param name="destination">At least as long as <paramref name="raw"/>: nothing grows.</param>
    /// <param name="collapse">Whether to drop leading and trailing spaces and join inner ones, as for all types but CDATA.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Decode(ReadOnlySpan<byte> raw, Span<byte> destination, bool collapse = false)
    {
        Debug.Assert(destination.Length >= raw.Length, "A decoded value is never longer.");
        var written = 0;
        while (!raw.IsEmpty)
        {
            var plain = raw.IndexOfAny("&\r\n\t"u8);
            if (plain < 0)
            {
                plain = raw.Length;
            }

            raw[..plain].CopyTo(destination[written..]);
            written += plain;
            raw = raw[plain..];
            if (raw.IsEmpty)
            {
                break;
            }

            if (raw[0] == '&')
            {
                if (raw.Length >= sizeof(ulong) && Reference.Predefined(BinaryPrimitives.ReadUInt64LittleEndian(raw), out var length) is var character and not 0)
                {
                    destination[written++] = character;
                    raw = raw[length..];
                    continue;
                }

                var end = raw.IndexOf((byte)';');
                written += Reference.Decode(raw[1..end], destination[written..]);
                raw = raw[(end + 1)..];
            }
            else
            {
                destination[written++] = (byte)' ';
                raw = raw.StartsWith("\r\n"u8) ? raw[2..] : raw[1..];
            }
        }

        return collapse ? Spaces.Collapse(destination[..written]) : written;
    }
}
