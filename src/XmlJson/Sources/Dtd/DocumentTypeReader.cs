using System.Diagnostics;
using XmlJson.Text;

namespace XmlJson;

/// <summary>
/// Reads a document type declaration and all it refers to (XML 1.0 §2.8): a processor that does not validate but checks every well-formedness constraint.
/// </summary>
/// <remarks>
/// Use: let a <see cref="DoctypeScanner"/> find the declaration's end; <see cref="ReadHeader"/>; report <see cref="Header"/>; <see cref="ReadSubsets"/>. When the scanner, or the input,
/// ended early, do the same without reporting: one of the two throws.
/// </remarks>
internal sealed class DocumentTypeReader
{
    private readonly DtdSettings _settings;
    private readonly DtdInput _input;
    private readonly MiscReader _misc;
    private readonly ElementDeclarationReader _elements;
    private readonly AttributeListReader _attributeLists;
    private readonly EntityDeclarationReader _entities;
    private readonly NotationDeclarationReader _notations;
    private readonly ConditionalSectionReader _sections;
    private byte[] _name = [];
    private byte[]? _publicId;
    private byte[]? _systemId;
    private ReadOnlyMemory<byte>? _internalSubset;
    private int _externalIdOffset;

    /// <summary>Makes a reader for one declaration.</summary>
    /// <param name="names">The parser's names.</param>
    /// <param name="settings">What it depends on.</param>
    /// <param name="loader">Loads external entities, for the whole document.</param>
    /// <param name="budget">Limits expansion, for the whole document.</param>
    /// <param name="errors">Makes errors; offsets in the document are offsets from <c>&lt;!DOCTYPE</c> on.</param>
    public DocumentTypeReader(XmlNames names, DtdSettings settings, ExternalEntityLoader loader, ExpansionBudget budget, IDtdErrors errors)
    {
        _settings = settings;
        Declarations = new DtdDeclarations(names, settings.Standalone == true);
        Expander = new AttributeValueExpander(Declarations, budget, settings.MaxEntityDepth);
        _input = new DtdInput(Declarations, settings, loader, budget, errors);
        _misc = new MiscReader(_input, settings);
        _elements = new ElementDeclarationReader(_input, Declarations, settings);
        _attributeLists = new AttributeListReader(_input, Declarations, settings, Expander);
        _entities = new EntityDeclarationReader(_input, Declarations, settings);
        _notations = new NotationDeclarationReader(_input, settings);
        _sections = new ConditionalSectionReader(_input);
    }

    /// <summary>What was declared.</summary>
    public DtdDeclarations Declarations { get; }

    /// <summary>Normalizes attribute values by these declarations; for the parser, too.</summary>
    public AttributeValueExpander Expander { get; }

    /// <summary>The declaration as written, once <see cref="ReadHeader"/> has returned for a whole one.</summary>
    public DocumentTypeDeclaration Header
    {
        get
        {
            var header = new DocumentTypeDeclaration(_name);
            header = _publicId is null ? header : header with { PublicId = _publicId };
            header = _systemId is null ? header : header with { SystemId = _systemId };
            return _internalSubset is { } subset ? header with { InternalSubset = subset.Span } : header;
        }
    }

    /// <summary>What is being read, and what it is relative to: for a <see cref="Locator"/> while <see cref="ReadSubsets"/> runs.</summary>
    public DtdInput Input => _input;

    /// <summary>Reads up to the internal subset.</summary>
    /// <param name="doctype">The declaration from <c>&lt;!DOCTYPE</c> to its <c>&gt;</c>, or as far as it goes, in valid UTF-8. Copied.</param>
    /// <exception cref="XmlSyntaxException">It is malformed.</exception>
    // [28] doctypedecl ::= '<!DOCTYPE' S Name (S ExternalID)? S? ('[' intSubset ']' S?)? '>'
    public void ReadHeader(ReadOnlySpan<byte> doctype)
    {
        _input.StartDocument(doctype);
        if (!_input.TryTake("<!DOCTYPE"u8))
        {
            throw _input.Unexpected(XmlErrorCode.InvalidDocumentType, "'<!DOCTYPE'");
        }

        _input.RequireWhiteSpace("'<!DOCTYPE'");
        _name = _input.ReadQualifiedName("the root element's name").ToArray();
        var space = _input.SkipWhiteSpace();
        if (space && (_input.IsAtKeyword("SYSTEM"u8) || _input.IsAtKeyword("PUBLIC"u8)))
        {
            _externalIdOffset = _input.Offset;
            var identifier = ExternalIdReader.Read(_input, _settings.BaseUri);
            _publicId = identifier.HasPublicId ? identifier.PublicId.ToArray() : null;
            _systemId = identifier.SystemId.ToArray();
            _input.SkipWhiteSpace();
        }

        if (_input.TryTake((byte)'['))
        {
            var rest = _input.RestAsMemory;
            _internalSubset = rest[..Math.Max(0, rest.Span.LastIndexOf((byte)']'))];
        }
        else if (!_input.IsAt((byte)'>'))
        {
            throw _input.Unexpected(XmlErrorCode.InvalidDocumentType, _systemId is null ? "'SYSTEM', 'PUBLIC', '[' or '>'" : "'[' or '>'");
        }
    }

    /// <summary>Reads the internal subset and, if it can be had, the external one.</summary>
    /// <exception cref="XmlSyntaxException">Something is malformed, or a limit is reached.</exception>
    public void ReadSubsets()
    {
        Declarations.HasExternalSubset = _systemId is not null;
        if (_internalSubset is not null)
        {
            ReadDeclarations();
        }

        _input.RequireEnd(XmlErrorCode.InvalidDocumentType);
        Debug.Assert(_input.AtEnd, "The scanner and the reader agree on where the declaration ends.");
        if (_systemId is not null)
        {
            ReadExternalSubset();
        }

        _attributeLists.Finish();
    }

    // [30] extSubset ::= TextDecl? extSubsetDecl
    private void ReadExternalSubset()
    {
        var subset = new EntityDeclaration("[dtd]"u8.ToArray(), isParameter: true)
        {
            IsExternalSubset = true,
            PublicId = _publicId is null ? null : Spaces.NormalizePublicId(_publicId),
            SystemId = _systemId,
            BaseUri = _settings.BaseUri,
        };
        if (_input.TryStartExternalSubset(subset, _externalIdOffset))
        {
            ReadDeclarations();
        }
        else
        {
            _settings.Handler?.SkippedEntity(subset.Name);
        }
    }

    private void ReadDeclarations()
    {
        while (true)
        {
            try
            {
                while (TryReadNext())
                {
                }

                return;
            }
            catch (UnreadReferenceException)
            {
                Declarations.SetIncomplete();
                if (!_input.Abandon())
                {
                    return;
                }
            }
        }
    }

    // [28b] intSubset ::= (markupdecl | DeclSep)*
    // [31] extSubsetDecl ::= ( markupdecl | conditionalSect | DeclSep)*
    // [28a] DeclSep ::= PEReference | S
    // Returns whether there may be more.
    private bool TryReadNext()
    {
        _input.SkipPlainWhiteSpace();
        if (_input.AtEnd)
        {
            return TryLeave();
        }

        if (_input.TryTake((byte)'<'))
        {
            ReadMarkup();
        }
        else if (_input.IsAt((byte)'%'))
        {
            _input.TryEnterReference(DtdFrameKind.Separator);
        }
        else if (_input.IsInDocument && _input.TryTake((byte)']'))
        {
            return false;
        }
        else if (_input.IsInSection && _input.TryTake("]]>"u8))
        {
            _input.OpenSections--;
        }
        else
        {
            throw _input.Unexpected(XmlErrorCode.InvalidMarkupDeclaration, _input.IsInDocument ? "a declaration or ']'" : "a declaration");
        }

        return true;
    }

    // At the end of a text between declarations. Returns whether there is another to go on with.
    private bool TryLeave()
    {
        if (_input.Kind != DtdFrameKind.Declaration && _input.IsInSection)
        {
            throw _input.Unterminated("a conditional section");
        }

        if (_input.Depth > 1)
        {
            _input.Pop();
            return true;
        }

        if (_input.IsInDocument)
        {
            throw _input.Unexpected(XmlErrorCode.UnexpectedEnd, "a declaration or ']'");
        }

        _input.EndExternalSubset();
        return false;
    }

    // [29] markupdecl ::= elementdecl | AttlistDecl | EntityDecl | NotationDecl | PI | Comment. The '<' was passed.
    private void ReadMarkup()
    {
        var start = _input.Offset - 1;
        if (_input.TryTake((byte)'?'))
        {
            _misc.ReadInstruction();
        }
        else if (_input.TryTake("!--"u8))
        {
            _misc.ReadComment();
        }
        else if (_input.TryTake("!["u8))
        {
            _sections.Read(start);
        }
        else if (_input.TryTake("!ELEMENT"u8))
        {
            _elements.Read();
        }
        else if (_input.TryTake("!ATTLIST"u8))
        {
            _attributeLists.Read();
        }
        else if (_input.TryTake("!ENTITY"u8))
        {
            _entities.Read(_input.IsInDocument, _input.BaseUri);
        }
        else if (_input.TryTake("!NOTATION"u8))
        {
            _notations.Read(_input.BaseUri);
        }
        else
        {
            throw _input.Unexpected(XmlErrorCode.InvalidMarkupDeclaration, "'!ELEMENT', '!ATTLIST', '!ENTITY', '!NOTATION', '!--' or '?' after '<'");
        }
    }
}
