using System.Xml;

namespace XmlJson.Trees.SystemXml;

/// <summary>Reads a <see cref="Document"/>, or a part of one, as if it were text: what <see cref="Document.CreateReader"/> gives.</summary>
internal sealed partial class DocumentReader : XmlReader
{
    private readonly Document _document;
    private readonly NameAtoms _atoms;
    private readonly int _top;
    private readonly ReaderScope _scope;
    private readonly NamespaceFixup? _fixup;
    private ReadState _state = ReadState.Initial;
    private Place _place;
    private int _row;
    private int _depth;
    private AtomizedName _name = AtomizedName.None;
    private string? _value;

    /// <summary>Makes a reader.</summary>
    /// <param name="document">The document.</param>
    /// <param name="top">What is read: the document, a fragment, or any other node.</param>
    public DocumentReader(Document document, int top)
    {
        _document = document;
        _top = _row = top;
        _atoms = document.Atoms;
        _scope = new ReaderScope(_atoms.Table);
        if (document.IsEdited)
        {
            _fixup = new NamespaceFixup(document);
        }
        else if (document.Node(top).Parent is var parent and >= 0 && top != Document.DocumentRow)
        {
            DeclareOuter(parent);
        }
    }

    private enum Place : byte
    {
        Nowhere,
        Declaration,
        Start,
        End,
    }

    /// <inheritdoc/>
    public override XmlNodeType NodeType =>
        Alive._inValue ? XmlNodeType.Text
        : _attribute >= 0 ? XmlNodeType.Attribute
        : _place switch
        {
            Place.Nowhere => XmlNodeType.None,
            Place.Declaration => XmlNodeType.XmlDeclaration,
            Place.End => XmlNodeType.EndElement,
            _ => TypeOf(_row),
        };

    /// <inheritdoc/>
    public override string LocalName => CurrentName.Local;

    /// <inheritdoc/>
    public override string Name => CurrentName.Qualified;

    /// <inheritdoc/>
    public override string NamespaceURI => CurrentName.NamespaceUri;

    /// <inheritdoc/>
    public override string Prefix => CurrentName.Prefix;

    /// <inheritdoc/>
    public override string Value => Alive._attribute >= 0 ? ValueOf(_attribute) : _value ??= ValueOfNode();

    /// <inheritdoc/>
    public override int Depth => Alive._depth + (_inValue ? 2 : _attribute >= 0 ? 1 : 0);

    /// <inheritdoc/>
    public override string BaseURI
    {
        get
        {
            _ = Alive;
            return "";
        }
    }

    /// <summary>Whether it is an element without children: a tree does not know whether it was written with one tag or two.</summary>
    public override bool IsEmptyElement =>
        Alive._attribute < 0 && _place == Place.Start && _document.Node(_row).Kind == NodeKind.Element && Reported(_document.Node(_row).FirstChild) == 0;

    /// <inheritdoc/>
    public override bool EOF => _state == ReadState.EndOfFile;

    /// <inheritdoc/>
    public override ReadState ReadState => _state;

    /// <inheritdoc/>
    public override XmlNameTable NameTable => _atoms.Table;

    /// <inheritdoc/>
    public override string XmlLang => Alive._scope.Language;

    /// <inheritdoc/>
    public override XmlSpace XmlSpace => Alive._scope.Space;

    /// <summary>That nothing is left out or added, and that all characters are allowed: so a reader around this one does not check again.</summary>
    public override XmlReaderSettings Settings => new()
    {
        ConformanceLevel = _document.Node(_top).Kind is NodeKind.Document or NodeKind.Element ? ConformanceLevel.Document : ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Parse,
        NameTable = _atoms.Table,
    };

    // This, unless it is open and the document was disposed: what is kept here of it is not given out then.
    private DocumentReader Alive
    {
        get
        {
            if (_state != ReadState.Closed)
            {
                _document.RefuseDisposed();
            }

            return this;
        }
    }

    private AtomizedName CurrentName => Alive._inValue ? AtomizedName.None : _attribute >= 0 ? _attributes[_attribute].Name : _name;

    /// <inheritdoc/>
    public override void Close()
    {
        Leave(ReadState.Closed);
        base.Close();
    }

    private XmlNodeType TypeOf(int row)
    {
        switch (_document.Node(row).Kind)
        {
            case NodeKind.Element:
                return XmlNodeType.Element;
            case NodeKind.CData:
                return XmlNodeType.CDATA;
            case NodeKind.EntityReference:
                return XmlNodeType.EntityReference;
            case NodeKind.Comment:
                return XmlNodeType.Comment;
            case NodeKind.ProcessingInstruction:
                return XmlNodeType.ProcessingInstruction;
            case NodeKind.DocumentType:
                return XmlNodeType.DocumentType;
            default:
                return TypeOfText(row);
        }
    }

    private string ValueOfNode()
    {
        ref var node = ref _document.Node(_row);
        return _place == Place.Declaration ? DeclarationValue()
            : _place != Place.Start || node.IsContainer || node.Kind == NodeKind.EntityReference ? ""
            : node.Kind == NodeKind.DocumentType ? Utf8String(_document.DocumentTypeOf(_row).InternalSubset)
            : IsPlainText(_row) ? ValueOfText(_row)
            : _document.StringOf(_row);
    }

    private static string Utf8String(byte[]? text) => System.Text.Encoding.UTF8.GetString(text ?? []);
}
