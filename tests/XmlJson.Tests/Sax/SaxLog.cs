using System.Text;
using System.Xml;

namespace XmlJson.Tests.Sax;

/// <summary>Writes down every event that SAX has, in order; the pieces of one run of text together.</summary>
internal sealed class SaxLog : SaxHandler
{
    private readonly List<string> _events = [];

    /// <summary>Where the parse stands.</summary>
    public Locator? Locator { get; private set; }

    /// <summary>Called at each event, with what is written down of it.</summary>
    public Action<string>? AtEvent { get; init; }

    /// <summary>The events of a document whose definition is parsed, between <c>document</c> and <c>end-document</c>.</summary>
    public static string Read(string document, XmlParserOptions? options = null)
    {
        var log = new SaxLog();
        Assert.Equal(ParseStatus.Completed, log.Parse(document, options));
        Assert.Equal(("document", "end-document"), (log._events[0], log._events[^1]));
        return string.Join(" | ", log._events[1..^1]);
    }

    /// <summary>Reads a document whose definition is parsed.</summary>
    public ParseStatus Parse(string document, XmlParserOptions? options = null) =>
        Xml.Parse(Encoding.UTF8.GetBytes(document), this, OptionsFrom(options));

    /// <summary>Options that tell this handler of entities.</summary>
    public XmlParserOptions OptionsFrom(XmlParserOptions? options = null) =>
        (options ?? XmlParserOptions.Default) with { DtdProcessing = DtdProcessing.Parse, EntityHandler = this };

    public override string ToString() => string.Join(" | ", _events);

    public override void StartDocument(scoped DocumentStart document)
    {
        Locator = document.Locator;
        Add("document");
    }

    public override void DocumentType(scoped DocumentTypeDeclaration documentType) =>
        Add($"doctype {Text(documentType.Name)}"
            + (documentType.HasPublicId ? $" public={Text(documentType.PublicId)}" : "")
            + (documentType.HasSystemId ? $" system={Text(documentType.SystemId)}" : ""));

    public override void StartPrefixMapping(scoped ReadOnlySpan<byte> prefix, scoped ReadOnlySpan<byte> uri) => Add($"start-prefix {Text(prefix)}={Text(uri)}");

    public override void EndPrefixMapping(scoped ReadOnlySpan<byte> prefix) => Add($"end-prefix {Text(prefix)}");

    public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        var line = new StringBuilder($"start {name}");
        foreach (var attribute in attributes)
        {
            if (!attribute.IsNamespaceDeclaration)
            {
                line.Append($" {attribute.Name}={attribute.GetString()}");
            }
        }

        Add(line.ToString());
    }

    public override void EndElement(scoped in XmlName name) => Add($"end {name}");

    public override void Characters(scoped ReadOnlySpan<byte> text) => AddText("text", text);

    public override void IgnorableWhiteSpace(scoped ReadOnlySpan<byte> text) => AddText("white-space", text);

    public override void StartCData() => Add("start-cdata");

    public override void EndCData() => Add("end-cdata");

    public override void Comment(scoped ReadOnlySpan<byte> text) => Add($"comment {Text(text)}");

    public override void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => Add($"pi {Text(target)} {Text(data)}");

    public override void SkippedEntity(scoped ReadOnlySpan<byte> name) => Add($"skipped {Text(name)}");

    public override void StartEntity(scoped ReadOnlySpan<byte> name) => Add($"start-entity {Text(name)}");

    public override void EndEntity(scoped ReadOnlySpan<byte> name) => Add($"end-entity {Text(name)}");

    public override void EndDocument() => Add("end-document");

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);

    private void AddText(string kind, ReadOnlySpan<byte> text)
    {
        if (_events[^1].StartsWith(kind + " ", StringComparison.Ordinal))
        {
            _events[^1] += Text(text);
        }
        else
        {
            Add($"{kind} {Text(text)}");
        }
    }

    private void Add(string line)
    {
        _events.Add(line);
        AtEvent?.Invoke(line);
    }
}
