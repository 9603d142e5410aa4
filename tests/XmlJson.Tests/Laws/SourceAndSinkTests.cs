using System.Buffers;
using System.Text;
using System.Xml;
using XmlJson.Mapping;
using XmlJson.Tests.Reading;
using XmlJson.Trees;

namespace XmlJson.Tests.Laws;

/// <summary>Law 1: every source drives every sink, and what a sink makes of a document does not depend on the source.</summary>
public sealed class SourceAndSinkTests
{
    private static readonly Dictionary<string, string> Documents = new()
    {
        ["records"] = """<list><item id="1"><name>tea</name></item><item id="2"><name>milk &amp; honey</name></item></list>""",
        ["everything"] = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?><?before data?><!-- first --><a xmlns="urn:a" xmlns:p="urn:p" p:x="1" y="a&quot;b&#10;c">
              text &lt; <p:b/><![CDATA[<raw>]]><![CDATA[]]> é <!-- in --><?in?></a><!-- last -->
            """,
        ["empty"] = "<a/>",
    };

    // A source reads a document and drives a handler.
    private static readonly Dictionary<string, Action<byte[], IContentHandler>> Sources = new()
    {
        ["span"] = (document, handler) => Xml.Parse(document, handler),
        ["span, overwritten after each event"] = (document, handler) => Xml.Parse(document, new OverwritingHandler(handler)),
        ["stream"] = (document, handler) => Xml.Parse(new MemoryStream(document), handler),
        ["sequence"] = (document, handler) => Xml.Parse(new ReadOnlySequence<byte>(document), handler),
        ["text"] = (document, handler) => Xml.Parse(Encoding.UTF8.GetString(document), handler),
        ["XmlReader"] = (document, handler) =>
        {
            using var reader = XmlReader.Create(new MemoryStream(document));
            new XmlReaderSource(reader).Parse(handler);
        },
        ["Document"] = (document, handler) =>
        {
            using var tree = Xml.Load(document);
            tree.WriteTo(handler);
        },
    };

    // A sink is driven and shows what it made.
    private static readonly Dictionary<string, Func<Action<IContentHandler>, string>> Sinks = new()
    {
        ["EventLog"] = drive =>
        {
            using var log = new EventLog();
            drive(log);
            return log.ToString();
        },
        ["EventCounter"] = drive =>
        {
            IContentHandler counter = default(EventCounter);
            drive(counter);
            return counter.ToString()!;
        },
        ["Discard"] = drive =>
        {
            drive(default(Discard));
            return "";
        },
        ["Utf8XmlWriter"] = drive =>
        {
            var output = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8XmlWriter(output))
            {
                drive(writer);
            }

            return Encoding.UTF8.GetString(output.WrittenSpan);
        },
        ["JsonSink"] = drive =>
        {
            var output = new ArrayBufferWriter<byte>();
            using (var sink = new JsonSink(output))
            {
                drive(sink);
            }

            return Encoding.UTF8.GetString(output.WrittenSpan);
        },
        ["Tee"] = drive =>
        {
            using var first = new EventLog();
            using var second = new EventLog();
            drive(Tee.Create(first, second));
            Assert.Equal(first.ToString(), second.ToString());
            return first.ToString();
        },
        ["Filter"] = drive =>
        {
            using var log = new EventLog();
            drive(Filter.Create(log, new EventSelection { Comments = false }));
            return log.ToString();
        },
        ["DocumentBuilder"] = drive =>
        {
            using var builder = new DocumentBuilder();
            drive(builder);
            using var tree = builder.TakeDocument();
            return tree.ToXml();
        },
    };

    public static TheoryData<string, string, string> Combinations()
    {
        var combinations = new TheoryData<string, string, string>();
        foreach (var document in Documents.Keys)
        {
            foreach (var source in Sources.Keys)
            {
                foreach (var sink in Sinks.Keys)
                {
                    combinations.Add(document, source, sink);
                }
            }
        }

        return combinations;
    }

    public static TheoryData<string> SinkNames => [.. Sinks.Keys];

    [Theory]
    [MemberData(nameof(Combinations))]
    public void A_sink_makes_the_same_of_a_document_from_every_source(string document, string source, string sink)
    {
        var bytes = Encoding.UTF8.GetBytes(Documents[document]);
        var expected = Sinks[sink](handler => Sources["span"](bytes, handler));
        Assert.Equal(expected, Sinks[sink](handler => Sources[source](bytes, handler)));
        if (sink != nameof(Discard))
        {
            Assert.NotEmpty(expected);
        }
    }

    [Theory]
    [MemberData(nameof(SinkNames))]
    public void A_sink_makes_the_same_of_JSON_as_of_the_XML_that_it_came_from(string sink)
    {
        var xml = Encoding.UTF8.GetBytes(Documents["records"]);
        var json = Encoding.UTF8.GetBytes(Xml.ToJson(Documents["records"]));

        Assert.Equal(Sinks[sink](handler => Xml.Parse(xml, handler)), Sinks[sink](handler => Json.Parse(json, handler)));
    }
}
