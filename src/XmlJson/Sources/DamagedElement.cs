using XmlJson.Text;

namespace XmlJson;

/// <summary>
/// Looks for the end of an element in bytes that are not well-formed: its end tag, or else its parent's. Comments, CDATA sections and elements of the same name are passed over.
/// </summary>
internal sealed class DamagedElement(ReadOnlySpan<byte> name, ReadOnlySpan<byte> parent, int open, bool inCData)
{
    // A tag that is longer is none.
    private const int LongestTag = 64 * 1024;

    private readonly byte[] _name = name.ToArray();
    private readonly byte[] _parent = parent.ToArray();

    // How many elements of the name are open; none before the start tag that is damaged itself.
    private int _open = open;

    // What ends the section or comment that the bytes are in; null outside of one.
    private byte[]? _sectionEnd = inCData ? CDataEnd : null;

    private static byte[] CDataEnd { get; } = "]]>"u8.ToArray();

    private static byte[] CommentEnd { get; } = "-->"u8.ToArray();

    /// <summary>Where the tag begins that a place lies in; the place itself when it lies in none.</summary>
    public static int FindTokenStart(ReadOnlySpan<byte> bytes, int place)
    {
        var start = bytes[..place].LastIndexOfAny((byte)'<', (byte)'>');
        return start >= 0 && bytes[start] == '<' ? start : place;
    }

    /// <summary>The name in the start tag that bytes begin with; empty when they begin otherwise.</summary>
    public static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> bytes) =>
        bytes is [(byte)'<', .. var rest] && NameEnd(rest) is > 0 and var length ? rest[..length] : [];

    /// <summary>Looks on.</summary>
    /// <param name="bytes">What has come and was not read.</param>
    /// <param name="isLast">Whether nothing follows.</param>
    /// <param name="isOver">Whether the element has ended.</param>
    /// <returns>How many bytes were read: up to the end of its end tag, or the start of its parent's.</returns>
    public int Read(ReadOnlySpan<byte> bytes, bool isLast, out bool isOver)
    {
        isOver = false;
        var position = 0;
        while (true)
        {
            var rest = bytes[position..];
            if (_sectionEnd is not null)
            {
                var end = rest.IndexOf(_sectionEnd);
                if (end < 0)
                {
                    return isLast ? bytes.Length : Math.Max(position, bytes.Length - (_sectionEnd.Length - 1));
                }

                position += end + _sectionEnd.Length;
                _sectionEnd = null;
                continue;
            }

            var next = rest.IndexOf((byte)'<');
            if (next < 0)
            {
                return bytes.Length;
            }

            position += next;
            rest = rest[next..];
            var length = ReadMarkup(rest, isLast || rest.Length > LongestTag, ref isOver);
            if (length < 0)
            {
                return position;
            }

            position += length;
            if (isOver)
            {
                return position;
            }
        }
    }

    // The number of bytes to pass over; negative when more is needed to tell.
    private int ReadMarkup(ReadOnlySpan<byte> rest, bool isWhole, ref bool isOver)
    {
        if (rest is [_, (byte)'!', ..])
        {
            return ReadSection(rest, isWhole);
        }

        if (rest is [_, (byte)'/', .. var end])
        {
            return ReadEndTag(end, isWhole, ref isOver);
        }

        var tag = rest[1..];
        if (!BeginsWithName(tag, _name, isWhole, out var isOpen))
        {
            return isOpen ? -1 : 1;
        }

        var close = tag[..Math.Min(tag.Length, LongestTag)].IndexOf((byte)'>');
        if (close < 0 && !isWhole)
        {
            return -1;
        }

        if (close < 0 || tag[close - 1] != '/')
        {
            _open++;
        }

        isOver = _open == 0;
        return close < 0 ? 1 : close + 2;
    }

    private int ReadSection(ReadOnlySpan<byte> rest, bool isWhole)
    {
        if (rest.StartsWith("<!--"u8))
        {
            _sectionEnd = CommentEnd;
            return 4;
        }

        if (rest.StartsWith("<![CDATA["u8))
        {
            _sectionEnd = CDataEnd;
            return 9;
        }

        return !isWhole && ("<!--"u8.StartsWith(rest) || "<![CDATA["u8.StartsWith(rest)) ? -1 : 1;
    }

    private int ReadEndTag(ReadOnlySpan<byte> tag, bool isWhole, ref bool isOver)
    {
        if (BeginsWithName(tag, _name, isWhole, out var isOpen))
        {
            var close = _name.Length;
            while (close < tag.Length && Characters.IsWhiteSpace(tag[close]))
            {
                close++;
            }

            if (close == tag.Length && !isWhole)
            {
                return -1;
            }

            if (close < tag.Length && tag[close] == '>')
            {
                isOver = --_open <= 0;
                return close + 3;
            }

            return 1;
        }

        var isParentOpen = false;
        if (_parent.Length > 0 && BeginsWithName(tag, _parent, isWhole, out isParentOpen))
        {
            isOver = true;
            return 0;
        }

        return isOpen || isParentOpen ? -1 : 1;
    }

    // Whether the bytes are the name and something that ends it.
    private static bool BeginsWithName(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name, bool isWhole, out bool isOpen)
    {
        isOpen = !isWhole && IsCut(bytes, name);
        return bytes.Length > name.Length && bytes.StartsWith(name) && (Characters.IsWhiteSpace(bytes[name.Length]) || bytes[name.Length] is (byte)'>' or (byte)'/');
    }

    // Whether the bytes may become the name.
    private static bool IsCut(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name) => bytes.Length <= name.Length && name.StartsWith(bytes);

    private static int NameEnd(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAny("> \t\r\n/=\"'<&"u8);
        return end < 0 ? bytes.Length : end;
    }
}
