using XmlJson.Trees;

namespace XmlJson.ElementTree;

/// <summary>A path in ElementTree's language, which is a small part of XPath 1.0, made ready to be followed.</summary>
internal readonly struct ElementPath
{
    // Either a single tag, as most paths are, or steps.
    private readonly NameSpec _tag;
    private readonly PathStep[]? _steps;

    /// <summary>Reads a path.</summary>
    /// <exception cref="ArgumentException">It is not in the language.</exception>
    public ElementPath(string path, IReadOnlyDictionary<string, string>? namespaces)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (namespaces is null && PathTokenizer.IsPlainTag(path))
        {
            _tag = new NameSpec("", path);
        }
        else
        {
            _steps = new PathParser(path, namespaces).Parse();
        }
    }

    /// <summary>The rows that the path leads to from an element, found one by one.</summary>
    public IEnumerable<int> Select(Document document, int row)
    {
        var context = new PathContext(document, row);
        IEnumerable<int> rows = [row];
        foreach (var step in _steps ?? [new ChildStep(_tag)])
        {
            rows = step.Select(context, rows);
        }

        return rows;
    }

    /// <summary>The first row that the path leads to; 0 when there is none.</summary>
    public int SelectFirst(Document document, int row)
    {
        if (_steps is null)
        {
            var filter = _tag.FilterFor(document);
            var child = filter.AcceptsNothing ? 0 : document.Node(row).FirstChild;
            while (child != 0 && !filter.Accepts(document, child))
            {
                child = document.Node(child).Next;
            }

            return child;
        }

        foreach (var found in Select(document, row))
        {
            return found;
        }

        return 0;
    }
}
