using XmlJson.Trees;

namespace XmlJson.ElementTree;

/// <summary>What the steps of one walk along a path share.</summary>
internal sealed class PathContext(Document document, int root)
{
    private TextComparison? _texts;

    public Document Document => document;

    /// <summary>The element that the path begins at: steps do not leave it.</summary>
    public int Root => root;

    public TextComparison Texts => _texts ??= new TextComparison(document, root);
}
