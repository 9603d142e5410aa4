namespace XmlJson;

public sealed partial class Canonicalizer
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A document has come before.</exception>
    public void StartDocument(scoped DocumentStart document)
    {
        if (_state != State.Start)
        {
            Refuse("A document begins once, before everything else; Reset makes ready for another one.");
        }

        _locator = document.Locator;
        _state = State.Prolog;
    }

    /// <inheritdoc/>
    /// <remarks>Writes nothing.</remarks>
    public void DocumentType(scoped DocumentTypeDeclaration documentType)
    {
        if (_state != State.Prolog)
        {
            Refuse("A document type declaration comes before the root element.");
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A name is empty, two attributes have the same one, a namespace is declared wrongly, or a value holds what XML cannot.</exception>
    /// <exception cref="CanonicalizationException">A namespace name is relative, or a prefix in a value that is a qualified name is not declared.</exception>
    /// <exception cref="InvalidOperationException">The root element has ended; or the tag declares a prefix otherwise than a name in it needs; or the source does not process namespaces.</exception>
    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        if (_state is not (State.Prolog or State.Content))
        {
            Refuse("An element comes before the root element's end.");
        }

        if (name.Table is null)
        {
            Deny("An element has no name.", nameof(name));
        }

        if (_leftOut > 0 || _names.IsExcludedElement(in name))
        {
            _leftOut++;
            return;
        }

        EndText();
        if (_names.HasNamesInText(in name, out var isXPath))
        {
            Hold(in name, attributes, isXPath);
        }
        else
        {
            WriteStartTag(in name, attributes);
        }

        _state = State.Content;
    }

    /// <inheritdoc/>
    /// <exception cref="CanonicalizationException">A prefix in text that is a qualified name or an expression is not declared.</exception>
    /// <exception cref="InvalidOperationException">No element is open, or one of another name.</exception>
    public void EndElement(scoped in XmlName name)
    {
        if (_leftOut > 0)
        {
            if (--_leftOut == 0 && _depth == 0)
            {
                _state = State.Epilog;
            }

            return;
        }

        EndText();
        if (_state != State.Content)
        {
            Refuse("No element is open that could end.");
        }

        if (!_open[_depth - 1].IsSameAs(in name))
        {
            Refuse($"'{name}' cannot end: '{_open[_depth - 1].Name}' is open.");
        }

        _output.Write("</"u8);
        WriteName(in name, isAttribute: false);
        _output.Write((byte)'>');
        _namespaces.Leave(_depth);
        _rewriting?.Leave(_depth);
        LeaveSpace();
        _depth--;
        _state = _depth == 0 ? State.Epilog : State.Content;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The text is no UTF-8 or holds a character that XML does not allow (XML 1.0 §2.2 [2]).</exception>
    /// <exception cref="InvalidOperationException">No element is open.</exception>
    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        if (_leftOut > 0)
        {
            return;
        }

        if (_state != State.Content)
        {
            Refuse("Text stands in elements.");
        }

        WriteText(text);
    }

    /// <inheritdoc/>
    /// <remarks>Writes nothing: a section is text like other.</remarks>
    public void StartCData()
    {
    }

    /// <inheritdoc/>
    /// <remarks>Writes nothing.</remarks>
    public void EndCData()
    {
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The text holds <c>--</c>, ends with <c>-</c> (XML 1.0 §2.5 [15]), is no UTF-8, or holds a character that XML does not allow.</exception>
    /// <exception cref="InvalidOperationException">No document has begun, or it has ended.</exception>
    public void Comment(scoped ReadOnlySpan<byte> text)
    {
        if (!_options.KeepComments || _leftOut > 0)
        {
            return;
        }

        Demand(MarkupRules.CheckComment(text), nameof(text));
        BeginMiscellany();
        _output.Write("<!--"u8);
        _output.Write(text);
        _output.Write("-->"u8);
        EndMiscellany();
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The target is no name or <c>xml</c>, or the data begins with white space, holds <c>?&gt;</c> (XML 1.0 §2.6 [16]), is no UTF-8, or holds a character that XML does not allow.</exception>
    /// <exception cref="InvalidOperationException">No document has begun, or it has ended.</exception>
    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        if (_leftOut > 0)
        {
            return;
        }

        Demand(MarkupRules.CheckInstruction(target, data), nameof(data));
        BeginMiscellany();
        _output.Write("<?"u8);
        _output.Write(target);
        if (!data.IsEmpty)
        {
            _output.Write((byte)' ');
            _output.Write(data);
        }

        _output.Write("?>"u8);
        EndMiscellany();
    }

    /// <inheritdoc/>
    /// <remarks>Parameter entities (<c>%name</c>) and the external subset (<c>[dtd]</c>), in SAX's notation, are passed over.</remarks>
    /// <exception cref="CanonicalizationException">Always, but for those two: what the reference stands for is not known.</exception>
    public void SkippedEntity(scoped ReadOnlySpan<byte> name)
    {
        if (_leftOut > 0 || name.StartsWith("%"u8) || name.SequenceEqual("[dtd]"u8))
        {
            return;
        }

        Fail(CanonicalizationErrorCode.UnexpandedEntity, $"The entity '{Text(name)}' was not expanded, so the document has no canonical form: let the parser read its declaration.");
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">An element is open, or there was none.</exception>
    public void EndDocument()
    {
        if (_state != State.Epilog)
        {
            Refuse(_depth > 0 ? $"The document cannot end while '{_open[_depth - 1].Name}' is open." : "The document cannot end: it has had no root element, or has ended.");
        }

        _state = State.Ended;
    }

    // Canonical XML 1.0 §2.3: outside the root element a line feed parts them from it.
    private void BeginMiscellany()
    {
        if (_state is not (State.Prolog or State.Content or State.Epilog))
        {
            Refuse("Comments and processing instructions stand in a document.");
        }

        EndText();
        if (_state == State.Epilog)
        {
            _output.Write((byte)'\n');
        }
    }

    private void EndMiscellany()
    {
        if (_state == State.Prolog)
        {
            _output.Write((byte)'\n');
        }
    }
}
