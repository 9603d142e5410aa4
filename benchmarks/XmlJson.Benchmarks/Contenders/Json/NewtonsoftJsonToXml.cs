using System.Xml;

namespace XmlJson.Benchmarks;

/// <summary>The baseline of JSON to XML: Newtonsoft.Json through <see cref="System.Xml.Linq.XDocument"/>.</summary>
internal sealed class NewtonsoftJsonToXml : XmlOutputContender
{
    public override string Name => "Newtonsoft";

    protected override void Convert(InputDocument document, Stream output)
    {
        var tree = NewtonsoftConversion.ToTree(document.OpenStream());
        using var writer = XmlWriter.Create(output, WriterSettings);
        tree.Save(writer);
    }
}
