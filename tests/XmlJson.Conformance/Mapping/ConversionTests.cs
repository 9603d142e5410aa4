using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Xml;
using XmlJson.Conformance.Attacks;
using XmlJson.Mapping;
using XmlJson.Tests;
using Xunit.Abstractions;

namespace XmlJson.Conformance.Mapping;

/// <summary>What is hard to say in the other language: it comes back, or it is refused, or the loss is reported.</summary>
public sealed class ConversionTests(ITestOutputHelper output)
{
    private const int KnownJsonFiles = 153;
    private const int KnownXmlFiles = 14;
    private const string Back = "came back";
    private const string Refused = "refused";
    private const string Reported = "loss reported";

    private static readonly Dictionary<string, MappingConvention> ByName = new(StringComparer.Ordinal)
    {
        ["Default"] = JsonConvention.Default,
        ["Newtonsoft"] = JsonConvention.Newtonsoft,
        ["XmlToDict"] = JsonConvention.XmlToDict,
        ["BadgerFish"] = JsonConvention.BadgerFish,
        ["GData"] = JsonConvention.GData,
        ["Spark"] = JsonConvention.Spark,
        ["FastXmlParser"] = JsonConvention.FastXmlParser,
        ["XmlJs"] = JsonConvention.XmlJs,
        ["Xml2Js"] = JsonConvention.Xml2Js,
        ["JsonML"] = JsonMLConvention.Default,
        ["Lossless"] = LosslessConvention.Default,
    };

    private static readonly MappingOptions Trusting = new() { AllowInternalSubset = true };

    public static TheoryData<string> Conventions => [.. ByName.Keys];

    private static readonly XmlParserOptions ParserOptions = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse };

    [SuiteFact]
    public void JSON_comes_back_from_XML_or_is_refused_or_a_loss_is_reported() => Check([.. AttackFile.JsonToXml], FateOfJson, KnownJsonFiles);

    [SuiteTheory]
    [MemberData(nameof(Conventions))]
    public void XML_comes_back_from_JSON_or_a_loss_is_reported(string convention) => Check([.. AttackFile.XmlToJson], file => FateOfXml(file, ByName[convention]), KnownXmlFiles);

    private void Check(IReadOnlyList<AttackFile> files, Func<AttackFile, string> fateOf, int known)
    {
        var fates = SmallStack.Run(() => files.Select(file => (File: file, Fate: fateOf(file))).ToList());
        output.WriteLine(string.Join(", ", fates.CountBy(one => one.Fate).Select(pair => $"{pair.Value} {pair.Key}")));

        Expect.None([.. fates.Where(one => one.Fate is not (Back or Refused or Reported)).Select(one => $"{one.File}: {one.Fate}")]);
        Assert.True(files.Count >= known, $"{files.Count} files");
    }

    private static string FateOfJson(AttackFile file)
    {
        var json = file.Read();
        using var xml = new MemoryStream();
        var report = default(MappingReport);
        var answer = Answer.Of(() => report = Json.ToXml(new MemoryStream(json), xml));
        if (!answer.IsOneOf(file.Default))
        {
            return answer.ToString();
        }

        if (report is null)
        {
            return Refused;
        }

        var back = ToJson(xml.ToArray(), JsonConvention.Default, out _);
        return AreEqual(json, back) ? Back
            : !report.IsEmpty ? Reported
            : $"{Encoding.UTF8.GetString(json)} became {Encoding.UTF8.GetString(xml.ToArray())} and came back as {Encoding.UTF8.GetString(back)}";
    }

    private static string FateOfXml(AttackFile file, MappingConvention convention)
    {
        var xml = file.Read();
        var json = ToJson(xml, convention, out var report);
        using var original = new EventLog();
        Xml.Parse(xml, original, ParserOptions);
        using var back = new EventLog();
        Json.Parse(json, back, convention, Trusting);
        return (original.ToString() == back.ToString(), report.IsEmpty) switch
        {
            (true, true) => Back,
            (false, false) => Reported,
            (true, false) => $"came back, but a loss was reported: {report}",
            (false, true) => $"did not come back:\n{FirstDifference.Of(original.ToString(), back.ToString())}",
        };
    }

    private static byte[] ToJson(byte[] xml, MappingConvention convention, out MappingReport report)
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
