using System.Buffers;
using System.Text;
using XmlJson.Text;

namespace XmlJson.Trees;

// The bytes of texts and values: slices of the source, or of the document's own memory. Bytes once stored never change, so nodes may share them.
public sealed partial class Document
{
    private static readonly SearchValues<char> RareCharacters = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\v\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF");

    private SourceBytes _source;

    internal ReadOnlySpan<byte> TextOf(int row) => TextAt(Node(row).Text);

    internal ReadOnlySpan<byte> TextAt(TextSlice text) =>
        text.Start < 0 ? _source.Slice(~text.Start, text.Length) : _bytes.Slice(text.Start, text.Length);

    /// <summary>Lets texts be slices of these bytes.</summary>
    internal void KeepSource(ReadOnlyMemory<byte> source) => _source = new SourceBytes(source);

    /// <summary>Says that a parser reads a copy of the source, which stays where it is until <see cref="EndReading"/>.</summary>
    internal void ReadFrom(ReadOnlySpan<byte> copy) => _source = _source.ReadFrom(copy);

    /// <summary>Says that the source is read.</summary>
    internal void EndReading() => _source = _source.WithoutCopy();

    /// <summary>Stores bytes, unless they stand in the source already.</summary>
    internal TextSlice StoreText(scoped ReadOnlySpan<byte> text) => new(StoreBytes(text), text.Length);

    /// <summary>Stores bytes, unless they stand in the source already.</summary>
    /// <returns>Where they begin, as <see cref="TextSlice.Start"/> says it.</returns>
    internal int StoreBytes(scoped ReadOnlySpan<byte> text)
    {
        if (_source.TryFind(text, out var offset))
        {
            return ~offset;
        }

        text.CopyTo(_bytes.AddRun(text.Length, out var start));
        return start;
    }

    /// <summary>Stores a string in UTF-8.</summary>
    /// <exception cref="ArgumentException">It holds what XML does not allow (XML 1.0 §2.2 [2]).</exception>
    internal TextSlice StoreText(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text) && !text.ContainsAnyInRange('\0', '\u001F'))
        {
            // As most are that an edit gives: one byte for each character, and none to look at again.
            Ascii.FromUtf16(text, _bytes.AddRun(text.Length, out var first), out _);
            return new TextSlice(first, text.Length);
        }

        CheckCharacters(text);
        var length = Encoding.UTF8.GetByteCount(text);
        var start = _bytes.Reserve(length);
        Encoding.UTF8.GetBytes(text, _bytes.Slice(start, length));
        return new TextSlice(start, length);
    }

    /// <summary>Adds bytes to the text stored last.</summary>
    /// <returns>The whole.</returns>
    internal TextSlice ExtendText(TextSlice text, ReadOnlySpan<byte> more)
    {
        if (text.Length == 0)
        {
            return StoreText(more);
        }

        var (start, length) = text;
        var whole = length + more.Length;
        if (start < 0 && _source.TryFind(more, out var offset) && offset == ~start + length)
        {
            return new TextSlice(start, whole);
        }

        if (start < 0 || !_bytes.TryExtend(start, length, more.Length))
        {
            // A move goes to a block as long as all before it together, so a byte is moved a few times at most, however many pieces come.
            start = _bytes.Reserve(whole);
            TextAt(text).CopyTo(_bytes.Slice(start, length));
        }

        more.CopyTo(_bytes.Slice(start, whole)[length..]);
        return new TextSlice(start, whole);
    }

    /// <summary>Refuses what no document may hold: surrogates without their other half, and characters that are not XML 1.0 §2.2 [2] Char.</summary>
    internal static void CheckCharacters(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(RareCharacters) && !text.ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return;
        }

        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text[i..], out var rune, out var used) != OperationStatus.Done || !Characters.IsAllowed(rune.Value))
            {
                throw new ArgumentException($"The text has U+{(int)text[i]:X4} at index {i}, which XML does not allow (XML 1.0 §2.2 [2]).", nameof(text));
            }

            i += used;
        }
    }
}
