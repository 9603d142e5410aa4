using System.Xml;
using XmlJson.Mapping;

namespace XmlJson.Benchmarks;

/// <summary>JSON to XML by one of our conventions: Newtonsoft.Json's from the same JSON as that, another from the JSON that it has itself for the same XML.</summary>
internal sealed class ConventionJsonToXml(string name, MappingConvention convention) : XmlOutputContender
{
    // As Newtonsoft.Json does, which asks nobody.
    private static readonly MappingOptions Options = new() { AllowInternalSubset = true };

    private Answer? _source;
    private string _visibleInSource = "";

    public override string Name => "xmljson-" + name;

    private bool ReadsNewtonsoftJson => convention == JsonConvention.Newtonsoft;

    public override void Prepare(InputDocument document)
    {
        if (ReadsNewtonsoftJson)
        {
            base.Prepare(document);
            return;
        }

        using var xml = new MemoryStream();
        XmlJson.Json.ToXml(document.Bytes, xml, JsonConvention.Newtonsoft, Options);
        _source = base.AnswerOf(xml.ToArray());
        _visibleInSource = VisibleCounts(xml.ToArray());
        xml.Position = 0;
        using var json = new MemoryStream();
        Xml.ToJson(xml, json, convention, parserOptions: new XmlParserOptions { DtdProcessing = DtdProcessing.Parse });
        base.Prepare(InputDocument.Json(document.Name, json.ToArray()));
    }

    protected override void Convert(InputDocument document, Stream output) => XmlJson.Json.ToXml(document.Bytes, output, convention, Options);

    // What a convention drops or puts in another order is not held against it: elements, attributes and text are counted.
    protected override Answer AnswerOf(byte[] output)
    {
        if (ReadsNewtonsoftJson)
        {
            return base.AnswerOf(output);
        }

        var visible = VisibleCounts(output);
        return visible == _visibleInSource ? _source! with { Digest = null } : throw new WrongAnswerException($"{Name} wrote {visible} where its JSON was made from {_visibleInSource}.");
    }

    private static string VisibleCounts(byte[] xml)
    {
        var content = new ContentDigest();
        using var reader = XmlReader.Create(new MemoryStream(xml, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse });
        ReaderContent.AddTo(reader, content);
        return content.VisibleCounts;
    }
}
