using XmlJson.Trees;

namespace XmlJson.Tests.Trees;

/// <summary>Makes documents and logs of their events.</summary>
internal static class DocumentLoader
{
    public static Document Load(ReadOnlySpan<byte> xml)
    {
        using var builder = new DocumentBuilder();
        Xml.Parse(xml, builder);
        return builder.TakeDocument();
    }

    public static Document Load(string xml)
    {
        using var builder = new DocumentBuilder();
        Xml.Parse(xml, builder);
        return builder.TakeDocument();
    }

    public static string LogOf(Document document)
    {
        using var log = new EventLog();
        document.WriteTo(log);
        return log.ToString();
    }

    public static string LogOf(ReadOnlySpan<byte> xml)
    {
        using var log = new EventLog();
        Xml.Parse(xml, log);
        return log.ToString();
    }
}
