using XmlJson.Mapping;

namespace XmlJson.Benchmarks;

/// <summary>JSON to XML by one of our conventions.</summary>
internal sealed class ConventionJsonToXml(string name, MappingConvention convention) : XmlOutputContender
{
    // As Newtonsoft.Json does, which asks nobody.
    private static readonly MappingOptions Options = new() { AllowInternalSubset = true };

    public override string Name => "xmljson-" + name;

    protected override void Convert(InputDocument document, Stream output) => XmlJson.Json.ToXml(document.Bytes, output, convention, Options);
}
