using System.Buffers;
using System.Text;
using System.Xml;

namespace XmlJson.Tests.Sinks;

/// <summary>A writer that is used again remembers nothing of the document before.</summary>
public sealed class Utf8XmlWriterResetTests
{
    [Fact]
    public void A_second_document_may_have_a_document_type_too()
    {
        const string Document = "<!DOCTYPE a>\n<a/>";
        var options = new XmlParserOptions { DtdProcessing = DtdProcessing.Parse };
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8XmlWriter(output);
        for (var i = 0; i < 2; i++)
        {
            output.ResetWrittenCount();
            writer.Reset(output);
            Xml.Parse(Document, writer, options);
            writer.Flush();
            Assert.Equal(Document, Encoding.UTF8.GetString(output.WrittenSpan));
        }
    }
}
