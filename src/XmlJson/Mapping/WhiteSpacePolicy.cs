namespace XmlJson.Mapping;

/// <summary>What becomes of text that is white space only (XML 1.0 §2.10). Under <c>xml:space="preserve"</c> it is always kept; a CDATA section never counts as white space.</summary>
public enum WhiteSpacePolicy
{
    /// <summary>Dropped beside other nodes; kept where it is the whole content of its element: <c>&lt;a&gt; &lt;/a&gt;</c> is <c>" "</c>.</summary>
    DropBetweenElements,

    /// <summary>Dropped everywhere, as <see cref="System.Xml.XmlReaderSettings.IgnoreWhitespace"/> does: <c>&lt;a&gt; &lt;/a&gt;</c> is <c>""</c>.</summary>
    DropAlone,

    /// <summary>As <see cref="DropAlone"/>, and each run of other text loses its leading and trailing white space.</summary>
    Trim,

    /// <summary>
    /// As <see cref="Trim"/>, but of runs that are joined (<see cref="MixedTextForm.Joined"/>) only the string as a whole loses it, and an element of white space is one without content: <c>&lt;a&gt; &lt;/a&gt;</c> may be null.
    /// </summary>
    TrimJoined,

    /// <summary>Kept everywhere: indentation becomes text under the text key.</summary>
    Keep,
}
