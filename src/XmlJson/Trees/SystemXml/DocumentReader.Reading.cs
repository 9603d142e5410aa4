using System.Xml;

namespace XmlJson.Trees.SystemXml;

// From one node to the next.
internal sealed partial class DocumentReader
{
    /// <inheritdoc/>
    public override bool Read()
    {
        ref var node = ref _document.Node(_row);
        if (_state is not (ReadState.Initial or ReadState.Interactive))
        {
            return false;
        }

        ForgetAttributes();
        _value = null;
        if (_state == ReadState.Initial)
        {
            _state = ReadState.Interactive;
            return ReadFirst();
        }

        if (_place == Place.Declaration)
        {
            return ReadChildren();
        }

        if (_place == Place.Start && node.Kind == NodeKind.Element)
        {
            if (Reported(node.FirstChild) is var child and not 0)
            {
                _depth++;
                return Start(child);
            }

            if (_fixup is not null)
            {
                _ = _fixup.End(node.Name);
            }

            _scope.Pop();
        }
        else if (_place == Place.End)
        {
            _scope.Pop();
        }

        return ReadOn();
    }

    /// <summary>The same as <see cref="Read"/>, since everything is in memory.</summary>
    public override Task<bool> ReadAsync() => Task.FromResult(Read());

    /// <summary>The same as <see cref="Value"/>, since everything is in memory.</summary>
    public override Task<string> GetValueAsync() => Task.FromResult(Value);

    /// <summary>Cannot be: what an entity stands for is not known.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void ResolveEntity() =>
        throw new InvalidOperationException($"The document has no text for the reference &{LocalName}; : parse with DtdProcessing.Parse, and a resolver if its declaration is elsewhere.");

    private bool ReadFirst()
    {
        if (_top == Document.DocumentRow && _document.XmlVersion is not null)
        {
            _place = Place.Declaration;
            _name = _atoms.NameOf("xml");
            ReadDeclaration();
            return true;
        }

        return _document.Node(_top).Kind is NodeKind.Document or NodeKind.Fragment ? ReadChildren()
            : IsReported(_top) ? Start(_top)
            : Leave(ReadState.EndOfFile);
    }

    private bool ReadChildren() => Reported(_document.Node(_top).FirstChild) is var child and not 0 ? Start(child) : Leave(ReadState.EndOfFile);

    // To what comes after the node and all in it.
    private bool ReadOn()
    {
        if (_row == _top)
        {
            return Leave(ReadState.EndOfFile);
        }

        ref var node = ref _document.Node(_row);
        if (Reported(IsPlainText(_row) ? AfterText(_row) : node.Next) is var next and not 0)
        {
            return Start(next);
        }

        if (node.Parent < 0)
        {
            throw new InvalidOperationException("The node that the reader stands on was taken out of the tree.");
        }

        if (_document.Node(node.Parent).Kind != NodeKind.Element)
        {
            return Leave(ReadState.EndOfFile);
        }

        _row = node.Parent;
        _depth--;
        _place = Place.End;
        var name = _document.Node(_row).Name;
        _name = _fixup is null ? _atoms[name] : _atoms.Get(_fixup.End(name));
        return true;
    }

    private bool Start(int row)
    {
        _row = row;
        _place = Place.Start;
        ref var node = ref _document.Node(row);
        if (node.Kind == NodeKind.Element)
        {
            _scope.Push();
            ReadElement(row);
        }
        else
        {
            // Names of a kind that has no parts, whatever they look like.
            _name = node.Kind is NodeKind.ProcessingInstruction or NodeKind.EntityReference or NodeKind.DocumentType ? _atoms.NameOf(_atoms[node.Name].Qualified) : AtomizedName.None;
            if (node.Kind == NodeKind.DocumentType)
            {
                ReadDocumentType(row);
            }
        }

        return true;
    }

    private bool Leave(ReadState state)
    {
        ForgetAttributes();
        _state = state;
        _place = Place.Nowhere;
        _name = AtomizedName.None;
        _value = null;
        _depth = 0;
        return false;
    }

    // This node, or the first one after it, that is not an empty text, which no document could have.
    private int Reported(int row)
    {
        while (row != 0 && !IsReported(row))
        {
            row = _document.Node(row).Next;
        }

        return row;
    }

    private bool IsReported(int row)
    {
        ref var node = ref _document.Node(row);
        return !IsPlainText(row) || node.Text.Length > 0;
    }
}
