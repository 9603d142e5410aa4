namespace XmlJson;

/// <summary>A step of an <see cref="ElementPathPattern"/>: one name, any one name, or any number of names.</summary>
/// <param name="Name">The name as it is written or, with a namespace, its local part; null for any.</param>
/// <param name="Uri">The namespace name, empty for none; null where the prefix is looked at instead, or nothing is.</param>
/// <param name="IsAnyDepth">Whether it stands for any number of names.</param>
internal readonly record struct ElementPathStep(byte[]? Name, byte[]? Uri, bool IsAnyDepth)
{
    /// <summary>Whether a step that stands for one name stands for this one.</summary>
    /// <param name="qualified">The name as it is written.</param>
    /// <param name="local">Its local part.</param>
    /// <param name="uri">Its namespace name; empty for none.</param>
    public bool Matches(ReadOnlySpan<byte> qualified, ReadOnlySpan<byte> local, ReadOnlySpan<byte> uri) =>
        Uri is null
            ? Name is null || qualified.SequenceEqual(Name)
            : (Name is null || local.SequenceEqual(Name)) && uri.SequenceEqual(Uri);
}
