using System.Buffers;
using System.Text;
using System.Xml;
using CsCheck;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

/// <summary>Every document comes back from JSON in every event.</summary>
public class LosslessRoundTripTests
{
    private const int Documents = Effort.Documents;

    private static readonly XmlParserOptions ParserOptions = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse };

    private static readonly MappingOptions Options = new() { AllowInternalSubset = true };

    private static readonly Gen<LosslessConvention> Convention = Gen.OneOf(0, 10, 30, 60, 290, 64 * 1024).Select(lookAhead => new LosslessConvention { LookAhead = lookAhead });

    [Fact]
    public void XML_comes_back_in_every_event_and_the_report_is_empty() =>
        Gen.Select(LosslessDocuments.Document, Convention).Sample(
            (xml, convention) =>
            {
                var json = ToJson(xml, convention, out var report);
                return report.IsEmpty && CanonicalEvents(Events(xml)) == EventsOf(json, convention);
            },
            iter: Documents,
            print: input => $"{input.Item1}\n{input.Item2}\n{ToJson(input.Item1, input.Item2, out _)}\n{CanonicalEvents(Events(input.Item1))}\n{EventsOf(ToJson(input.Item1, input.Item2, out _), input.Item2)}");

    [Fact]
    public void XML_written_from_JSON_and_read_again_is_the_same_in_every_event() =>
        LosslessDocuments.Document.Sample(
            xml =>
            {
                var json = ToJson(xml, LosslessConvention.Default, out _);
                var output = new ArrayBufferWriter<byte>();
                using (var writer = new Utf8XmlWriter(output, new Utf8XmlWriterOptions { WriteDefaultAttributes = false, Declaration = XmlDeclarationStyle.AsGiven }))
                {
                    Json.Parse(Encoding.UTF8.GetBytes(json), writer, LosslessConvention.Default, Options);
                }

                return CanonicalEvents(Events(xml)) == CanonicalEvents(Events(Encoding.UTF8.GetString(output.WrittenSpan)));
            },
            iter: 20_000);

    [Fact]
    public void Its_own_JSON_comes_back_and_no_loss_is_told() =>
        Gen.Select(LosslessDocuments.Document, Convention).Sample(
            (xml, convention) =>
            {
                var json = ToJson(xml, convention, out _);
                return Conversion.ThereAndBack(json, out var report, convention, Options) == json && report.IsEmpty;
            },
            iter: Documents,
            print: input => $"{input.Item1}\n{input.Item2}\n{ToJson(input.Item1, input.Item2, out _)}\n{Conversion.ThereAndBack(ToJson(input.Item1, input.Item2, out _), out var report, input.Item2, Options)}\n{report}");

    [Fact]
    public void The_report_is_empty_exactly_where_JSON_comes_back() =>
        Gen.Select(LosslessJson.Document, Convention).Sample(
            (json, convention) =>
            {
                try
                {
                    var back = Conversion.ThereAndBack(json, out var report, convention, Options);
                    return report.IsEmpty == (back == json);
                }
                catch (MappingException)
                {
                    return true;
                }
            },
            iter: Documents,
            print: input => $"{input.Item1}\n{input.Item2}\n{Conversion.ThereAndBack(input.Item1, out var report, input.Item2, Options)}\n{report}");

    [Fact]
    public void Every_cut_of_the_input_gives_the_same_JSON() =>
        Gen.Select(LosslessDocuments.Document, Convention, Gen.Int[1, 7]).Sample(
            (xml, convention, size) =>
            {
                var output = new ArrayBufferWriter<byte>();
                using var sink = new JsonSink(output, convention, Options);
                using var parser = new Utf8XmlParser(ParserOptions);
                var handler = sink;
                foreach (var piece in Encoding.UTF8.GetBytes(xml).Chunk(size))
                {
                    parser.Feed(piece, ref handler);
                }

                parser.Complete(ref handler);
                return Encoding.UTF8.GetString(output.WrittenSpan) == ToJson(xml, convention, out _);
            },
            iter: 5_000);

    private static string ToJson(string xml, LosslessConvention convention, out MappingReport report)
    {
        var output = new ArrayBufferWriter<byte>();
        report = Xml.ToJson(Encoding.UTF8.GetBytes(xml), output, convention, Options, ParserOptions);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string Events(string xml)
    {
        using var log = new EventLog();
        Xml.Parse(Encoding.UTF8.GetBytes(xml), log, ParserOptions);
        return log.ToString();
    }

    private static string EventsOf(string json, LosslessConvention convention)
    {
        using var log = new EventLog();
        Json.Parse(Encoding.UTF8.GetBytes(json), log, convention, Options);
        return log.ToString();
    }

    // White space in element content is text to a source that has no document type definition; beside other text it is one run with it.
    private static string CanonicalEvents(string events)
    {
        var canonical = new StringBuilder();
        var isText = false;
        foreach (var line in events.Split('\n'))
        {
            var text = line.StartsWith("whitespace \"", StringComparison.Ordinal) ? line["whitespace".Length..] : line.StartsWith("text \"", StringComparison.Ordinal) ? line["text".Length..] : null;
            if (text is not null && isText)
            {
                canonical.Length -= "\"\n".Length;
                canonical.Append(text.AsSpan(" \"".Length)).Append('\n');
            }
            else
            {
                canonical.Append(text is null ? "" : "text").Append(text ?? line).Append('\n');
            }

            isText = text is not null;
        }

        return canonical.ToString(0, canonical.Length - 1);
    }
}
