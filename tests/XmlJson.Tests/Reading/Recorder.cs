using System.Text;

namespace XmlJson.Tests.Reading;

/// <summary>Writes down every event with its place, and holds the source to the promises of <see cref="IContentHandler"/>.</summary>
internal sealed class Recorder : IContentHandler
{
    private readonly List<RecordedEvent> _events = [];
    private readonly StringBuilder _text = new();
    private readonly Stack<XmlName> _open = new();
    private RecordedEvent? _openText;
    private Locator? _locator;
    private bool _inCData;
    private bool _hasEnded;
    private int _calls;

    /// <summary>Whether to ask for the place of every event; else nothing is asked.</summary>
    public bool AsksPositions { get; init; } = true;

    /// <summary>After how many events to stop the parse each time; 0 for never.</summary>
    public int StopsEvery { get; init; }

    /// <summary>Called at each event, with its number from 1.</summary>
    public Action<int>? AtEvent { get; init; }

    /// <summary>The events, runs of text put together.</summary>
    public IReadOnlyList<RecordedEvent> Events
    {
        get
        {
            EndText();
            return _events;
        }
    }

    /// <summary>The calls one by one, when asked for.</summary>
    public List<RecordedPiece>? Pieces { get; init; }

    /// <summary>How often the source called.</summary>
    public int Calls => _calls;

    public void StartDocument(scoped DocumentStart document)
    {
        Require(_locator is null, "StartDocument comes once, and first.");
        _locator = document.Locator;
        var declaration = document.HasDeclaration
            ? $" version={Utf8(document.Version)} encoding={Utf8(document.Encoding)} standalone={document.Standalone?.ToString() ?? "-"}"
            : "";
        Record(RecordedPieceKind.StartDocument, $"document{declaration}", default);
    }

    public void DocumentType(scoped DocumentTypeDeclaration documentType) =>
        Record(RecordedPieceKind.DocumentType, $"doctype {Utf8(documentType.Name)} {Utf8(documentType.PublicId)} {Utf8(documentType.SystemId)} {Utf8(documentType.InternalSubset)}", documentType.Name);

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        _open.Push(name);
        var line = new StringBuilder($"start {Show(name)}");
        foreach (var attribute in attributes)
        {
            line.Append($" {Show(attribute.Name)}='{Utf8(attribute.Value)}' raw='{Utf8(attribute.RawValue)}'")
                .Append(attribute.IsSpecified ? "" : " default")
                .Append(attribute.IsNamespaceDeclaration ? " declares" : "");
        }

        Record(RecordedPieceKind.StartElement, line.ToString(), name.Qualified);
    }

    public void EndElement(scoped in XmlName name)
    {
        Require(_open.Count > 0, "EndElement follows a StartElement.");
        Record(RecordedPieceKind.EndElement, $"end {Show(name)}", name.Qualified);
        Require(_open.Pop().ToString() == name.ToString(), "EndElement has the name of its StartElement.");
    }

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        Require(!text.IsEmpty, "A piece of text is never empty.");
        Require(Utf8Is(text), "A piece of text never splits a character.");
        Require(_open.Count > 0, "Text stands in an element.");
        Require(_inCData == (kind == TextKind.CData), "The text of a CDATA section stands between its events.");
        var what = kind.ToString();
        if (_openText?.What != what)
        {
            EndText();
            _openText = new RecordedEvent(what, Position, Depth, Path);
        }

        _text.Append(Encoding.UTF8.GetString(text));
        Pieces?.Add(new RecordedPiece(RecordedPieceKind.Characters, text.ToArray(), Position));
        Called();
    }

    public void StartCData()
    {
        Require(!_inCData, "CDATA sections do not nest.");
        _inCData = true;
        Record(RecordedPieceKind.StartCData, "start-cdata", default);
    }

    public void EndCData()
    {
        Require(_inCData, "EndCData follows a StartCData.");
        _inCData = false;
        Record(RecordedPieceKind.EndCData, "end-cdata", default);
    }

    public void Comment(scoped ReadOnlySpan<byte> text) => Record(RecordedPieceKind.Comment, $"comment {Utf8(text)}", text);

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) =>
        Record(RecordedPieceKind.ProcessingInstruction, $"pi {Utf8(target)} {Utf8(data)}", target);

    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => Record(RecordedPieceKind.SkippedEntity, $"skipped {Utf8(name)}", name);

    public void EndDocument()
    {
        Require(_open.Count == 0, "EndDocument comes when every element has ended.");
        Record(RecordedPieceKind.EndDocument, "end-document", default);
        _hasEnded = true;
    }

    private TextPosition Position => AsksPositions ? _locator!.Position : TextPosition.Unknown;

    private int Depth => AsksPositions ? _locator!.Depth : 0;

    private string Path => AsksPositions ? _locator!.ElementPath : "";

    private static string Show(XmlName name) => $"{Utf8(name.Qualified)}({Utf8(name.Prefix)}:{Utf8(name.Local)}){{{Utf8(name.NamespaceUri)}}}";

    private static string Utf8(ReadOnlySpan<byte> bytes)
    {
        Require(Utf8Is(bytes), "All that a source reports is UTF-8.");
        return Encoding.UTF8.GetString(bytes).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
    }

    private static bool Utf8Is(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static void Require(bool kept, string promise)
    {
        if (!kept)
        {
            throw new InvalidOperationException($"Broken promise: {promise}");
        }
    }

    private void Record(RecordedPieceKind kind, string what, scoped ReadOnlySpan<byte> text)
    {
        EndText();
        _events.Add(new RecordedEvent(what, Position, Depth, Path));
        Pieces?.Add(new RecordedPiece(kind, text.ToArray(), Position));
        Called();
    }

    private void EndText()
    {
        if (_openText is not null)
        {
            _events.Add(_openText with { What = $"{_openText.What} {Utf8(Encoding.UTF8.GetBytes(_text.ToString()))}" });
            _text.Clear();
            _openText = null;
        }
    }

    private void Called()
    {
        Require(_locator is not null, "StartDocument comes first.");
        Require(!_hasEnded, "Nothing comes behind EndDocument.");
        Require(!_locator!.StopRequested, "No event comes before the source has seen the request to stop.");
        _calls++;
        AtEvent?.Invoke(_calls);
        if (StopsEvery > 0 && _calls % StopsEvery == 0)
        {
            _locator.Stop();
        }
    }
}
