namespace XmlJson.Mapping;

/// <summary>How the document type declaration stands under <see cref="JsonConvention.DocumentTypeKey"/>.</summary>
public enum DocumentTypeForm
{
    /// <summary>As an object of its parts: <c>{"@name":"a","@system":"a.dtd"}</c>.</summary>
    Object,

    /// <summary>As a string, what stands between <c>&lt;!DOCTYPE</c> and its end: <c>"a SYSTEM \"a.dtd\""</c>. White space and quotes in it are written in one way, and come back so.</summary>
    Text,
}
