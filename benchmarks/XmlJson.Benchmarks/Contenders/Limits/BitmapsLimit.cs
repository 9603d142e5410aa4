using System.Numerics;
using XmlJson.Text;

namespace XmlJson.Benchmarks;

/// <summary>The first half of the parser's work alone: bitmaps of the bytes that matter, and the check of what is not ASCII, stretch by stretch into the same memory.</summary>
internal sealed class BitmapsLimit : LimitContender
{
    private const int BlockLength = 64;

    // As much as the parser classifies at once.
    private const int StretchLength = 8 * 1024;

    private readonly MarkupMasks _masks = new();
    private byte[] _padded = [];
    private long _expectedGlimpse;
    private long _glimpse;
    private int _end;

    public override string Name => "xmljson-bitmaps";

    public override void Prepare(InputDocument document)
    {
        base.Prepare(document);

        // The classifier takes whole blocks. The parser, too, copies the end of a document, so that there is something behind it.
        _padded = new byte[Source.Length + MarkedBytes.Padding];
        Source.CopyTo(_padded, 0);
        _masks.Reserve(StretchLength);
    }

    public override void Run() => _glimpse = Classify(countsAll: false);

    public override void Check()
    {
        if (_end != Source.Length || _glimpse != _expectedGlimpse)
        {
            throw Wrong($"ended at byte {_end} of {Source.Length} and set {_glimpse} bits in the first blocks where {_expectedGlimpse} were expected");
        }

        _end = 0;
        _glimpse = -1;
    }

    public override void Dispose()
    {
        _padded = [];
        base.Dispose();
    }

    protected override long GoOver()
    {
        var bits = Classify(countsAll: true);
        var expected = Source.Sum(Questions);
        if (bits != expected)
        {
            throw Wrong($"set {bits} bits where {expected} were expected");
        }

        _expectedGlimpse = Classify(countsAll: false);
        Run();
        return _end;
    }

    // How many of the three questions that MarkupMasks answers a byte is an answer to, byte by byte and without vectors.
    private static int Questions(byte value) =>
        (value is (byte)'<' or (byte)'&' or (byte)']' or (< 0x20 and not (byte)'\t' and not (byte)'\n') ? 1 : 0)
        + (value is (byte)'/' or (byte)'=' or (byte)'>' or <= 0x20 ? 1 : 0)
        + (value is (byte)'"' or (byte)'\'' or (byte)'<' or (byte)'&' or < 0x20 ? 1 : 0);

    private static int CountBits(ReadOnlySpan<ulong> words, int length)
    {
        var count = 0;
        foreach (var word in words[..(length / BlockLength)])
        {
            count += BitOperations.PopCount(word);
        }

        return count + BitOperations.PopCount(words[length / BlockLength] & ((1UL << length) - 1));
    }

    // Counting all bits takes time that the parser does not spend: while it is measured, one block of a stretch has to do.
    private long Classify(bool countsAll)
    {
        var bits = 0L;
        var position = 0;
        while (position < Source.Length)
        {
            var length = Math.Min(StretchLength, Source.Length - position);
            if (MarkupClassifier.Classify(ref _padded[position], length, _masks))
            {
                var bytes = _padded.AsSpan(position, length);
                length -= position + length < Source.Length ? Utf8Text.IncompleteTail(bytes) : 0;
                if (!Utf8Validator.IsValid(bytes[..length]))
                {
                    break;
                }
            }

            var counted = countsAll ? length : Math.Min(length, BlockLength);
            bits += CountBits(_masks.TextEnd, counted) + CountBits(_masks.NameEnd, counted) + CountBits(_masks.ValueEnd, counted);
            position += length;
        }

        _end = position;
        return bits;
    }
}
