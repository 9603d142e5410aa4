using XmlJson.Trees;

namespace XmlJson.ElementTree;

/// <summary>Which children, or which of all under an element, are meant.</summary>
internal readonly struct ElementFilter
{
    private enum Kinds : byte
    {
        All,
        Elements,
        Comments,
        ProcessingInstructions,
    }

    private readonly Kinds _kinds;
    private readonly NameTest _name;

    private ElementFilter(Kinds kinds, NameTest name = default)
    {
        _kinds = kinds;
        _name = name;
    }

    /// <summary>Elements, comments and processing instructions: ElementTree's <c>*</c>.</summary>
    public static ElementFilter All => default;

    /// <summary>Elements with a name; <c>*</c> is true for all.</summary>
    public static ElementFilter Named(Document document, ReadOnlySpan<char> uri, ReadOnlySpan<char> local) =>
        new(Kinds.Elements, local.Contains(':') ? new NameTest(document, local) : new NameTest(document, uri, local));

    /// <summary>What has a tag: a name with its namespace in braces, <c>*</c> for all, or the tag of comments or processing instructions.</summary>
    /// <exception cref="ArgumentException">A brace is not closed.</exception>
    public static ElementFilter Tagged(Document document, string tag)
    {
        switch (tag)
        {
            case "*":
                return All;
            case Element.CommentTag:
                return new ElementFilter(Kinds.Comments);
            case Element.ProcessingInstructionTag:
                return new ElementFilter(Kinds.ProcessingInstructions);
            default:
                Document.SplitTag(tag, out var uri, out var local);
                return Named(document, uri, local);
        }
    }

    /// <summary>Whether no node can be meant.</summary>
    public bool AcceptsNothing => _name.MatchesNothing;

    public bool Accepts(Document document, int row)
    {
        ref var node = ref document.Node(row);
        return _kinds switch
        {
            Kinds.All => node.IsElementLike,
            Kinds.Elements => node.Kind == NodeKind.Element && _name.Matches(document, node.Name),
            Kinds.Comments => node.Kind == NodeKind.Comment,
            _ => node.Kind == NodeKind.ProcessingInstruction,
        };
    }
}
