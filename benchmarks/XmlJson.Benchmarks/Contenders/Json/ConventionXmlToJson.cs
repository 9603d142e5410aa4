using XmlJson.Mapping;

namespace XmlJson.Benchmarks;

/// <summary>XML to JSON by one of our conventions.</summary>
internal sealed class ConventionXmlToJson(string name, MappingConvention convention) : JsonOutputContender
{
    public override string Name => "xmljson-" + name;

    protected override bool IsNewtonsoftJson => convention == JsonConvention.Newtonsoft;

    protected override void Convert(InputDocument document, Stream output)
    {
        using var sink = new JsonSink(output, convention);
        Xml.Parse(document.Bytes, sink, document.ParserOptions);
    }

    // What claims to be Newtonsoft's is read by Newtonsoft.
    protected override void ReadBack(byte[] json, ContentDigest content)
    {
        if (IsNewtonsoftJson)
        {
            NewtonsoftConversion.AddTo(json, content);
        }
        else
        {
            var handler = new DigestHandler(content);
            XmlJson.Json.Parse(json, ref handler, convention, new MappingOptions { AllowInternalSubset = true });
        }
    }
}
