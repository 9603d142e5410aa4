namespace XmlJson;

/// <summary>The W3C's specifications of a canonical form. For whole documents the first two are the same.</summary>
public enum CanonicalXmlVersion
{
    /// <summary>Canonical XML 1.0: every namespace declaration is kept where it changes something; an element taken out of its document gets all namespaces and <c>xml:</c> attributes of its ancestors.</summary>
    Inclusive10,

    /// <summary>Canonical XML 1.1: as 1.0, but <c>xml:id</c> is not inherited, and <c>xml:base</c> is joined from those of the ancestors (§2.4).</summary>
    Inclusive11,

    /// <summary>Exclusive XML Canonicalization 1.0: a namespace is declared on the elements that use it, so an element has the same form in another document; nothing is inherited.</summary>
    Exclusive10,

    /// <summary>Canonical XML 2.0: namespaces as in the exclusive form, with prefixes in values and text looked at where the options say so.</summary>
    Version20,
}
