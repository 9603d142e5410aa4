namespace XmlJson;

/// <summary>Answers a question about an element at its start tag: <c>(scoped in name, scoped in attributes) => name.Is("book"u8)</c>.</summary>
/// <param name="name">The element's name.</param>
/// <param name="attributes">Its attributes.</param>
/// <returns>The answer.</returns>
public delegate bool ElementPredicate(scoped in XmlName name, scoped AttributeList attributes);
