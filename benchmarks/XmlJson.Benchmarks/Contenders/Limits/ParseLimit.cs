using System.Xml;

namespace XmlJson.Benchmarks;

/// <summary>The whole parser, for a handler that looks at nothing: every check is made, and names, attributes and text are found for nobody.</summary>
internal sealed class ParseLimit : LimitContender
{
    private InputDocument? _document;
    private Utf8XmlParser? _parser;
    private long _expected;
    private ElementCounter _seen;

    public override string Name => "xmljson-parse";

    public override void Prepare(InputDocument document)
    {
        base.Prepare(document);
        _document = document;
        _parser?.Dispose();
        _parser = new Utf8XmlParser(document.ParserOptions);
    }

    public override void Run() => Count(asksForLength: false);

    public override void Check()
    {
        if (_seen.Elements != _expected)
        {
            throw Wrong($"met {_seen.Elements} elements where {_expected} were expected");
        }

        if (_parser!.Status != ParseStatus.Completed)
        {
            throw Wrong("did not come to the end");
        }

        _seen = default;
    }

    public override void Dispose()
    {
        _parser?.Dispose();
        _document = null;
        base.Dispose();
    }

    protected override long GoOver()
    {
        using var reader = _document!.CreateReader();
        _expected = 0;
        while (reader.Read())
        {
            _expected += reader.NodeType == XmlNodeType.Element ? 1 : 0;
        }

        Count(asksForLength: true);
        return _seen.Length;
    }

    private void Count(bool asksForLength)
    {
        _seen = new ElementCounter(asksForLength);
        _parser!.Parse(Source, ref _seen);
    }
}
