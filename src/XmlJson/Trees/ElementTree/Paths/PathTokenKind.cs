namespace XmlJson.ElementTree;

/// <summary>The words of ElementTree's path language.</summary>
internal enum PathTokenKind
{
    /// <summary>The end of the path.</summary>
    End,

    /// <summary>A tag: <c>a</c>, <c>p:a</c>, <c>{ns}a</c>, <c>{ns}*</c>.</summary>
    Name,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A string in quotes.</summary>
    String,
    Star,
    Dot,
    TwoDots,
    Slash,
    TwoSlashes,
    LeftBracket,
    RightBracket,
    At,
    Equal,
    NotEqual,

    /// <summary><c>last()</c>.</summary>
    Last,
    Minus,
}
