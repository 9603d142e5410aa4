using XmlJson.Text;

namespace XmlJson.Mapping;

/// <summary>Gives the events on a tape to a handler: resolves names and namespaces, and checks what only now is known.</summary>
internal sealed class EventReplay : IInputPlace
{
    private readonly EventTape _tape;
    private readonly EventNames _names;
    private readonly LossRecorder _losses;
    private readonly MappingOptions _options;
    private readonly TapeAttributes _attributes;
    private Opened[] _open = new Opened[16];
    private int _depth;
    private bool _hasStarted;
    private bool _hasRoot;
    private bool _hasDocumentType;
    private bool _mayHaveEntities;
    private ITextElementHandler? _textElements;

    public EventReplay(EventTape tape, EventNames names, MappingOptions options, LossRecorder losses)
    {
        _tape = tape;
        _names = names;
        _options = options;
        _losses = losses;
        _attributes = new TapeAttributes(tape, names, losses);
        Locator = new JsonLocator(this);
    }

    /// <summary>Positions of the events given out.</summary>
    public JsonLocator Locator { get; private set; }

    /// <inheritdoc/>
    public TextPosition Position => Locator.Position;

    /// <inheritdoc/>
    public string Path => Locator.ElementPath;

    /// <summary>The number of open elements.</summary>
    public int Depth => _depth;

    /// <summary>The name of an open element, from 0, the root.</summary>
    public XmlName this[int depth] => NameOf(in _open[depth]);

    /// <summary>Begins a document.</summary>
    /// <param name="textElements">The handler, where it takes an element that holds nothing but a text in one event.</param>
    public void Begin(ITextElementHandler? textElements)
    {
        _textElements = textElements;
        _depth = 0;
        _hasStarted = false;
        _hasRoot = false;
        _hasDocumentType = false;
        _mayHaveEntities = false;
        _names.Scope.Reset();
        if (textElements is null)
        {
            // Who kept that of another document must not stop this one.
            Locator = new JsonLocator(this);
        }

        Locator.StopRequested = false;
        Locator.Offset = 0;
    }

    /// <summary>Lets go of the handler.</summary>
    public void Forget() => _textElements = null;

    /// <summary>Gives out every event that is decided.</summary>
    /// <returns>Whether the handler wants more.</returns>
    public bool Run<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        while (_tape.First < _tape.Decided)
        {
            var row = _tape.First++;
            var kind = _tape[row].Kind;
            if (kind is EventKind.None or EventKind.Attribute or EventKind.DefaultedAttribute)
            {
                continue;
            }

            Locator.Offset = _tape[row].Offset;
            if (!_hasStarted)
            {
                if (!Start(row, ref handler))
                {
                    return false;
                }

                if (kind == EventKind.XmlDeclaration)
                {
                    continue;
                }
            }

            if (!Give(row, kind, ref handler))
            {
                return false;
            }
        }

        return true;
    }

    private bool Start<THandler>(int row, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        _hasStarted = true;
        if (_tape[row].Kind == EventKind.XmlDeclaration)
        {
            var version = FieldOf(row, "@version"u8, out _);
            var encoding = FieldOf(row, "@encoding"u8, out _);
            var standalone = FieldOf(row, "@standalone"u8, out _);
            MarkupRules.CheckXmlDeclaration(version, encoding, standalone, _losses);
            handler.StartDocument(new DocumentStart(Locator, version, encoding, standalone.IsEmpty ? null : standalone.SequenceEqual("yes"u8)));
        }
        else
        {
            handler.StartDocument(new DocumentStart(Locator));
        }

        return !Locator.StopRequested;
    }

    private bool Give<THandler>(int row, EventKind kind, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        ref var node = ref _tape[row];
        switch (kind)
        {
            case EventKind.StartElement when _textElements is not null && TryGiveTextElement(row, in node):
                return true;
            case EventKind.StartElement:
                return StartElement(row, ref handler);
            case EventKind.TextElement when node.NextAttribute == 0 && _depth > 0 && _names.PlainName(node.Key) is >= 0 and var plain:
                return PlainTextElement(plain, in node, ref handler);
            case EventKind.TextElement:
                return StartElement(row, ref handler) && Text(in node, ref handler) && EndElement(ref handler);
            case EventKind.EndElement:
                return EndElement(ref handler);
            case EventKind.Text:
                return Text(in node, ref handler);
            case EventKind.CData:
                return CData(_tape.TextOf(in node), ref handler);
            case EventKind.Comment:
                MarkupRules.CheckComment(_tape.TextOf(in node), _losses);
                handler.Comment(_tape.TextOf(in node));
                break;
            case EventKind.ProcessingInstruction:
                ProcessingInstruction(in node, ref handler);
                break;
            case EventKind.SkippedEntity:
                SkippedEntity(_tape.TextOf(in node), ref handler);
                break;
            case EventKind.DocumentType:
                DocumentType(row, ref handler);
                break;
            default:
                _losses.Throw(MappingErrorCode.InvalidXmlDeclaration, "The XML declaration must come first.");
                break;
        }

        return !Locator.StopRequested;
    }

    // An element, a text in it and its end: one event, where the handler takes it and all that has to be known stands in the rows.
    private bool TryGiveTextElement(int row, in EventRow node)
    {
        if (row + 3 > _tape.Decided || node.NextAttribute != 0 || _depth == 0 || _tape[row + 2].Kind != EventKind.EndElement)
        {
            return false;
        }

        ref readonly var text = ref _tape[row + 1];
        var plain = _names.PlainName(node.Key);
        if (text.Kind != EventKind.Text || text.TextLength == 0 || plain < 0)
        {
            return false;
        }

        var name = new XmlName(_names.Table, plain, _names.Scope.Default);
        _textElements!.TextElement(in name, _tape.TextOf(in text));
        _tape.First = row + 3;
        return true;
    }

    private bool StartElement<THandler>(int row, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        var outerDeclarations = _names.Scope.Count;
        _hasRoot = true;
        if (_depth == _open.Length)
        {
            Array.Resize(ref _open, _depth * 2);
        }

        var plain = _names.PlainName(_tape[row].Key);
        if (_depth == 0 || plain < 0 || !_attributes.TryReadPlain(row, out var attributes))
        {
            attributes = _attributes.Read(row, isRoot: _depth == 0);
        }

        // What the attributes declare is in force now.
        var name = plain < 0 ? _names.Element(_tape[row].Key) : new XmlName(_names.Table, plain, _names.Scope.Default);
        _open[_depth++] = new Opened(name.Id, name.NamespaceId, outerDeclarations);
        handler.StartElement(in name, attributes);
        return !Locator.StopRequested;
    }

    // It declares nothing and needs no declaration.
    private bool PlainTextElement<THandler>(int plain, in EventRow node, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (_depth == _open.Length)
        {
            Array.Resize(ref _open, _depth * 2);
        }

        var name = new XmlName(_names.Table, plain, _names.Scope.Default);
        if (_textElements is not null && node.TextLength > 0)
        {
            _textElements.TextElement(in name, _tape.TextOf(in node));
            return true;
        }

        _open[_depth++] = new Opened(name.Id, name.NamespaceId, _names.Scope.Count);
        handler.StartElement(in name, default);
        if (Locator.StopRequested || !Text(in node, ref handler))
        {
            return false;
        }

        handler.EndElement(in name);
        _depth--;
        return !Locator.StopRequested;
    }

    private bool EndElement<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        // The locator still counts the element: it is the current one.
        ref readonly var element = ref _open[_depth - 1];
        var name = NameOf(in element);
        handler.EndElement(in name);
        _depth--;
        _names.Scope.Restore(element.OuterDeclarations);
        return !Locator.StopRequested;
    }

    private bool Text<THandler>(in EventRow node, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (node.TextLength > 0)
        {
            handler.Characters(_tape.TextOf(in node), TextKind.Text);
        }

        return !Locator.StopRequested;
    }

    private void ProcessingInstruction<THandler>(in EventRow node, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        var target = _names.Target(node.Key);
        var text = _tape.TextOf(in node);
        MarkupRules.CheckProcessingInstruction(target, text, _losses);

        // White space behind the target separates (XML 1.0 §2.6 [16]).
        var data = text.TrimStart(" \n\t\r"u8);
        if (data.Length < text.Length)
        {
            _losses.Add(MappingLossKind.WhiteSpace);
        }

        handler.ProcessingInstruction(target, data);
    }

    // A section cannot hold its own end: the text goes on in another.
    private bool CData<THandler>(ReadOnlySpan<byte> text, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        while (true)
        {
            var end = text.IndexOf("]]>"u8);
            var section = end < 0 ? text : text[..(end + 2)];
            handler.StartCData();
            if (!Locator.StopRequested && !section.IsEmpty)
            {
                handler.Characters(section, TextKind.CData);
            }

            if (!Locator.StopRequested)
            {
                handler.EndCData();
            }

            if (end < 0 || Locator.StopRequested)
            {
                return !Locator.StopRequested;
            }

            _losses.Add(MappingLossKind.CDataSection);
            text = text[(end + 2)..];
        }
    }

    private void DocumentType<THandler>(int row, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (_hasRoot || _hasDocumentType)
        {
            _losses.Throw(MappingErrorCode.InvalidDocumentType, "There is one document type declaration at most, and it comes before the root element.");
        }

        _hasDocumentType = true;
        var name = FieldOf(row, "@name"u8, out _);
        var publicId = FieldOf(row, "@public"u8, out var hasPublicId);
        var systemId = FieldOf(row, "@system"u8, out var hasSystemId);
        var subset = FieldOf(row, "@internalSubset"u8, out var hasSubset);
        MarkupRules.CheckDocumentType(name, publicId, systemId, subset, _options, _losses);
        var doctype = new DocumentTypeDeclaration(name);
        if (hasPublicId)
        {
            doctype = doctype with { PublicId = publicId };
        }

        // A public identifier does not stand alone (XML 1.0 §4.2.2 [75]).
        if (hasSystemId || hasPublicId)
        {
            doctype = doctype with { SystemId = systemId };
        }

        if (hasSubset)
        {
            doctype = doctype with { InternalSubset = subset };
        }

        _mayHaveEntities = hasSystemId || hasPublicId || !subset.IsEmpty;
        handler.DocumentType(doctype);
    }

    private ReadOnlySpan<byte> FieldOf(int row, ReadOnlySpan<byte> key, out bool isPresent)
    {
        isPresent = true;
        for (var step = _tape[row].NextAttribute; step != 0; step = _tape[row].NextAttribute)
        {
            row += step;
            if (_names.Key(_tape[row].Key).SequenceEqual(key))
            {
                return _tape.TextOf(in _tape[row]);
            }
        }

        isPresent = false;
        return [];
    }

    // Where there is nothing that could declare an entity, a reference to one is not well-formed (XML 1.0 §4.1, Entity Declared).
    private void SkippedEntity<THandler>(ReadOnlySpan<byte> name, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (!_mayHaveEntities || !NameCharacters.IsNCName(name) || Reference.Resolve(name, out _) != ReferenceKind.Entity)
        {
            _losses.Throw(MappingErrorCode.InvalidEntityReference, "A reference needs the name of an entity that is not predefined, and a document type declaration that may declare it.");
        }

        handler.SkippedEntity(name);
    }

    private XmlName NameOf(ref readonly Opened element) => new(_names.Table, element.Name, element.Uri);

    // By numbers: the collector wants to know of each reference that is written.
    private readonly struct Opened(int name, int uri, int outerDeclarations)
    {
        public readonly int Name = name;
        public readonly int Uri = uri;
        public readonly int OuterDeclarations = outerDeclarations;
    }
}
