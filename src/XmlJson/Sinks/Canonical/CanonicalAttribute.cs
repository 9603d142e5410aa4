namespace XmlJson;

/// <summary>An attribute of the tag that is written.</summary>
internal struct CanonicalAttribute(XmlName name, int index)
{
    public readonly XmlName Name = name;

    /// <summary>Its place in the tag's list.</summary>
    public readonly int Index = index;

    /// <summary>The prefix in its value, if the value is a qualified name.</summary>
    public PrefixReference? Reference;
}
