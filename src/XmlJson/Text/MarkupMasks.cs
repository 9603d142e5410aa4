namespace XmlJson.Text;

/// <summary>Answers, one bit a byte, the three questions that the parser asks about a stretch of input: a bitmap for each.</summary>
internal sealed class MarkupMasks
{
    private const int BlockLength = 64;

    // A finder reads a word from any byte of a bitmap, and may begin some bytes behind the end of the input: so many words with every bit set stop it.
    private const int StopWords = 4;

    private ulong[] _words = [];
    private int _stride;

    /// <summary>How many bytes of input there is room for.</summary>
    public int Capacity { get; private set; }

    /// <summary>Could plain text end here? <c>&lt; &amp; ]</c>, carriage return, and control characters that are not allowed.</summary>
    public Span<ulong> TextEnd => _words.AsSpan(0, _stride);

    /// <summary>Could a name in a tag end here? <c>/ = &gt;</c>, white space and control characters.</summary>
    public Span<ulong> NameEnd => _words.AsSpan(_stride, _stride);

    /// <summary>Could a plain attribute value end here? <c>" ' &lt; &amp;</c>, white space but the space, and control characters.</summary>
    public Span<ulong> ValueEnd => _words.AsSpan(2 * _stride, _stride);

    /// <summary>How many blocks of 64 bytes hold so many bytes.</summary>
    public static int BlocksFor(int length) => (int)(((uint)length + BlockLength - 1) / BlockLength);

    /// <summary>Makes room.</summary>
    /// <param name="length">For so many bytes of input.</param>
    public void Reserve(int length)
    {
        if (length > Capacity || _words.Length == 0)
        {
            Resize(length);
        }
    }

    /// <summary>Lets go of memory that only an unusual token needed.</summary>
    /// <param name="kept">The capacity that is kept.</param>
    public void Trim(int kept)
    {
        if (Capacity > kept)
        {
            _words = [];
            _stride = Capacity = 0;
        }
    }

    /// <summary>Makes the input end at a place: every bit from there to the end of its block is set, and those of the blocks that stop a finder behind the last.</summary>
    /// <param name="length">Where it ends.</param>
    /// <param name="blocks">How many blocks were classified.</param>
    public void CloseAt(int length, int blocks)
    {
        Close(TextEnd, length, blocks);
        Close(NameEnd, length, blocks);
        Close(ValueEnd, length, blocks);
    }

    private static void Close(Span<ulong> words, int length, int blocks)
    {
        words.Slice(blocks, StopWords).Fill(ulong.MaxValue);
        words[length / BlockLength] |= ulong.MaxValue << length;
    }

    private void Resize(int length)
    {
        _stride = BlocksFor(length) + StopWords;
        _words = new ulong[3 * _stride];
        Capacity = length;
    }
}
