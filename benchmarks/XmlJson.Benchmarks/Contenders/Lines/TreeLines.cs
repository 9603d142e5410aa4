using System.Buffers;
using XmlJson.Mapping;

namespace XmlJson.Benchmarks;

/// <summary>Our lines by way of a tree for each record.</summary>
internal sealed class TreeLines : LinesContender
{
    public override string Name => "xmljson-tree-lines";

    protected override void Convert(InputDocument document, Stream output)
    {
        var lines = new ArrayBufferWriter<byte>();
        using var sink = new JsonSink(lines, JsonConvention.Newtonsoft);
        foreach (var record in Xml.LoadEach(document.Bytes, Path, document.RecordOptions))
        {
            record.WriteTo(sink);
            lines.Write("\n"u8);
            if (lines.WrittenCount > 64 * 1024)
            {
                output.Write(lines.WrittenSpan);
                lines.ResetWrittenCount();
            }
        }

        output.Write(lines.WrittenSpan);
    }
}
