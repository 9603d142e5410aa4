using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Xml;
using XmlJson.Conformance.Attacks;
using XmlJson.Mapping;
using XmlJson.Tests;
using Xunit.Abstractions;

namespace XmlJson.Conformance.Json;

/// <summary>What is hard to say in the other language: it comes back, or it is refused or reported.</summary>
public sealed class ConversionTests(ITestOutputHelper output)
{
    private const int KnownJsonFiles = 153;
    private const int KnownXmlFiles = 14;

    private static readonly XmlParserOptions ParserOptions = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse };

    [SuiteFact]
    public void JSON_comes_back_from_XML_or_is_refused_or_a_loss_is_reported()
    {
        var wrong = new List<string>();
        var counts = (Back: 0, Reported: 0, Refused: 0);
        var files = AttackFile.JsonToXml.ToList();
        foreach (var file in files)
        {
            var json = file.Read();
            using var xml = new MemoryStream();
            var report = default(MappingReport);
            var answer = Answer.Of(() => report = XmlJson.Json.ToXml(new MemoryStream(json), xml));
            if (!answer.IsOneOf(file.Default))
            {
                wrong.Add($"{file}: {answer}");
            }
            else if (report is null)
            {
                counts.Refused++;
            }
            else
            {
                var back = ToJson(xml.ToArray(), JsonConvention.Default, out _);
                var isEqual = AreEqual(json, back);
                counts = isEqual ? counts with { Back = counts.Back + 1 } : counts with { Reported = counts.Reported + 1 };
                if (!isEqual && report.IsEmpty)
                {
                    wrong.Add($"{file}: {Encoding.UTF8.GetString(json)} became {Encoding.UTF8.GetString(xml.ToArray())} and came back as {Encoding.UTF8.GetString(back)}");
                }
            }
        }

        output.WriteLine($"{counts.Back} files came back, {counts.Refused} were refused, the loss of {counts.Reported} was reported");
        Expect.None(wrong);
        Assert.True(files.Count >= KnownJsonFiles, $"{files.Count} files");
    }

    [SuiteFact]
    public void XML_comes_back_from_JSON_or_a_loss_is_reported()
    {
        var wrong = new List<string>();
        var files = AttackFile.XmlToJson.ToList();
        foreach (var file in files)
        {
            var xml = file.Read();
            foreach (var convention in (JsonConvention[])[JsonConvention.Default, JsonConvention.Newtonsoft])
            {
                var json = ToJson(xml, convention, out var report);
                using var original = new EventLog();
                Xml.Parse(xml, original, ParserOptions);
                using var back = new EventLog();
                XmlJson.Json.Parse(json, back, convention);
                if (report.IsEmpty != (original.ToString() == back.ToString()))
                {
                    wrong.Add($"{file} by {convention}: {report}");
                }
            }
        }

        Expect.None(wrong);
        Assert.True(files.Count >= KnownXmlFiles, $"{files.Count} files");
    }

    private static byte[] ToJson(byte[] xml, JsonConvention convention, out MappingReport report)
    {
        var json = new ArrayBufferWriter<byte>();
        report = Xml.ToJson(xml, json, convention, parserOptions: ParserOptions);
        return json.WrittenSpan.ToArray();
    }

    private static bool AreEqual(byte[] json, byte[] back)
    {
        using var first = JsonDocument.Parse(json);
        using var second = JsonDocument.Parse(back);
        return JsonElement.DeepEquals(first.RootElement, second.RootElement);
    }
}
