using System.Text;
using XmlJson.Tests.Reading;

namespace XmlJson.Tests.Laws;

/// <summary>A parser that is reused allocates nothing, and no parse allocates more for more events.</summary>
public class AllocationTests
{
    private static readonly byte[] Small = "<?xml version='1.0' encoding='UTF-8'?><c:a xmlns:c='u' d=\"1&lt;2\"><b e='f\n'>te&amp;xt\r\n</b><![CDATA[x]]><!-- y\r\n --><?p q?></c:a>"u8.ToArray();

    public static TheoryData<string> Ways => ["span", "text", "sequence", "feed", "stream"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_reused_parser_allocates_nothing(string way)
    {
        using var parser = new Utf8XmlParser();
        var read = Reader(way, parser, Repeated(1));
        for (var i = 0; i < 50; i++)
        {
            read();
        }

        Assert.Equal(0, Allocated.Least(read));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void More_events_allocate_no_more(string way)
    {
        using var parser = new Utf8XmlParser();
        var few = Reader(way, parser, Repeated(200));
        var many = Reader(way, parser, Repeated(2000));
        for (var i = 0; i < 20; i++)
        {
            many();
        }

        Assert.Equal(Allocated.Least(few), Allocated.Least(many));
    }

    [Fact]
    public void The_front_door_allocates_nothing()
    {
        var document = Repeated(10);
        void Read()
        {
            var counter = default(EventCounter);
            Xml.Parse(document, ref counter);
        }

        for (var i = 0; i < 50; i++)
        {
            Read();
        }

        Assert.Equal(0, Allocated.Least(Read));
    }

    [Fact]
    public void Strings_of_names_are_made_once()
    {
        using var parser = new Utf8XmlParser();
        var handler = new NameReader();
        var document = Repeated(100);
        void Read() => parser.Parse(document, ref handler);
        for (var i = 0; i < 20; i++)
        {
            Read();
        }

        Assert.Equal(0, Allocated.Least(Read));
        Assert.True(handler.Length > 0);
    }

    private static Action Reader(string way, Utf8XmlParser parser, byte[] document)
    {
        var text = Encoding.UTF8.GetString(document);
        var sequence = CutSequence.Of(document, Cuts.Chunks(document.Length, 37));
        var stream = new MemoryStream(document);
        var counter = default(EventCounter);
        return way switch
        {
            "span" => () => parser.Parse(document, ref counter),
            "text" => () => parser.Parse(text, ref counter),
            "sequence" => () => parser.Parse(sequence, ref counter),
            "feed" => () =>
            {
                parser.Reset();
                for (var i = 0; i < document.Length; i += 11)
                {
                    parser.Feed(document.AsSpan(i, Math.Min(11, document.Length - i)), ref counter);
                }

                parser.Complete(ref counter);
            }
            ,
            _ => () =>
            {
                stream.Position = 0;
                parser.Parse(stream, ref counter);
            }
            ,
        };
    }

    private static byte[] Repeated(int times)
    {
        var root = Small.AsSpan().IndexOf("<c:a"u8);
        return [.. "<?xml version='1.0'?><r>"u8, .. Enumerable.Repeat(Small[root..], times).SelectMany(bytes => bytes), .. "</r>"u8];
    }

    private sealed class NameReader : ContentHandler
    {
        public long Length { get; private set; }

        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
        {
            Length += name.ToString().Length + name.GetLocal().Length + name.GetPrefix().Length + name.GetNamespaceUri().Length;
            foreach (var attribute in attributes)
            {
                Length += attribute.Name.ToString().Length + attribute.Value.Length;
            }
        }
    }
}
