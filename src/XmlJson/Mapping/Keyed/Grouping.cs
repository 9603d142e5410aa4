namespace XmlJson.Mapping.Keyed;

/// <summary>What was found when siblings were grouped by key.</summary>
[Flags]
internal enum Grouping
{
    /// <summary>All keys differ.</summary>
    Distinct = 0,

    /// <summary>Some key occurs several times.</summary>
    Repeated = 1,

    /// <summary>Siblings with one key do not stand together.</summary>
    Reordered = 2,

    /// <summary>Nodes of different kinds share a key.</summary>
    Clash = 4,

    /// <summary>A key occurs several times that may occur once.</summary>
    Refused = 8,
}
