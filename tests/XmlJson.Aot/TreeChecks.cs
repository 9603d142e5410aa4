using XmlJson.Dom;

namespace XmlJson.Aot;

/// <summary>A document kept, given back, looked at and edited.</summary>
internal static class TreeChecks
{
    public static void Run(Checks checks)
    {
        checks.That("a tree gives back its events", Replay);
        checks.That("a tree is read and edited", Edit);
    }

    private static bool Replay()
    {
        using var document = Xml.Load(Samples.Utf8);
        using var log = new EventLog();
        return document.WriteTo(log) == ParseStatus.Completed && log.ToString() == Samples.Events;
    }

    private static bool Edit()
    {
        using var document = Xml.Load("<catalog><book id='bk101'><price>8.95</price></book></catalog>");
        var book = document.GetElementsByTagName("book")[0];
        book.SetAttribute("id", "bk1&2");
        var price = book.FirstChild!.Value;
        price.TextContent = "£12.00";
        return document.ToXml() == """<catalog><book id="bk1&amp;2"><price>£12.00</price></book></catalog>""";
    }
}
