namespace XmlJson;

/// <summary>An attribute whose values are qualified names: <c>QualifiedAttr</c> and <c>UnqualifiedAttr</c> of Canonical XML 2.0.</summary>
/// <param name="Name">The attribute's name, with its namespace in braces if it is in one: <c>{http://www.w3.org/2001/XMLSchema-instance}type</c>.</param>
/// <param name="Element">The element that it must stand on, written in the same way; <see langword="null"/> for any.</param>
public sealed record QNameAwareAttribute(string Name, string? Element = null);
