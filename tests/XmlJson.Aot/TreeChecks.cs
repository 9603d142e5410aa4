using XmlJson.Trees;

namespace XmlJson.Aot;

/// <summary>A document kept, and given back.</summary>
internal static class TreeChecks
{
    public static void Run(Checks checks) => checks.That("a tree gives back its events", Replay);

    private static bool Replay()
    {
        using var builder = new DocumentBuilder();
        Xml.Parse(Samples.Utf8, builder);
        using var document = builder.TakeDocument();
        using var log = new EventLog();
        return document.WriteTo(log) == ParseStatus.Completed && log.ToString() == Samples.Events;
    }
}
