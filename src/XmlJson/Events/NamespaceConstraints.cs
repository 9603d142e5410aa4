namespace XmlJson;

/// <summary>Which declarations Namespaces in XML 1.0 forbids: §3, Reserved Prefixes and Namespace Names; §5, No Prefix Undeclaring.</summary>
internal static class NamespaceConstraints
{
    /// <summary>What is wrong with binding a prefix to a namespace name, both by their numbers in an <see cref="XmlNames"/>.</summary>
    public static NamespaceFault Find(int prefix, int uri)
    {
        if (prefix == XmlNames.XmlnsPrefix)
        {
            return NamespaceFault.XmlnsPrefix;
        }

        if (prefix == XmlNames.XmlPrefix != (uri == XmlNames.XmlNamespace))
        {
            return NamespaceFault.XmlMismatch;
        }

        return uri == XmlNames.XmlnsNamespace ? NamespaceFault.XmlnsNamespace
            : uri == XmlNames.NoNamespace && prefix != XmlNames.EmptyName ? NamespaceFault.EmptyBinding
            : NamespaceFault.None;
    }
}
