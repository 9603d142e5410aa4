namespace XmlJson.Benchmarks;

/// <summary>Where a tree keeps what it holds.</summary>
internal enum TreeStorage
{
    /// <summary>Rows in memory that the tree before gave back; texts and values stay in the input's bytes.</summary>
    InPlace,

    /// <summary>The same, with texts and values copied, as for an input that does not stay.</summary>
    Copied,

    /// <summary>Rows in memory that was not in use yet.</summary>
    Fresh,
}
