namespace XmlJson;

/// <summary>What is wrong with a namespace declaration.</summary>
internal enum NamespaceFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It declares the prefix <c>xmlns</c>.</summary>
    XmlnsPrefix,

    /// <summary>It binds <c>xml</c> to another namespace than its own, or another prefix to that.</summary>
    XmlMismatch,

    /// <summary>It binds a prefix to the namespace of <c>xmlns</c>.</summary>
    XmlnsNamespace,

    /// <summary>It binds a prefix to no namespace.</summary>
    EmptyBinding,
}
