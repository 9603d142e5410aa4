namespace XmlJson.Tests.Reading;

/// <summary>One way to give a document to the parser, going on each time the handler stops it.</summary>
/// <param name="Name">What it is called in a failing test.</param>
/// <param name="Read">Reads a document with a parser.</param>
internal sealed record Feeding(string Name, Func<Utf8XmlParser, byte[], Recorder, ParseStatus> Read)
{
    /// <summary>Reads a document with a new parser.</summary>
    public Outcome Run(byte[] document, XmlParserOptions? options = null, Recorder? recorder = null)
    {
        using var parser = new Utf8XmlParser(options);
        return Run(parser, document, recorder);
    }

    /// <summary>Reads a document with a parser that may have read others before.</summary>
    public Outcome Run(Utf8XmlParser parser, byte[] document, Recorder? recorder = null) =>
        Outcome.Of(recorder ?? new Recorder(), handler => Read(parser, document, handler));

    public override string ToString() => Name;
}
