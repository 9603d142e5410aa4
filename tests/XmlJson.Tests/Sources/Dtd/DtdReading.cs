using System.Text;

namespace XmlJson.Tests.Sources.Dtd;

/// <summary>Reads a document type declaration as the parser does, and keeps all that comes of it.</summary>
internal sealed class DtdReading : IDtdErrors
{
    private readonly DeclarationLog _log = new();
    private readonly DocumentTypeReader _reader;

    public DtdReading(string doctype, DtdSettings? settings = null, IExternalEntities? external = null, bool logs = true)
        : this(Encoding.UTF8.GetBytes(doctype), settings, external, logs)
    {
    }

    public DtdReading(byte[] doctype, DtdSettings? settings = null, IExternalEntities? external = null, bool logs = true)
    {
        settings ??= new DtdSettings();
        external ??= settings.External;
        settings = settings with { External = external, Handler = logs ? _log : null };
        Budget = new ExpansionBudget { Input = doctype.Length };
        Loader = new ExternalEntityLoader(external, Budget);
        Names = new XmlNames();
        _reader = new DocumentTypeReader(Names, settings, Loader, Budget, this);
        var scanner = default(DoctypeScanner);
        scanner.Scan(doctype);
        try
        {
            _reader.ReadHeader(doctype.AsSpan(0, scanner.Length));
            Subset = _reader.Header.HasInternalSubset ? Encoding.UTF8.GetString(_reader.Header.InternalSubset) : null;
            _reader.ReadSubsets();
            Assert.Equal(DoctypeScanState.Complete, scanner.State);
        }
        catch (XmlSyntaxException e)
        {
            Error = e;
        }
    }

    public XmlSyntaxException? Error { get; private set; }

    public DtdPlace ErrorPlace { get; private set; }

    public string? Subset { get; }

    public ExpansionBudget Budget { get; }

    public ExternalEntityLoader Loader { get; }

    public XmlNames Names { get; }

    public DocumentTypeReader Reader => _reader;

    public DtdDeclarations Declarations => _reader.Declarations;

    public IReadOnlyList<string> Events => Error is null ? _log.Lines : throw Error;

    public ElementDeclaration? Element(string name) => Declarations.FindElement(Names.Intern(Encoding.UTF8.GetBytes(name)));

    public AttributeDefinition? Attribute(string element, string attribute) =>
        Element(element)?.Find(Names.Intern(Encoding.UTF8.GetBytes(attribute)));

    /// <summary>The default value of an attribute, or null.</summary>
    public string? Default(string element, string attribute) =>
        Error is not null ? throw Error : Attribute(element, attribute) is { HasDefault: true } found ? Encoding.UTF8.GetString(found.Value) : null;

    /// <summary>The replacement text of a general entity, or null.</summary>
    public string? Entity(string name) =>
        Error is not null ? throw Error : Declarations.FindEntity(Encoding.UTF8.GetBytes(name)) is { HasText: true } found ? Encoding.UTF8.GetString(found.Text.Span) : null;

    public XmlSyntaxException Create(XmlErrorCode code, string description, in DtdPlace place, Exception? innerException = null)
    {
        ErrorPlace = place;
        return new XmlSyntaxException(code, description + place.Describe(), new TextPosition(1, place.DocumentOffset + 1, place.DocumentOffset), "/", innerException);
    }
}
