namespace XmlJson;

/// <summary>How JSON is loaded. The defaults are RFC 8259 and no more.</summary>
public sealed record JsonLoadOptions
{
    /// <summary>The defaults: comments and trailing commas are refused, equal keys accepted.</summary>
    public static JsonLoadOptions Default { get; } = new();

    /// <summary>Whether comments, <c>// …</c> and <c>/* … */</c>, are passed over; they are refused as a rule.</summary>
    public bool AllowComments { get; init; }

    /// <summary>Whether a comma may stand behind the last item or member; it is refused as a rule.</summary>
    public bool AllowTrailingCommas { get; init; }

    /// <summary>
    /// How deep arrays and objects may nest: 1,000. Loading does not recurse, but code that walks the nodes may; and System.Text.Json's document, of which the nodes are made, takes time that grows with the
    /// square of the depth. Reading JSON as XML does not: it takes linear time at any depth.
    /// </summary>
    public int MaxDepth { get; init; } = 1000;

    /// <summary>
    /// Whether a key that occurs twice in one object is refused. As a rule the last value wins, at the place of the first, as in Python and JavaScript: RFC 8259 §4 allows such objects. Refuse them where
    /// another program has read the same text before, since that may have seen the other value.
    /// </summary>
    public bool RejectDuplicateKeys { get; init; }
}
