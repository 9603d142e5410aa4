using System.Diagnostics;

namespace XmlJson.Mapping.Keyed;

/// <summary>Writes nodes from the tape as JSON, equal keys together. Nothing recurses: what is open stands on a stack.</summary>
internal sealed partial class NodeWriter(JsonConvention convention, NodeTape tape, JsonKeys keys, JsonOutput output, AwaitedTargets targets, LossRecorder losses)
{
    private readonly GroupMarks _marks = new();
    private Level[] _levels = new Level[16];
    private int _depth;
    private bool _isWritingItem;

    /// <summary>Whether something is being written.</summary>
    public bool IsWriting => _depth > 0 || _isWritingItem;

    /// <summary>Forgets what an error left open.</summary>
    public void Reset()
    {
        _depth = 0;
        _isWritingItem = false;
    }

    /// <summary>Writes the value of an element, or of an object of attributes.</summary>
    public void WriteValue(int row)
    {
        Debug.Assert(_depth == 0, "Writing does not nest.");
        _isWritingItem = true;
        WriteItem(row);
        _isWritingItem = false;
        Run();
    }

    /// <summary>Writes siblings as keys and values into the open object.</summary>
    /// <param name="first">The first sibling's row.</param>
    /// <param name="end">The row behind the last.</param>
    public void WriteMembers(int first, int end)
    {
        Debug.Assert(_depth == 0, "Writing does not nest.");
        _isWritingItem = true;
        Push(first, end, closesObject: false);
        _isWritingItem = false;
        Run();
    }

    private void WriteEmpty(NodeFlags flags)
    {
        if ((flags & NodeFlags.Nil) != 0)
        {
            output.WriteNull();
            return;
        }

        if ((flags & NodeFlags.HadAttributes) != 0)
        {
            output.WriteStartObject();
            output.WriteEndObject();
            return;
        }

        var isEmptied = convention.WhiteSpace != WhiteSpacePolicy.TrimJoined && (flags & NodeFlags.HadWhiteSpace) != 0;
        var form = convention.EmptyForm == EmptyElementForm.Null && isEmptied ? EmptyElementForm.EmptyString : convention.EmptyForm;
        switch (form)
        {
            case EmptyElementForm.Null:
                output.WriteNull();
                break;
            case EmptyElementForm.EmptyString:
                output.WriteString([]);
                break;
            default:
                output.WriteStartObject();
                output.WriteEndObject();
                break;
        }
    }

    private void Run()
    {
        while (_depth > 0)
        {
            ref var level = ref _levels[_depth - 1];
            if (level.Item != Level.NoArray)
            {
                WriteNextItem(ref level);
                continue;
            }

            while (level.Cursor < level.End && (tape[level.Cursor].Flags & NodeFlags.Follower) != 0)
            {
                level.Cursor = tape[level.Cursor].End;
            }

            if (level.Cursor < level.End)
            {
                var head = level.Cursor;
                ref var node = ref tape[head];
                level.Cursor = node.End;
                if (IsPlainText(in node, head) && !targets.AreAwaited)
                {
                    output.WriteString(keys[node.Key], tape.TextOf(in node));
                }
                else
                {
                    WriteMember(head, ref level);
                }

                continue;
            }

            _depth--;
            if (level.ClosesObject)
            {
                output.WriteEndObject();
            }
        }
    }

    // A key and a string, as most members are.
    private bool IsPlainText(in NodeRow node, int row) =>
        node.Type == TextType.String
        && (node.Flags & (NodeFlags.Repeated | NodeFlags.Array)) == 0
        && (node.Kind == NodeKind.Attribute || (node.Kind == NodeKind.Element && node.End == row + 1 && (node.Flags & NodeFlags.HasText) != 0 && !convention.WrapText));

    private void WriteNextItem(ref Level level)
    {
        var row = level.Item;
        if (row < 0)
        {
            output.WriteEndArray();
            level.Item = Level.NoArray;
            return;
        }

        level.Item = tape[row].Next;
        WriteItem(row);
    }

    private void WriteMember(int head, ref Level level)
    {
        ref var node = ref tape[head];
        var isArray = (node.Flags & (NodeFlags.Repeated | NodeFlags.Array)) != 0;
        if (node.Kind == NodeKind.Comment && convention.Comments == CommentForm.JsonComment && !isArray)
        {
            WriteJsonComment(in node);
            return;
        }

        if (node.Kind == NodeKind.Text && _text is not null && HasOnlyText(head))
        {
            WriteJoinedText(head);
            return;
        }

        output.WriteKey(keys[node.Key]);
        if (isArray)
        {
            output.WriteStartArray();
            level.Item = head;
        }
        else
        {
            WriteItem(head);
        }
    }

    private void WriteItem(int row)
    {
        ref var node = ref tape[row];
        targets.Resolve(row);
        if (node.Kind == NodeKind.Element)
        {
            WriteElement(row, ref node);
        }
        else if (node.Kind is NodeKind.Attributes or NodeKind.Instruction)
        {
            output.WriteStartObject();
            Push(row + 1, node.End, closesObject: true);
        }
        else if (node.Kind == NodeKind.Comment && convention.Comments == CommentForm.JsonComment)
        {
            losses.Add(MappingLossKind.Comment);
        }
        else
        {
            WriteText(in node);
        }
    }

    private void WriteElement(int row, ref NodeRow node)
    {
        if (node.End == row + 1)
        {
            if ((node.Flags & NodeFlags.HasText) != 0)
            {
                WriteOnlyText(in node);
            }
            else
            {
                WriteEmpty(node.Flags);
            }

            return;
        }

        if ((node.Flags & NodeFlags.JsonArray) != 0 && JsonArrayItems(row) is >= 0 and var items)
        {
            WriteItems(items, node.End);
        }
        else if (convention.UsesJsonNamespace && OnlyText(row) is >= 0 and var text)
        {
            losses.Add(MappingLossKind.JsonAttribute);
            output.WriteString(tape.TextOf(in tape[text]));
        }
        else if (convention.UnwrapLists && IsList(row))
        {
            losses.Add(MappingLossKind.ElementName);
            WriteItems(row + 1, node.End);
        }
        else
        {
            output.WriteStartObject();
            Push(row + 1, node.End, closesObject: true);
        }
    }

    private void WriteOnlyText(in NodeRow node)
    {
        if (node.TextLength == 0)
        {
            output.WriteString([]);
            return;
        }

        if (!convention.WrapText)
        {
            WriteText(in node);
            return;
        }

        output.WriteStartObject();
        output.WriteKey(keys[keys.Text]);
        WriteText(in node);
        output.WriteEndObject();
    }

    // Two or more elements of one name and nothing else.
    private bool IsList(int row)
    {
        var key = tape[row + 1].Key;
        for (var child = row + 1; child < tape[row].End; child = tape[child].End)
        {
            if (tape[child].Kind != NodeKind.Element || tape[child].Key != key)
            {
                return false;
            }
        }

        return tape[row + 1].End < tape[row].End;
    }

    // An array in an array, as Newtonsoft.Json writes and reads it: an element marked as an array whose children all have its own name stands for their array.
    private int JsonArrayItems(int row)
    {
        var first = row + 1;
        while (first < tape[row].End && tape[first].Kind is NodeKind.Attribute or NodeKind.JsonAttribute or NodeKind.Attributes)
        {
            first = tape[first].End;
        }

        for (var child = first; child < tape[row].End; child = tape[child].End)
        {
            if (tape[child].Kind != NodeKind.Element || tape[child].Key != tape[row].Key)
            {
                return -1;
            }
        }

        return first < tape[row].End ? first : -1;
    }

    // Attributes of the JSON namespace alone do not make text an object.
    private int OnlyText(int row)
    {
        var child = row + 1;
        while (tape[child].Kind == NodeKind.JsonAttribute)
        {
            if (++child == tape[row].End)
            {
                return -1;
            }
        }

        return tape[child].Kind == NodeKind.Text && tape[child].End == tape[row].End && child > row + 1 ? child : -1;
    }

    private void WriteItems(int first, int end)
    {
        _ = Group(first, end);
        if ((tape[first].Flags & (NodeFlags.Repeated | NodeFlags.Array)) == 0)
        {
            WriteItem(first);
            return;
        }

        output.WriteStartArray();
        Push(new Level { Cursor = end, End = end, Item = first });
    }

    private void WriteJsonComment(in NodeRow node)
    {
        var text = tape.TextOf(in node);
        if (text.IndexOf("*/"u8) >= 0)
        {
            losses.Add(MappingLossKind.Comment);
        }
        else
        {
            output.WriteComment(text);
        }
    }

    private void Push(int first, int end, bool closesObject)
    {
        if (convention.MixedText == MixedTextForm.Drop)
        {
            DropMixedText(first, end);
        }

        if (first < end && tape[first].End < end)
        {
            _ = Group(first, end);
        }

        Push(new Level { Cursor = first, End = end, Item = Level.NoArray, ClosesObject = closesObject });
    }

    private void Push(in Level level)
    {
        if (_depth == _levels.Length)
        {
            Array.Resize(ref _levels, _depth * 2);
        }

        _levels[_depth++] = level;
    }

    private Grouping Group(int first, int end)
    {
        var found = _marks.Link(tape, first, end, keys.Count, keys.KeysMayClash);
        if ((found & ~Grouping.Repeated) != 0)
        {
            Report(found);
        }

        return found;
    }

    private void Report(Grouping found)
    {
        if ((found & Grouping.Refused) != 0)
        {
            losses.Throw(MappingErrorCode.RepeatedElement, "An element occurs again that the array rule lets occur once.");
        }

        if ((found & Grouping.Reordered) != 0)
        {
            if (convention.RepeatsAreAdjacent)
            {
                losses.Throw(MappingErrorCode.RepeatNotAdjacent, "A key occurs again after another one; the convention says that equal keys stand together.");
            }

            losses.Add(MappingLossKind.SiblingOrder);
        }

        if ((found & Grouping.Clash) != 0)
        {
            losses.Add(MappingLossKind.KeyClash);
        }
    }

    /// <summary>An object or array that is being written.</summary>
    private struct Level
    {
        /// <summary>The value of <see cref="Item"/> outside an array; -1 is an array's end.</summary>
        public const int NoArray = -2;

        /// <summary>The next sibling to look at, and where they end.</summary>
        public int Cursor;
        public int End;

        /// <summary>The next item of the open array.</summary>
        public int Item;
        public bool ClosesObject;
    }
}
