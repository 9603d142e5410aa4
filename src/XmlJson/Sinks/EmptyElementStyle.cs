namespace XmlJson;

/// <summary>How an element without content is written. All three mean the same (XML 1.0 §3.1 [44]).</summary>
public enum EmptyElementStyle
{
    /// <summary><c>&lt;br/&gt;</c></summary>
    SelfClosing,

    /// <summary><c>&lt;br /&gt;</c>, which old HTML browsers understood (XHTML 1.0 §C.2).</summary>
    SelfClosingWithSpace,

    /// <summary><c>&lt;br&gt;&lt;/br&gt;</c>, as Canonical XML writes it.</summary>
    StartAndEndTag,
}
