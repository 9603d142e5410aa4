using System.Xml.Linq;

namespace XmlJson.Benchmarks;

/// <summary>The baseline of XML to JSON: Newtonsoft.Json through <see cref="XDocument"/>.</summary>
internal sealed class NewtonsoftXmlToJson : JsonOutputContender
{
    public override string Name => "Newtonsoft";

    protected override bool IsNewtonsoftJson => true;

    protected override void Convert(InputDocument document, Stream output) => NewtonsoftConversion.ToJson(XDocument.Load(document.OpenStream()), output);

    protected override void ReadBack(byte[] json, ContentDigest content) => NewtonsoftConversion.AddTo(json, content);
}
