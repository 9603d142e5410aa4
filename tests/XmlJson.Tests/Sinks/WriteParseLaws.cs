using System.Buffers;
using CsCheck;

namespace XmlJson.Tests.Sinks;

/// <summary>write ∘ parse loses nothing and is a fixed point.</summary>
public class WriteParseLaws
{
    private static readonly Utf8XmlWriterOptions[] AllOptions =
    [
        new(),
        new() { EmptyElements = EmptyElementStyle.StartAndEndTag },
        new() { EmptyElements = EmptyElementStyle.SelfClosingWithSpace, BufferSize = 300 },
    ];

    [Fact]
    public void What_was_written_is_what_is_read()
    {
        GeneratedDocuments.All.Sample(document =>
        {
            var expected = new EventLog();
            document(expected);
            foreach (var options in AllOptions)
            {
                var bytes = Write(document, options);
                var log = new EventLog();
                Xml.Parse(bytes, log);

                Assert.Equal(expected.ToString(), log.ToString());
                Assert.Equal(bytes, Copy(bytes, options));
            }
        }, iter: 200);
    }

    [Fact]
    public void Other_parsers_read_the_same()
    {
        GeneratedDocuments.All.Sample(document =>
        {
            var expected = new EventLog();
            document(expected);
            var log = new EventLog();
            new XmlReaderSource(System.Xml.XmlReader.Create(new MemoryStream(Write(document, new())))).Parse(log);

            Assert.Equal(expected.ToString(), log.ToString());
        }, iter: 200);
    }

    [CorpusFact]
    public void Real_documents_are_copied_without_loss()
    {
        foreach (var file in Corpus.Files)
        {
            var document = File.ReadAllBytes(file);
            var log = new EventLog();
            Xml.Parse(document, log);
            var copy = Copy(document, new());
            var logOfCopy = new EventLog();
            Xml.Parse(copy, logOfCopy);

            Assert.True(log.ToString() == logOfCopy.ToString(), file);
            Assert.Equal(copy, Copy(copy, new()));
        }
    }

    internal static byte[] Copy(ReadOnlySpan<byte> document, Utf8XmlWriterOptions options)
    {
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8XmlWriter(output, options);
        Xml.Parse(document, writer);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    internal static byte[] Write(Action<IContentHandler> document, Utf8XmlWriterOptions options)
    {
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8XmlWriter(output, options);
        document(writer);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }
}
