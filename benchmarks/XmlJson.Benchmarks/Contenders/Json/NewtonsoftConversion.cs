using System.Text;
using System.Xml;
using System.Xml.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace XmlJson.Benchmarks;

/// <summary>What <c>JsonConvert.SerializeXNode</c> and <c>DeserializeXNode</c> do, from stream to stream, without the strings between.</summary>
internal static class NewtonsoftConversion
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static JsonSerializer CreateSerializer() => JsonSerializer.Create(new JsonSerializerSettings
    {
        Converters = { new XmlNodeConverter() },
        // Text that looks like a date stays as it is, or the XML would not be what it was.
        DateParseHandling = DateParseHandling.None,
        MaxDepth = null,
    });

    public static void ToJson(XDocument tree, Stream output)
    {
        using var text = new StreamWriter(output, Utf8, leaveOpen: true);
        using var writer = new JsonTextWriter(text);
        CreateSerializer().Serialize(writer, tree);
    }

    public static XDocument ToTree(Stream json)
    {
        using var text = new StreamReader(json, Utf8);
        using var reader = new JsonTextReader(text);
        return CreateSerializer().Deserialize<XDocument>(reader) ?? throw new XmlException("The JSON text has no root element.");
    }

    /// <summary>Reads the elements, attributes and text that JSON stands for.</summary>
    public static void AddTo(byte[] json, ContentDigest content)
    {
        using var reader = ToTree(new MemoryStream(json, writable: false)).CreateReader();
        ReaderContent.AddTo(reader, content);
    }

    /// <summary>JSON input made from an XML document. Comments are left out, for they would become JavaScript's, which JSON does not have.</summary>
    public static byte[] MakeJson(InputDocument document)
    {
        var tree = XDocument.Load(document.OpenStream());
        tree.DescendantNodes().OfType<XComment>().Remove();
        using var output = new MemoryStream();
        ToJson(tree, output);
        return output.ToArray();
    }
}
