namespace XmlJson.Mapping;

/// <summary>What becomes of XML comments.</summary>
public enum CommentForm
{
    /// <summary>Dropped, and told in the report.</summary>
    Drop,

    /// <summary>Values under <see cref="JsonConvention.CommentKey"/>.</summary>
    Key,

    /// <summary>
    /// JSON comments, <c>/*…*/</c>, as Newtonsoft.Json writes them: not JSON by RFC 8259. Several in one element are lost, for then Newtonsoft.Json writes <c>"#comment":[]</c>.
    /// Reading JSON, comments are accepted and become XML comments.
    /// </summary>
    JsonComment,
}
