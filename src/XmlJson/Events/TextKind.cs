namespace XmlJson;

/// <summary>Where character data stands in the document.</summary>
public enum TextKind : byte
{
    /// <summary>Ordinary content, white space between elements included.</summary>
    Text,

    /// <summary>White space in an element that a document type declaration gives element content (XML 1.0 §2.10, §3.2.1): SAX's <c>ignorableWhitespace</c>.</summary>
    WhiteSpace,

    /// <summary>Content of a CDATA section (XML 1.0 §2.7).</summary>
    CData,
}
