using System.Xml;
using System.Xml.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace XmlJson.Benchmarks;

/// <summary>The baseline of lines: <see cref="XNode.ReadFrom"/> at each element under the root, and Newtonsoft.Json for what it gives.</summary>
internal sealed class ReadFromLines : LinesContender
{
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings { Converters = { new XmlNodeConverter() }, MaxDepth = null });

    public override string Name => "XNode.ReadFrom+Newtonsoft";

    protected override void Convert(InputDocument document, Stream output)
    {
        using var text = new StreamWriter(output, leaveOpen: true);
        // White space between elements is no value: XDocument.Load drops it too.
        var settings = document.ReaderSettings ?? new XmlReaderSettings();
        settings.IgnoreWhitespace = true;
        using var reader = XmlReader.Create(document.OpenStream(), settings);
        reader.MoveToContent();
        reader.Read();
        while (!reader.EOF && reader.Depth > 0)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            var record = XNode.ReadFrom(reader);
            using (var writer = new JsonTextWriter(text) { CloseOutput = false })
            {
                Serializer.Serialize(writer, record);
            }

            text.Write('\n');
        }
    }
}
