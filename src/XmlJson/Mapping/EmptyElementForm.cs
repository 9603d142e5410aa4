namespace XmlJson.Mapping;

/// <summary>The JSON value of an element without attributes and content; <c>&lt;a/&gt;</c> and <c>&lt;a&gt;&lt;/a&gt;</c> are the same (XML 1.0 §3.1).</summary>
public enum EmptyElementForm
{
    /// <summary><c>null</c></summary>
    Null,

    /// <summary><c>""</c></summary>
    EmptyString,

    /// <summary><c>{}</c></summary>
    EmptyObject,
}
