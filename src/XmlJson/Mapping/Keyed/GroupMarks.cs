namespace XmlJson.Mapping.Keyed;

/// <summary>
/// Brings siblings with equal keys together in one pass: for each key the last sibling that had it, valid only for the pass that wrote it, so nothing has to be cleared.
/// </summary>
internal sealed class GroupMarks
{
    private Mark[] _marks = new Mark[64];
    private long _pass;

    /// <summary>Links rows with equal keys and flags the first and the followers of each group.</summary>
    /// <param name="tape">The rows.</param>
    /// <param name="first">The first sibling's row.</param>
    /// <param name="end">The row behind the last.</param>
    /// <param name="keyCount">One more than the greatest key.</param>
    /// <param name="withAttributes">Whether attributes may share a key with something else.</param>
    /// <returns>What was found.</returns>
    public Grouping Link(NodeTape tape, int first, int end, int keyCount, bool withAttributes)
    {
        if (_marks.Length < keyCount)
        {
            Array.Resize(ref _marks, Math.Max(keyCount, _marks.Length * 2));
        }

        var pass = ++_pass;
        var previous = -1;
        var found = Grouping.Distinct;
        for (var row = first; row < end;)
        {
            ref var node = ref tape[row];
            if (node.Kind != NodeKind.Attribute || withAttributes)
            {
                ref var mark = ref _marks[node.Key];
                if (mark.Pass != pass)
                {
                    mark = new Mark(pass, row, row);
                }
                else
                {
                    tape[mark.Last].Next = row;
                    ref var head = ref tape[mark.First];
                    head.Flags |= NodeFlags.Repeated;
                    node.Flags |= NodeFlags.Follower;
                    found |= Classify(in head, in node, isAdjacent: mark.Last == previous);
                    mark = new Mark(pass, mark.First, row);
                }

                previous = row;
            }

            row = node.End;
        }

        return found;
    }

    private static Grouping Classify(in NodeRow head, in NodeRow node, bool isAdjacent)
    {
        var found = Grouping.Repeated;
        if (!isAdjacent)
        {
            found |= Grouping.Reordered;
        }

        if (head.Kind != node.Kind)
        {
            found |= Grouping.Clash;
        }

        if ((node.Flags & NodeFlags.Single) != 0)
        {
            found |= Grouping.Refused;
        }

        return found;
    }

    private readonly record struct Mark(long Pass, int First, int Last);
}
