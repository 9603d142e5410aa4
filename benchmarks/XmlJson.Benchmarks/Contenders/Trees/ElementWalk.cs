using XmlJson.ElementTree;

namespace XmlJson.Benchmarks;

/// <summary>Goes over an element by our ElementTree view.</summary>
internal static class ElementWalk
{
    /// <summary>Visits tags, attributes, texts and tails as strings.</summary>
    public static void Visit(Element root, ref Tally tally)
    {
        foreach (var element in root.Iter())
        {
            if (!element.IsComment && !element.IsProcessingInstruction)
            {
                tally.Element(element.Tag);
                foreach (var (name, value) in element.Attrib)
                {
                    tally.Attribute(name, value);
                }

                if (element.Text is { } text)
                {
                    tally.Text(text);
                }
            }

            if (element != root && element.Tail is { } tail)
            {
                tally.Text(tail);
            }
        }
    }

    /// <summary>Visits local names, attributes, texts and tails as they are.</summary>
    public static void VisitUtf8(Element root, ref Tally tally)
    {
        foreach (var element in root.Iter())
        {
            if (!element.IsComment && !element.IsProcessingInstruction)
            {
                tally.Element(element.Name.Local);
                var attributes = element.Attrib.GetEnumerator();
                while (attributes.MoveNext())
                {
                    tally.Attribute(attributes.Name.Local, attributes.ValueUtf8);
                }

                tally.Text(element.TextUtf8);
            }

            if (element != root)
            {
                tally.Text(element.TailUtf8);
            }
        }
    }

    /// <summary>Gives everything there is to a digest.</summary>
    /// <returns>A tally of names as tags, and of the values' first units.</returns>
    public static Tally AddTo(Element root, ContentDigest content)
    {
        var tags = default(Tally);
        var open = new Stack<Element.Enumerator>();
        Begin(root);
        while (open.TryPop(out var children))
        {
            if (children.MoveNext())
            {
                var child = children.Current;
                open.Push(children);
                if (child.IsComment || child.IsProcessingInstruction)
                {
                    content.Text(child.Tail ?? "");
                }
                else
                {
                    Begin(child);
                }
            }
            else
            {
                content.EndElement();
                if (open.TryPeek(out var siblings))
                {
                    content.Text(siblings.Current.Tail ?? "");
                }
            }
        }

        return tags;

        void Begin(Element element)
        {
            var (uri, local) = Split(element.Tag);
            content.StartElement(uri, local);
            tags.Element(element.Tag);
            foreach (var (tag, value) in element.Attrib)
            {
                (uri, local) = Split(tag);
                content.Attribute(uri, local, value);
                tags.Attribute(tag, value);
            }

            content.Text(element.Text ?? "");
            open.Push(element.GetEnumerator());
        }
    }

    private static (string Uri, string Local) Split(string tag)
    {
        var end = tag.IndexOf('}', StringComparison.Ordinal);
        return end < 0 ? ("", tag) : (tag[1..end], tag[(end + 1)..]);
    }
}
