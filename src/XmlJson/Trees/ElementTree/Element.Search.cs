namespace XmlJson.ElementTree;

// Finding.
public readonly partial struct Element
{
    /// <summary>This element and all under it in document order: a walk depth first.</summary>
    /// <param name="tag">
    /// Only those with this tag, its namespace in braces; <see langword="null"/> or <c>*</c> for all, comments and processing instructions included. <see cref="CommentTag"/> and
    /// <see cref="ProcessingInstructionTag"/> give these.
    /// </param>
    public ElementIterator Iter(string? tag = null) => new(Document, _row, tag is null ? ElementFilter.All : ElementFilter.Tagged(Document, tag));

    /// <summary>The first element that a path leads to.</summary>
    /// <param name="path">
    /// A path in ElementTree's language: <c>tag</c>, <c>{ns}tag</c>, <c>{*}tag</c>, <c>{ns}*</c>, <c>*</c>, <c>.</c>, <c>..</c>, steps joined by <c>/</c> or <c>//</c>, and after a step any of
    /// <c>[@a]</c>, <c>[@a='v']</c>, <c>[@a!='v']</c>, <c>[tag]</c>, <c>[tag='v']</c>, <c>[tag!='v']</c>, <c>[.='v']</c>, <c>[.!='v']</c>, <c>[n]</c>, <c>[last()]</c>, <c>[last()-n]</c>.
    /// </param>
    /// <param name="namespaces">What prefixes in the path mean; the empty one is for tags without a prefix.</param>
    /// <returns>The element, or <see langword="null"/> when there is none.</returns>
    /// <exception cref="ArgumentException">The path is not in that language; the message says where.</exception>
    public Element? Find(string path, IReadOnlyDictionary<string, string>? namespaces = null)
    {
        var found = new ElementPath(path, namespaces).SelectFirst(Document, _row);
        return At(found);
    }

    /// <summary>All elements that a path leads to, each once, in document order.</summary>
    /// <inheritdoc cref="Find"/>
    /// <returns>The elements.</returns>
    public Element[] FindAll(string path, IReadOnlyDictionary<string, string>? namespaces = null)
    {
        var document = Document;
        var found = new List<Element>();
        foreach (var row in new ElementPath(path, namespaces).Select(document, _row))
        {
            found.Add(new Element(document, row));
        }

        return [.. found];
    }

    /// <summary>All elements that a path leads to, found one by one as they are asked for.</summary>
    /// <inheritdoc cref="FindAll"/>
    public IEnumerable<Element> IterFind(string path, IReadOnlyDictionary<string, string>? namespaces = null)
    {
        var document = Document;
        var rows = new ElementPath(path, namespaces).Select(document, _row);
        return rows.Select(row => new Element(document, row));
    }

    /// <summary>The text of the first element that a path leads to; empty when it has none.</summary>
    /// <inheritdoc cref="Find"/>
    /// <returns>The text, or <see langword="null"/> when there is no such element.</returns>
    public string? FindText(string path, IReadOnlyDictionary<string, string>? namespaces = null) =>
        Find(path, namespaces) is { } found ? found.Text ?? "" : null;

    /// <summary>The text of the first element that a path leads to, or another one when there is no such element.</summary>
    /// <inheritdoc cref="Find"/>
    /// <param name="path">A path as for <see cref="Find"/>.</param>
    /// <param name="defaultText">The other one.</param>
    /// <param name="namespaces">What prefixes in the path mean.</param>
    /// <returns>The text.</returns>
    public string FindText(string path, string defaultText, IReadOnlyDictionary<string, string>? namespaces = null) => FindText(path, namespaces) ?? defaultText;
}
