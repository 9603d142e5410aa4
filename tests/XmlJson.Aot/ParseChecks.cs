using System.IO.Pipelines;

namespace XmlJson.Aot;

/// <summary>The parser, over every kind of input and with every kind of handler: each is another instantiation for the compiler.</summary>
internal static class ParseChecks
{
    public static void Run(Checks checks)
    {
        checks.That("bytes", () => Log(log => Xml.Parse(Samples.Utf8, log)) == Samples.Events);
        checks.That("UTF-16", () => Log(log => Xml.Parse(Samples.Utf16, log)) == Samples.Events);
        checks.That("text", () => Log(log => Xml.Parse(Samples.Text.AsSpan(), log)) == Samples.Events);
        checks.That("a stream", () => Log(log => Xml.Parse(new MemoryStream(Samples.Utf8), log)) == Samples.Events);
        checks.That("a stream, asynchronously", () => Log(log => Xml.ParseAsync(new MemoryStream(Samples.Utf8), log).GetAwaiter().GetResult()) == Samples.Events);
        checks.That("a pipe", () => Log(log => Xml.ParseAsync(PipeReader.Create(new MemoryStream(Samples.Utf8)), log).GetAwaiter().GetResult()) == Samples.Events);
        checks.That("byte by byte", FeedByteByByte);
        checks.That("a struct handler", CountWithStruct);
        checks.That("a ref struct handler", CountWithRefStruct);
        checks.That("an error has its place", Refuse);
    }

    private static string Log(Func<EventLog, ParseStatus> parse)
    {
        using var log = new EventLog();
        var status = parse(log);
        return status == ParseStatus.Completed ? log.ToString() : status.ToString();
    }

    private static bool FeedByteByByte() => Samples.Events == Log(log =>
    {
        using var parser = new Utf8XmlParser();
        foreach (ref readonly var one in Samples.Utf8.AsSpan())
        {
            parser.Feed(new ReadOnlySpan<byte>(in one), ref log);
        }

        return parser.Complete(ref log);
    });

    private static bool CountWithStruct()
    {
        var counter = new EventCounter();
        return Xml.Parse(Samples.Utf8, ref counter) == ParseStatus.Completed && counter is { Elements: 5, Attributes: 5, Comments: 1, MaxDepth: 3 };
    }

    private static bool CountWithRefStruct()
    {
        var books = 0;
        var counter = new BookCounter(ref books);
        return Xml.Parse(Samples.Utf8, ref counter) == ParseStatus.Completed && books == 2;
    }

    private static bool Refuse()
    {
        try
        {
            Xml.Parse("<a>\n <b></a>"u8, new EventLog());
            return false;
        }
        catch (XmlSyntaxException exception)
        {
            return exception.Position.Line == 2 && exception.ElementPath == "/a/b" && exception.Message.Contains("line 2", StringComparison.Ordinal);
        }
    }
}
