using XmlJson.Mapping;
using XmlJson.Tests.Reading;

namespace XmlJson.Conformance.Large;

/// <summary>A way to hand over a large document.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Size">The size of its pieces; 0 for the whole document at once.</param>
/// <param name="Divisor">By how much N is smaller in this way.</param>
/// <param name="IsPushed">Whether the pieces are pushed; else they are what a stream gives for each read.</param>
internal sealed record LargeWay(string Name, int Size, int Divisor, bool IsPushed)
{
    /// <summary>Whole, in pieces of 4,096 bytes, and byte by byte, where a tenth of the size is as large.</summary>
    public static IReadOnlyList<LargeWay> All { get; } =
    [
        new("whole", 0, 1, false),
        new("read 4096", 4096, 1, false),
        new("read 1", 1, 10, false),
        new("push 4096", 4096, 1, true),
        new("push 1", 1, 10, true),
    ];

    /// <summary>Reads XML.</summary>
    public LargeReading ReadXml(byte[] document, XmlParserOptions options) => Read((ref EventCounter handler) =>
    {
        using var parser = new Utf8XmlParser(options);
        if (IsPushed)
        {
            for (var i = 0; i < document.Length; i += Size)
            {
                parser.Feed(document.AsSpan(i, Math.Min(Size, document.Length - i)), ref handler);
            }

            parser.Complete(ref handler);
        }
        else if (Size == 0)
        {
            parser.Parse(document, ref handler);
        }
        else
        {
            parser.Parse(new ShortReadStream(document, Size), ref handler);
        }
    });

    /// <summary>Reads JSON.</summary>
    public LargeReading ReadJson(byte[] document) => Read((ref EventCounter handler) =>
    {
        using var source = new JsonSource();
        if (Size == 0)
        {
            source.Parse(document, ref handler);
        }
        else
        {
            source.Parse(new ShortReadStream(document, Size), ref handler);
        }
    });

    public override string ToString() => Name;

    private static LargeReading Read(Reader read)
    {
        var handler = default(EventCounter);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var answer = Answer.Of(() => read(ref handler));
        return new LargeReading(answer, handler.TextBytes, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private delegate void Reader(ref EventCounter handler);
}
