using System.Text;
using XmlJson.Mapping;

namespace XmlJson.Aot;

/// <summary>XML to JSON and back, and JSON alone.</summary>
internal static class MappingChecks
{
    private const string Order = """<order id="7"><item>tea</item><item>milk</item></order>""";
    private const string OrderInJson = """{"order":{"@id":"7","item":["tea","milk"]}}""";

    private const string Mixed = "<p>one <b>two</b><!--three--><![CDATA[four]]></p>";
    private const string AnyJson = """[{"":1.10,"\u0000":"\uD800"},-0,1E400]""";

    private static readonly XPath31Convention XPath31 = new() { Escape = true };

    private static readonly JsonXConvention JsonX = new() { Escape = true };

    public static void Run(Checks checks)
    {
        checks.That("XML becomes JSON", () => Xml.ToJson(Order) == OrderInJson);
        checks.That("JSON becomes XML", () => Json.ToXml(OrderInJson) == Order);
        checks.That("in another convention", () => Json.ToXml(Xml.ToJson(Order, JsonConvention.Newtonsoft), JsonConvention.Newtonsoft) == Order);
        checks.That("in every event", () => Json.ToXml(Xml.ToJson(Mixed, LosslessConvention.Default), LosslessConvention.Default) == Mixed);
        checks.That("in JsonML", () => Json.ToXml(Xml.ToJson(Order, JsonMLConvention.Default), JsonMLConvention.Default) == Order);
        checks.That("any JSON in XML", () => Xml.ToJson(Json.ToXml(AnyJson, XPath31), XPath31) == AnyJson);
        checks.That("any JSON in JSONx", () => Xml.ToJson(Json.ToXml(AnyJson, JsonX), JsonX) == AnyJson);
        checks.That("from stream to stream", Stream);
        checks.That("what is lost is reported", Report);
        checks.That("JSON is read and written", () => Json.ToText(Json.Load("""{"name":"Bob","age":12,"children":null}""")) == """{"name":"Bob","age":12,"children":null}""");
    }

    private static bool Stream()
    {
        using var json = new MemoryStream();
        Xml.ToJson(new MemoryStream(Encoding.UTF8.GetBytes(Order)), json);
        json.Position = 0;
        using var xml = new MemoryStream();
        Json.ToXml(json, xml);
        return Encoding.UTF8.GetString(xml.ToArray()) == Order;
    }

    private static bool Report()
    {
        using var json = new MemoryStream();
        var report = Xml.ToJson(new MemoryStream("<a><!-- gone --></a>"u8.ToArray()), json);
        return report.Losses is [{ Kind: MappingLossKind.Comment }] && report.ToString().Length > 0;
    }
}
