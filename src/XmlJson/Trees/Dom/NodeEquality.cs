namespace XmlJson.Dom;

/// <summary>Compares what two trees say (DOM Level 3 Core, <c>isEqualNode</c>). Not recursive, and linear.</summary>
internal static class NodeEquality
{
    public static bool AreEqual(Node left, Node right)
    {
        if (!SayTheSame(left, right))
        {
            return false;
        }

        // The two walk in step, so the depths agree and one top suffices.
        Node x = left, y = right;
        while (true)
        {
            if (x.FirstChild is { } xChild && y.FirstChild is { } yChild)
            {
                (x, y) = (xChild, yChild);
            }
            else if (x.HasChildNodes() != y.HasChildNodes())
            {
                return false;
            }
            else
            {
                while (x != left && x.NextSibling is null && y.NextSibling is null)
                {
                    (x, y) = (x.ParentNode!.Value, y.ParentNode!.Value);
                }

                if (x == left)
                {
                    return true;
                }

                if (x.NextSibling is not { } xNext || y.NextSibling is not { } yNext)
                {
                    return false;
                }

                (x, y) = (xNext, yNext);
            }

            if (!SayTheSame(x, y))
            {
                return false;
            }
        }
    }

    private static bool SayTheSame(Node x, Node y)
    {
        if (x.NodeType != y.NodeType)
        {
            return false;
        }

        return x.Name.Qualified.SequenceEqual(y.Name.Qualified)
            && x.Name == y.Name
            && x.NodeValueUtf8.SequenceEqual(y.NodeValueUtf8)
            && (x.NodeType != NodeType.DocumentType || HaveTheSameIdentifiers(x, y))
            && HaveTheSameAttributes(x, y);
    }

    private static bool HaveTheSameIdentifiers(Node x, Node y) =>
        x.PublicId == y.PublicId && x.SystemId == y.SystemId && x.InternalSubset == y.InternalSubset;

    private static bool HaveTheSameAttributes(Node x, Node y)
    {
        // In the same order, as a rule.
        var ys = y.Attributes.GetEnumerator();
        foreach (var attribute in x.Attributes)
        {
            if (!ys.MoveNext() || !SayTheSameAttribute(attribute, ys.Current))
            {
                return HaveTheSameAttributesInAnyOrder(x, y);
            }
        }

        return !ys.MoveNext();
    }

    private static bool HaveTheSameAttributesInAnyOrder(Node x, Node y)
    {
        var byName = new Dictionary<XmlName, Node>();
        foreach (var attribute in x.Attributes)
        {
            byName[attribute.Name] = attribute;
        }

        var count = 0;
        foreach (var attribute in y.Attributes)
        {
            if (!byName.TryGetValue(attribute.Name, out var same) || !SayTheSameAttribute(same, attribute))
            {
                return false;
            }

            count++;
        }

        return count == byName.Count;
    }

    private static bool SayTheSameAttribute(Node x, Node y) =>
        x.Name.Qualified.SequenceEqual(y.Name.Qualified) && x.Name == y.Name && x.NodeValueUtf8.SequenceEqual(y.NodeValueUtf8);
}
