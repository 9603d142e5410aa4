using System.Xml.Linq;

namespace XmlJson.Benchmarks;

/// <summary>The baseline of XML to JSON: Newtonsoft.Json through <see cref="XDocument"/>.</summary>
internal sealed class NewtonsoftXmlToJson : OutputContender
{
    public override string Name => "Newtonsoft";

    protected override void Convert(InputDocument document, Stream output) => NewtonsoftConversion.ToJson(XDocument.Load(document.OpenStream()), output);

    protected override Answer AnswerOf(byte[] output) => JsonContent.Read(output);
}
