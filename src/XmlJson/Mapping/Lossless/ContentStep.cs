namespace XmlJson.Mapping.Lossless;

/// <summary>How the next node of an element is written.</summary>
internal enum ContentStep : byte
{
    /// <summary>As a member.</summary>
    Member,

    /// <summary>As a member behind one that says the layout from here on.</summary>
    LayoutAndMember,

    /// <summary>As a further item of the member before.</summary>
    Item,

    /// <summary>In the rest.</summary>
    Rest,
}
