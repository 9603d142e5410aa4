namespace XmlJson;

/// <summary>A parser from the pool: one waits on each thread, with the options last used there.</summary>
internal readonly struct RentedParser : IDisposable
{
    [ThreadStatic]
    private static Utf8XmlParser? s_waiting;

    private RentedParser(Utf8XmlParser parser) => Parser = parser;

    /// <summary>The parser.</summary>
    public Utf8XmlParser Parser { get; }

    /// <summary>Takes the parser that waits on this thread, or a new one.</summary>
    public static RentedParser Rent(XmlParserOptions? options)
    {
        var waiting = s_waiting;
        if (waiting is null || !waiting.Options.Equals(options ?? XmlParserOptions.Default))
        {
            return new RentedParser(new Utf8XmlParser(options) { IsForOneCall = true });
        }

        s_waiting = null;
        return new RentedParser(waiting);
    }

    /// <summary>Gives it back.</summary>
    public void Dispose()
    {
        // Objects that belong to a caller are not kept alive.
        if (Parser.Options is { XmlResolver: null, DeclarationHandler: null, EntityHandler: null })
        {
            Parser.Reset();
            s_waiting?.Dispose();
            s_waiting = Parser;
        }
        else
        {
            Parser.Dispose();
        }
    }
}
