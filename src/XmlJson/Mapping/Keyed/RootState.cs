namespace XmlJson.Mapping.Keyed;

/// <summary>What the object at the root turned out to be.</summary>
internal enum RootState : byte
{
    /// <summary>Nothing yet that needs a root.</summary>
    None,

    /// <summary>One element: the root, unless more comes.</summary>
    Single,

    /// <summary>The root element was added.</summary>
    Added,

    /// <summary>The one element is the root, and was given out.</summary>
    Given,
}
