using XmlJson.Text;

namespace XmlJson;

public sealed partial class Utf8XmlWriter
{
    // How many bytes of the CDATA section's end so far are ']', up to 2: with '>' they would end it.
    private int _brackets;
    private bool _hasDocumentType;
    private int _fragmentDepth;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Something was written before, and this is no fragment.</exception>
    public void StartDocument(scoped DocumentStart document)
    {
        if (_options.IsFragment)
        {
            EnterContent();
            _fragmentDepth = _depth;
            return;
        }

        if (_state != State.Start)
        {
            Refuse("A document begins once, before everything else.");
        }

        _state = State.Prolog;
        if (document.HasDeclaration && _options.Declaration != XmlDeclarationStyle.Omit)
        {
            Demand(MarkupRules.CheckVersion(document.Version), nameof(document));
            WriteDeclaration(document.Version, document.Encoding, document.Standalone);
        }
        else if (_options.Declaration == XmlDeclarationStyle.Always)
        {
            WriteDeclaration("1.0"u8, "utf-8"u8, standalone: null);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A part of it is not as XML 1.0 §2.8 [28] says.</exception>
    /// <exception cref="InvalidOperationException">It comes after the root element's start or a second time, or this is a fragment.</exception>
    public void DocumentType(scoped DocumentTypeDeclaration documentType)
    {
        EnterProlog();
        if (_state != State.Prolog || _hasDocumentType)
        {
            Refuse(_options.IsFragment ? "A fragment has no document type declaration." : "A document type declaration comes once, before the root element.");
        }

        Demand(MarkupRules.CheckDocumentType(documentType), nameof(documentType));
        _hasDocumentType = true;
        _output.Write("<!DOCTYPE "u8);
        _output.Write(documentType.Name);
        if (documentType.HasPublicId)
        {
            _output.Write(" PUBLIC "u8);
            WriteQuoted(documentType.PublicId);
            _output.Write((byte)' ');
            WriteQuoted(documentType.SystemId);
        }
        else if (documentType.HasSystemId)
        {
            _output.Write(" SYSTEM "u8);
            WriteQuoted(documentType.SystemId);
        }

        if (documentType.HasInternalSubset)
        {
            _output.Write(" ["u8);
            WriteLines(documentType.InternalSubset);
            _output.Write((byte)']');
        }

        _output.Write((byte)'>');
        _output.Write(_newLine);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A name is empty, two attributes have the same one, a namespace is declared wrongly, or a value holds what XML cannot.</exception>
    /// <exception cref="InvalidOperationException">The root element was written before, a CDATA section is open, or the tag declares a prefix otherwise than a name in it needs.</exception>
    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        if (_state is not (State.Tag or State.Content))
        {
            EnterElement();
        }

        if (_indenter is not null)
        {
            CloseTag();
            _indenter.BeforeChild(ref _output);
        }

        WriteStartTag(in name, in attributes);
        _indenter?.Open(PreservesSpace(in attributes));
        if (_depth == _open.Length)
        {
            Array.Resize(ref _open, _depth * 2);
        }

        _open[_depth++].Set(in name);
        _state = State.Tag;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No element is open, or one of another name, or a CDATA section is.</exception>
    public void EndElement(scoped in XmlName name)
    {
        if (_state is not (State.Tag or State.Content))
        {
            EnterContent();
        }

        if (_depth == 0)
        {
            Refuse("No element is open that could end.");
        }

        if (!_open[_depth - 1].IsSameAs(in name))
        {
            EndAnother(in name);
        }

        WriteEndTag(in name);
    }

    /// <inheritdoc/>
    ParseStatus IDirectHandler.Receive<TSource>(scoped ref TSource source)
    {
        var reference = new Utf8XmlWriterReference(this);
        return source.Run(ref reference);
    }

    /// <inheritdoc/>
    void ITextElementHandler.TextElement(scoped in XmlName name, scoped ReadOnlySpan<byte> text)
    {
        if (_indenter is not null || _state is not (State.Tag or State.Content) || text.Length > LongestPlain || !TryWriteTextElement(in name, text))
        {
            StartElement(in name, default);
            Characters(text, TextKind.Text);
            EndElement(in name);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The text is no UTF-8 or holds a character that XML does not allow (XML 1.0 §2.2 [2]).</exception>
    /// <exception cref="InvalidOperationException">No element is open, or the kind does not fit: CDATA comes in a CDATA section, and nothing else does.</exception>
    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        if (kind == TextKind.CData)
        {
            WriteCDataText(text);
            return;
        }

        if (_state is not (State.Tag or State.Content))
        {
            EnterContent();
        }

        if (text.IsEmpty)
        {
            return;
        }

        if (_indenter is not null)
        {
            CloseTag();
            _indenter.Text(ref _output, isWhiteSpace: text.IndexOfAnyExcept(" \n\t"u8) < 0);
        }

        if (text.Length <= LongestPlain)
        {
            ref var room = ref _output.Reserve(text.Length + XmlEscaper.Room + 1);
            room = (byte)'>';
            var tagEnd = _state == State.Tag ? 1 : 0;
            if (XmlEscaper.TryCopy<TextEscapeRules>(text, ref Unchecked.At(ref room, tagEnd)))
            {
                _output.Advance(text.Length + tagEnd);
                _state = State.Content;
                return;
            }
        }

        CloseTag();
        EscapePieces<TextEscapeRules>(text, nameof(text));
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No element is open, or a CDATA section is.</exception>
    public void StartCData()
    {
        EnterContent();
        CloseTag();
        _indenter?.Text(ref _output, isWhiteSpace: false);
        _output.Write("<![CDATA["u8);
        _brackets = 0;
        _state = State.CData;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No CDATA section is open.</exception>
    public void EndCData()
    {
        if (_state != State.CData)
        {
            Refuse("No CDATA section is open.");
        }

        _output.Write("]]>"u8);
        _state = State.Content;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The text holds <c>--</c>, ends with <c>-</c> (XML 1.0 §2.5 [15]), is no UTF-8, or holds a character that XML does not allow.</exception>
    /// <exception cref="InvalidOperationException">A CDATA section is open, or the document has ended.</exception>
    public void Comment(scoped ReadOnlySpan<byte> text)
    {
        Demand(MarkupRules.CheckComment(text), nameof(text));
        BeginMiscellany();
        _output.Write("<!--"u8);
        WriteLines(text);
        _output.Write("-->"u8);
        EndMiscellany();
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The target is no name or <c>xml</c>, or the data begins with white space, holds <c>?&gt;</c> (XML 1.0 §2.6 [16]), is no UTF-8, or holds a character that XML does not allow.</exception>
    /// <exception cref="InvalidOperationException">A CDATA section is open, or the document has ended.</exception>
    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        Demand(MarkupRules.CheckInstruction(target, data), nameof(data));
        BeginMiscellany();
        _output.Write("<?"u8);
        _output.Write(target);
        if (!data.IsEmpty)
        {
            _output.Write((byte)' ');
            WriteLines(data);
        }

        _output.Write("?>"u8);
        EndMiscellany();
    }

    /// <inheritdoc/>
    /// <remarks>Parameter entities (<c>%name</c>) and the external subset (<c>[dtd]</c>), in SAX's notation, are part of the document type declaration and write nothing here.</remarks>
    /// <exception cref="ArgumentException">The name is no XML name.</exception>
    /// <exception cref="InvalidOperationException">No element is open, or a CDATA section is.</exception>
    public void SkippedEntity(scoped ReadOnlySpan<byte> name)
    {
        if (name.StartsWith("%"u8) || name.SequenceEqual("[dtd]"u8))
        {
            return;
        }

        Demand(NameCharacters.IsName(name) ? null : "The name of an entity is no XML name.", nameof(name));
        EnterContent();
        CloseTag();
        _indenter?.Text(ref _output, isWhiteSpace: false);
        _output.Write((byte)'&');
        _output.Write(name);
        _output.Write((byte)';');
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">An element is open, or there was none.</exception>
    public void EndDocument()
    {
        if (_options.IsFragment)
        {
            EnterContent();
            if (_depth != _fragmentDepth)
            {
                Refuse("The document cannot end while elements of it are open.");
            }
        }
        else
        {
            FinishTagByHand();
            if (_state != State.Epilog)
            {
                Refuse(_depth > 0 ? $"The document cannot end while '{_open[_depth - 1].Name}' is open." : "The document cannot end: it has had no root element, or has ended.");
            }

            if (_options.Indented)
            {
                _output.Write(_newLine);
            }

            _state = State.Ended;
        }
    }
}
