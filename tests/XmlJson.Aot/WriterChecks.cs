using System.Buffers;
using System.Xml;

namespace XmlJson.Aot;

/// <summary>Events written as XML, from the parser and from a System.Xml.XmlReader.</summary>
internal static class WriterChecks
{
    public static void Run(Checks checks)
    {
        checks.That("what is written reads the same", () => LogOf(Write(writer => Xml.Parse(Samples.Utf8, writer))) == Samples.Events);
        checks.That("an XmlReader is a source", () => LogOf(Write(FromXmlReader)) == Samples.Events);
    }

    private static void FromXmlReader(Utf8XmlWriter writer)
    {
        using var reader = XmlReader.Create(new MemoryStream(Samples.Utf8));
        new XmlReaderSource(reader).Parse(writer);
    }

    private static byte[] Write(Action<Utf8XmlWriter> source)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8XmlWriter(output))
        {
            source(writer);
        }

        return output.WrittenSpan.ToArray();
    }

    private static string LogOf(byte[] document)
    {
        using var log = new EventLog();
        Xml.Parse(document, log);
        return log.ToString();
    }
}
