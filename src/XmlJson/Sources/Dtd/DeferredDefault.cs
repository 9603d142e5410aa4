namespace XmlJson;

/// <summary>A default value that refers to an entity which was not declared so far. The end of the definition decides whether that is an error.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Raw">The value between its quotes.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="IsInDocument">Whether it stands in the internal subset itself.</param>
/// <param name="Missing">The first such reference.</param>
internal sealed record DeferredDefault(AttributeDefinition Attribute, byte[] Raw, DtdPlace Place, bool IsInDocument, UndeclaredReference Missing);
