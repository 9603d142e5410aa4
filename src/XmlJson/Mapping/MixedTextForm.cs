namespace XmlJson.Mapping;

/// <summary>What becomes of text that stands in several places among an element's children.</summary>
public enum MixedTextForm
{
    /// <summary>Each run of text is a value; several are an array: <c>&lt;a&gt;x&lt;b/&gt;y&lt;/a&gt;</c> is <c>{"#text":["x","y"],"b":null}</c>.</summary>
    Runs,

    /// <summary>
    /// All runs are one string: <c>{"#text":"xy","b":null}</c>. White space that stands alone is kept behind the first run that is more than that, as it is a part of the string.
    /// </summary>
    Joined,

    /// <summary>As <see cref="Joined"/>, but beside elements text is dropped, and told in the report: <c>{"b":null}</c>.</summary>
    Drop,
}
