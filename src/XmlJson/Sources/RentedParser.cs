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
    /// <param name="options">How it is to read.</param>
    /// <param name="isForOneCall">Whether the parse is over when a handler stops it.</param>
    public static RentedParser Rent(XmlParserOptions? options, bool isForOneCall = true)
    {
        var parser = s_waiting;
        if (parser is null || !parser.Options.Equals(options ?? XmlParserOptions.Default))
        {
            parser = new Utf8XmlParser(options);
        }
        else
        {
            s_waiting = null;
        }

        parser.IsForOneCall = isForOneCall;
        return new RentedParser(parser);
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
