namespace XmlJson.Mapping;

/// <summary>How a <see cref="NamespaceRule"/> writes names in a namespace.</summary>
public enum NamespaceForm
{
    /// <summary>As in the document: <see cref="NamespaceRule.AsWritten"/>.</summary>
    AsWritten,

    /// <summary>Without prefix and namespace: <see cref="NamespaceRule.LocalNames"/>.</summary>
    LocalNames,

    /// <summary>With the namespace name: <see cref="NamespaceRule.Expanded"/>.</summary>
    Expanded,

    /// <summary>With prefixes of the caller's: <see cref="NamespaceRule.WithPrefixes"/>.</summary>
    Prefixes,
}
