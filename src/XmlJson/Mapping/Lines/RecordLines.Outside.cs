namespace XmlJson.Mapping;

// What is in no record: elements above and beside the records, and what was refused. And the events that do no more than pass.
internal sealed partial class RecordLines
{
    // The states of the elements above a record, that of the document first.
    private readonly Stack<int> _states = [];

    // How many elements are open under which there is no record.
    private int _elsewhere;
    private bool _isInText;

    /// <summary>How much is in no record, but for markup that is no element, and white space.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Where the first of that is.</summary>
    public TextPosition FirstLeftOut { get; private set; } = TextPosition.Unknown;

    private bool IsAbove => _inRefused == 0 && _elsewhere == 0;

    public void StartDocument(scoped DocumentStart document) => _locator = document.Locator;

    public void DocumentType(scoped DocumentTypeDeclaration documentType)
    {
    }

    public void StartCData() => Pass(0, static (sink, _) => sink.StartCData());

    public void EndCData() => Pass(0, static (sink, _) => sink.EndCData());

    public void Comment(scoped ReadOnlySpan<byte> text)
    {
        _isInText = false;
        Pass(text, static (sink, text) => sink.Comment(text));
    }

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        _isInText = false;
        Pass(new Instruction(target, data), static (sink, instruction) => sink.ProcessingInstruction(instruction.Target, instruction.Data));
    }

    public void SkippedEntity(scoped ReadOnlySpan<byte> name)
    {
        _isInText = false;
        Pass(name, static (sink, name) => sink.SkippedEntity(name));
        if (_inRecord == 0 && IsAbove)
        {
            LeaveOut();
        }
    }

    // What is rarely there, and outside of records counts for nothing.
    private void Pass<T>(scoped T value, Action<JsonSink, T> give)
        where T : allows ref struct
    {
        if (_inRecord == 0)
        {
            return;
        }

        try
        {
            give(_sink, value);
        }
        catch (MappingException error)
        {
            Refuse(error);
            return;
        }

        CheckLength();
    }

    private void StartOutside(scoped in XmlName name, scoped AttributeList attributes)
    {
        _isInText = false;
        if (_inRefused > 0)
        {
            _inRefused++;
            return;
        }

        if (_elsewhere > 0)
        {
            _elsewhere++;
            return;
        }

        var state = _paths.Enter(_states.Peek(), in name, out var isMatch);
        if (isMatch)
        {
            StartRecord(in name, attributes);
        }
        else if (_paths.IsDead(state))
        {
            _elsewhere = 1;
            LeaveOut();
        }
        else
        {
            _states.Push(state);
            _scope.EnterAbove(attributes);
            foreach (var attribute in attributes)
            {
                if (!attribute.IsNamespaceDeclaration && !RecordScope.IsSpace(attribute.Name))
                {
                    LeaveOut();
                }
            }
        }
    }

    private void EndOutside()
    {
        _isInText = false;
        if (_inRefused > 0)
        {
            if (--_inRefused == 0 && Failure is null)
            {
                EndDamaged(_locator!.EventEnd);
            }
        }
        else if (_elsewhere > 0)
        {
            _elsewhere--;
        }
        else
        {
            _states.Pop();
            _scope.LeaveAbove();
        }
    }

    // A run of text comes in any number of pieces.
    private void CharactersOutside(scoped ReadOnlySpan<byte> text)
    {
        if (IsAbove && !_isInText && text.IndexOfAnyExcept(" \t\r\n"u8) >= 0)
        {
            _isInText = true;
            LeaveOut();
        }
    }

    private void LeaveOut()
    {
        if (LeftOut++ == 0)
        {
            FirstLeftOut = _locator!.Position;
        }
    }

    private readonly ref struct Instruction(ReadOnlySpan<byte> target, ReadOnlySpan<byte> data)
    {
        public readonly ReadOnlySpan<byte> Target = target;
        public readonly ReadOnlySpan<byte> Data = data;
    }
}
