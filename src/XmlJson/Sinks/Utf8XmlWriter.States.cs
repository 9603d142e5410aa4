using System.Diagnostics.CodeAnalysis;

namespace XmlJson;

public sealed partial class Utf8XmlWriter
{
    /// <summary>Makes sure that an element may start here.</summary>
    private void EnterElement()
    {
        FinishTagByHand();
        CloseTag();
        EnterProlog();
        if (_state == State.Epilog)
        {
            Refuse("The document has its root element already.");
        }

        if (_state is not (State.Prolog or State.Content))
        {
            RefuseHere();
        }
    }

    /// <summary>Makes sure that text may come here.</summary>
    private void EnterContent()
    {
        FinishTagByHand();
        EnterProlog();
        if (_state is State.Prolog or State.Epilog)
        {
            Refuse("This may stand in an element only.");
        }

        if (_state is not (State.Tag or State.Content))
        {
            RefuseHere();
        }
    }

    /// <summary>Begins a document whose beginning was not announced.</summary>
    private void EnterProlog()
    {
        FinishTagByHand();
        if (_state == State.Start)
        {
            if (_options.IsFragment)
            {
                _state = State.Content;
            }
            else
            {
                StartDocument(new DocumentStart(Locator.CreateUnknown()));
            }
        }
    }

    // [27] Misc; outside the root element each stands on its own line.
    private void BeginMiscellany()
    {
        EnterProlog();
        CloseTag();
        if (_state == State.Epilog)
        {
            _output.Write(_newLine);
        }
        else if (_state is not (State.Prolog or State.Content))
        {
            RefuseHere();
        }

        _indenter?.BeforeChild(ref _output);
    }

    private void EndMiscellany()
    {
        if (_state == State.Prolog)
        {
            _output.Write(_newLine);
        }
    }

    private void CloseTag()
    {
        if (_state == State.Tag)
        {
            _output.Write((byte)'>');
            _state = State.Content;
        }
    }

    [DoesNotReturn]
    private void RefuseHere() => Refuse(_state switch
    {
        State.CData => "Only text of kind CDATA may stand in a CDATA section.",
        State.Ended => "The document has ended.",
        _ => "This may not stand here.",
    });

    /// <summary>A call that may not come now.</summary>
    [DoesNotReturn]
    private void Refuse(string message)
    {
        ObjectDisposedException.ThrowIf(_state == State.Disposed, this);
        var wasBroken = _state == State.Broken;
        _state = State.Broken;
        throw new InvalidOperationException(wasBroken ? "An earlier exception has broken off the document." : message);
    }

    /// <summary>A value that cannot be written.</summary>
    [DoesNotReturn]
    private void Deny(string message, string argument)
    {
        ObjectDisposedException.ThrowIf(_state == State.Disposed, this);
        _state = State.Broken;
        throw new ArgumentException(message, argument);
    }

    // Another table may have the same name.
    private void EndAnother(scoped in XmlName name)
    {
        var open = _open[_depth - 1].Name;
        if (!open.Is(name.Qualified))
        {
            Refuse($"The element '{name}' cannot end here: '{open}' is open.");
        }
    }

    [DoesNotReturn]
    private void DenyDuplicate(scoped in XmlName name) => Deny($"Two attributes of one element have the name '{name}'.", "attributes");

    private void Demand(string? fault, string argument)
    {
        if (fault is not null)
        {
            Deny(fault, argument);
        }
    }
}
