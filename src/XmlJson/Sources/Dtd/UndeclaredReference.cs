namespace XmlJson;

/// <summary>A reference in an attribute value to an entity that is not declared, or not yet.</summary>
/// <param name="Name">The entity's name.</param>
/// <param name="Place">Where the reference is.</param>
/// <param name="IsDirect">Whether it stands in the value itself, not in the text of another entity.</param>
internal sealed record UndeclaredReference(string Name, DtdPlace Place, bool IsDirect);
