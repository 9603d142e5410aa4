using System.Buffers;
using System.Text;
using CsCheck;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

/// <summary>A sink and a source serve any number of documents, whatever became of the one before.</summary>
public class ReuseTests
{
    [Fact]
    public void A_sink_begins_anew_after_an_error_deep_in_a_value()
    {
        var output = new ArrayBufferWriter<byte>();
        using var sink = new JsonSink(output, JsonConvention.Default with { Arrays = ArrayRule.Never }, new MappingOptions { Strict = true });
        for (var i = 0; i < 3; i++)
        {
            // The keys repeat in an element that was held back: the error comes while the tape is being written.
            Assert.Throws<MappingException>(() => Xml.Parse("<r><a/><b><c><d x='1'>t<e/>u<f/>v</d></c><c/></b><a/></r>"u8, sink));
            output.ResetWrittenCount();
            Xml.Parse("<r><a/><b><c>1</c><d>2</d></b><e/></r>"u8, sink);

            Assert.Equal("""{"r":{"a":null,"b":{"c":"1","d":"2"},"e":null}}""", Encoding.UTF8.GetString(output.WrittenSpan));
            output.ResetWrittenCount();
        }
    }

    [Fact]
    public void What_a_document_becomes_does_not_depend_on_the_one_before() =>
        Gen.Select(Generated.Document, Generated.Document, AnyConvention).Sample(
            (before, xml, convention) =>
            {
                var output = new ArrayBufferWriter<byte>();
                using var sink = new JsonSink(output, convention);
                using var parser = new Utf8XmlParser();
                IContentHandler handler = sink;
                Try(() => parser.Parse(Encoding.UTF8.GetBytes(before), ref handler));
                output.ResetWrittenCount();
                var error = Try(() => parser.Parse(Encoding.UTF8.GetBytes(xml), ref handler));
                var expected = "";
                MappingReport? report = null;
                Assert.Equal(Try(() => expected = Conversion.ToJson(xml, out report, convention)), error);
                if (error is null)
                {
                    Assert.Equal((expected, report!.ToString()), (Encoding.UTF8.GetString(output.WrittenSpan), sink.Report.ToString()));
                }
            },
            iter: 10_000);

    [Fact]
    public void What_a_text_becomes_does_not_depend_on_the_one_before() =>
        Gen.Select(Generated.Json, Generated.Json, AnyConvention).Sample(
            (before, json, convention) =>
            {
                using var source = new JsonSource(convention);
                using var discard = new EventLog();
                Try(() => source.Parse(Encoding.UTF8.GetBytes(before), discard));
                using var log = new EventLog();
                var error = Try(() => source.Parse(Encoding.UTF8.GetBytes(json), log));
                var expected = "";
                MappingReport? report = null;
                Assert.Equal(Try(() => expected = Conversion.EventsOfJson(json, out report, convention)), error);
                if (error is null)
                {
                    Assert.Equal((expected, report!.ToString()), (log.ToString(), source.Report.ToString()));
                }
            },
            iter: 10_000);

    [Fact]
    public void Keys_of_documents_long_gone_are_forgotten()
    {
        var output = new ArrayBufferWriter<byte>();
        using var sink = new JsonSink(output);
        using var source = new JsonSource();
        for (var document = 0; document < 5; document++)
        {
            var names = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<n{document}_{i}/>"));
            Xml.Parse(Encoding.UTF8.GetBytes($"<r>{names}</r>"), sink);
            var log = new EventCounter();
            source.Parse(output.WrittenSpan, ref log);

            Assert.Equal(20_001, log.Elements);
            output.ResetWrittenCount();
        }

        Xml.Parse("<r><a/></r>"u8, sink);
        Assert.Equal("""{"r":{"a":null}}""", Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.Equal(Conversion.EventsOfJson("""{"r":{"a":null}}"""), LogOf(source, output.WrittenSpan));
    }

    [Fact]
    public void An_error_that_shows_when_events_are_given_has_its_line()
    {
        using var source = new JsonSource();
        using var log = new EventLog();
        var error = Assert.Throws<MappingException>(() => source.Parse("{\n \"r\": {\n  \"a\": 1,\n  \"b\": {\"@xmlns:p\": \"\"} } }"u8, log));

        Assert.Equal((4L, 8L), (error.Position.Line, error.Position.Column));
    }

    [Theory]
    [InlineData(InvalidCharacterPolicy.Replace)]
    [InlineData(InvalidCharacterPolicy.Reject)]
    public void A_comment_with_a_control_character_follows_the_policy(InvalidCharacterPolicy policy)
    {
        var convention = JsonConvention.Newtonsoft with { InvalidCharacters = policy };
        string Convert() => Conversion.ToXml("{/*a\u0001b\u0000\uFFFE*/\"r\":null}", convention);
        if (policy == InvalidCharacterPolicy.Reject)
        {
            Assert.Equal(MappingErrorCode.InvalidCharacter, Assert.Throws<MappingException>(Convert).Code);
        }
        else
        {
            Assert.Contains("<!--a\uFFFDb\uFFFD\uFFFD-->", Convert(), StringComparison.Ordinal);
        }
    }

    private static Gen<JsonConvention> AnyConvention => Gen.OneOf(Generated.Convention, Generated.Convention, Gen.OneOf(JsonConvention.Newtonsoft, JsonConvention.GData, JsonConvention.Spark));

    // The message, so that the place counts, too.
    private static string? Try(Action convert)
    {
        try
        {
            convert();
            return null;
        }
        catch (MappingException error)
        {
            return error.Message;
        }
    }

    private static string LogOf(JsonSource source, ReadOnlySpan<byte> json)
    {
        using var log = new EventLog();
        source.Parse(json, log);
        return log.ToString();
    }
}
