using System.Diagnostics.CodeAnalysis;

namespace XmlJson;

/// <summary>Lets some events pass to a handler. Elements nest as before: one is left out with its end and all that is in it.</summary>
/// <remarks>
/// Text that stood on both sides of what is left out becomes one run. A document whose root element does not pass has none, which not every handler takes. Where a class is needed,
/// cast the filter to <see cref="IContentHandler"/>.
/// </remarks>
/// <typeparam name="THandler">The handler's type; calls to a struct or a sealed class are inlined.</typeparam>
public struct Filter<THandler> : IContentHandler
    where THandler : IContentHandler
{
    private readonly EventSelection _selection;
    private readonly WhiteSpaceRun? _run;
    private THandler _handler;

    // How many elements are open in the one that does not pass, itself included.
    private int _leftOut;

    /// <summary>Puts a filter before a handler.</summary>
    /// <param name="handler">Gets the events that pass. A struct is copied.</param>
    /// <param name="selection">Which events pass.</param>
    public Filter(THandler handler, EventSelection selection)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(selection);
        _handler = handler;
        _selection = selection;
        _run = selection.WhiteSpace ? null : new WhiteSpaceRun();
    }

    /// <summary>The handler, in the state that the events have left it in.</summary>
    [UnscopedRef]
    public ref THandler Handler => ref _handler;

    /// <inheritdoc/>
    public void StartDocument(scoped DocumentStart document)
    {
        _leftOut = 0;
        _run?.Reset();
        _handler.StartDocument(document);
    }

    /// <inheritdoc/>
    public void DocumentType(scoped DocumentTypeDeclaration documentType)
    {
        if (_selection.DocumentType)
        {
            _handler.DocumentType(documentType);
        }
    }

    /// <inheritdoc/>
    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        if (_leftOut > 0 || _selection.Elements?.Invoke(in name, attributes) == false)
        {
            _leftOut++;
            return;
        }

        _run?.StartElement(attributes);
        _handler.StartElement(in name, attributes);
    }

    /// <inheritdoc/>
    public void EndElement(scoped in XmlName name)
    {
        if (_leftOut > 0)
        {
            _leftOut--;
            return;
        }

        if (_run is not null)
        {
            PassRun(_run.EndElement());
        }

        _handler.EndElement(in name);
    }

    /// <inheritdoc/>
    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        if (_leftOut > 0)
        {
            return;
        }

        if (_run is not null)
        {
            if (kind != TextKind.CData && _run.TryHold(text))
            {
                return;
            }

            PassRun(_run.TakeForText());
        }

        _handler.Characters(text, kind == TextKind.CData && !_selection.CDataSections ? TextKind.Text : kind);
    }

    /// <inheritdoc/>
    public void StartCData()
    {
        if (_leftOut > 0)
        {
            return;
        }

        if (_run is not null)
        {
            PassRun(_run.TakeForText());
        }

        if (_selection.CDataSections)
        {
            _handler.StartCData();
        }
    }

    /// <inheritdoc/>
    public void EndCData()
    {
        if (_leftOut == 0 && _selection.CDataSections)
        {
            _handler.EndCData();
        }
    }

    /// <inheritdoc/>
    public void Comment(scoped ReadOnlySpan<byte> text)
    {
        if (_leftOut == 0 && _selection.Comments)
        {
            _run?.Markup();
            _handler.Comment(text);
        }
    }

    /// <inheritdoc/>
    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        if (_leftOut == 0 && _selection.ProcessingInstructions)
        {
            _run?.Markup();
            _handler.ProcessingInstruction(target, data);
        }
    }

    /// <inheritdoc/>
    public void SkippedEntity(scoped ReadOnlySpan<byte> name)
    {
        if (_leftOut > 0)
        {
            return;
        }

        if (_run is not null)
        {
            PassRun(_run.TakeForText());
        }

        _handler.SkippedEntity(name);
    }

    /// <inheritdoc/>
    public void EndDocument() => _handler.EndDocument();

    private void PassRun(ReadOnlySpan<byte> held)
    {
        if (!held.IsEmpty)
        {
            _handler.Characters(held, TextKind.Text);
        }
    }
}
