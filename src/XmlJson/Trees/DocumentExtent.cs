namespace XmlJson.Trees;

/// <summary>How much a <see cref="Document"/> holds.</summary>
/// <param name="Nodes">The row that is added next.</param>
/// <param name="Attributes">The attribute that is added next.</param>
/// <param name="Bytes">Where the next text goes.</param>
internal readonly record struct DocumentExtent(int Nodes, int Attributes, int Bytes)
{
    /// <summary>About how many bytes of memory were added since an earlier extent.</summary>
    public long SizeSince(in DocumentExtent start) =>
        ((long)(Nodes - start.Nodes) * NodeRow.Size) + ((long)(Attributes - start.Attributes) * AttributeNodeRow.Size) + (Bytes - start.Bytes);
}
