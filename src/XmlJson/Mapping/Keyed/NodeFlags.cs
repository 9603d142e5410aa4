namespace XmlJson.Mapping.Keyed;

/// <summary>Facts about a <see cref="NodeRow"/>.</summary>
[Flags]
internal enum NodeFlags : ushort
{
    None,

    /// <summary>The element's row holds its text.</summary>
    HasText = 1,

    /// <summary>Always in an array (<see cref="ArrayDecision.Array"/>).</summary>
    Array = 2,

    /// <summary>Never in an array (<see cref="ArrayDecision.Single"/>).</summary>
    Single = 4,

    /// <summary>First of several siblings with the same key.</summary>
    Repeated = 8,

    /// <summary>A sibling before it has the same key: it is written with that one.</summary>
    Follower = 16,

    /// <summary>White space was dropped, so the element is not the same as an empty-element tag.</summary>
    HadWhiteSpace = 32,

    /// <summary>The element has attributes that leave no row.</summary>
    HadAttributes = 64,

    /// <summary>The element says <c>json:Array="true"</c>.</summary>
    JsonArray = 128,

    /// <summary>The text is not trimmed: <c>xml:space</c> is <c>preserve</c>.</summary>
    Preserved = 256,

    /// <summary>The text is left out.</summary>
    Dropped = 512,

    /// <summary>The element says <c>xsi:nil="true"</c>.</summary>
    Nil = 1024,

    /// <summary>What the type changes of the text was reported when it was read.</summary>
    TypeReported = 2048,
}
