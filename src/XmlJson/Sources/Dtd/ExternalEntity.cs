namespace XmlJson;

/// <summary>An external entity as it is stored.</summary>
/// <param name="Bytes">Its bytes, in whatever encoding.</param>
/// <param name="Uri">Its absolute URI, if known: what the system identifiers in it are relative to.</param>
internal sealed record ExternalEntity(ReadOnlyMemory<byte> Bytes, string? Uri);
