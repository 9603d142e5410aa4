namespace XmlJson.Mapping;

/// <summary>How a JSON key that is no XML name becomes one, and how the name becomes the key again.</summary>
public enum NamePolicy
{
    /// <summary>
    /// <c>a b</c> ⇄ <c>a_x0020_b</c>, the empty key ⇄ <c>_x_</c>, and a prefix that is not declared ⇄ <c>x_x003A_y</c>. Every key and every name comes back: a name is unescaped only when
    /// escaping gives that very name, so <c>_x0041_</c> stays what it is.
    /// </summary>
    Reversible,

    /// <summary>As <see cref="System.Xml.XmlConvert.EncodeName"/> and <see cref="System.Xml.XmlConvert.DecodeName"/>; <c>_x0041_</c> and <c>A</c> become the same key. An undeclared prefix is refused.</summary>
    XmlConvert,

    /// <summary>Names stay as they are, and a key that is no XML name is refused.</summary>
    Reject,

    /// <summary>Names stay as they are; in a key, characters that do not fit become <c>_</c>. Told in the report.</summary>
    Replace,
}
