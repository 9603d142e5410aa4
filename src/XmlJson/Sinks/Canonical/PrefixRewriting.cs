namespace XmlJson;

/// <summary>What becomes of prefixes: the parameter <c>PrefixRewrite</c> of Canonical XML 2.0.</summary>
public enum PrefixRewriting
{
    /// <summary>They stay as they are.</summary>
    None,

    /// <summary>
    /// Each namespace has one prefix in the whole output, <c>n0</c>, <c>n1</c> and so on, numbered where it is first used, in the order of the namespace names. There is no default namespace. Elements in
    /// no namespace get a prefix, too, with a declaration such as <c>xmlns:n0=""</c>, as the W3C's test cases have it; Namespaces in XML 1.0 §5 does not allow that, so such output cannot be read again.
    /// </summary>
    Sequential,
}
