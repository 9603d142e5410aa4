namespace XmlJson;

/// <summary>Why a document has no canonical form.</summary>
public enum CanonicalizationErrorCode
{
    /// <summary>A reference to an entity was not expanded: the text is not known. Let the parser read the declarations, and give it a resolver for those outside the document.</summary>
    UnexpandedEntity,

    /// <summary>A namespace name is a relative reference (Canonical XML 1.0 §1.3); <see cref="CanonicalizationOptions.AllowRelativeNamespaces"/> takes it as it is.</summary>
    RelativeNamespace,

    /// <summary>A qualified name or XPath expression in text or an attribute value has a prefix that is not declared there (Canonical XML 2.0, <c>QNameAware</c>).</summary>
    UndeclaredPrefix,
}
