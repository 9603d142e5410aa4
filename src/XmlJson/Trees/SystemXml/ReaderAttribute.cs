namespace XmlJson.Trees.SystemXml;

/// <summary>An attribute, or what <see cref="System.Xml.XmlReader"/> shows as one, of the node that a <see cref="DocumentReader"/> stands on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Index">The document's attribute that has the value; 0 when <paramref name="Value"/> is it.</param>
/// <param name="Value">The value, where no attribute of the document has it.</param>
/// <param name="IsDefault">Whether it was added because its default is declared.</param>
internal readonly record struct ReaderAttribute(AtomizedName Name, int Index, string? Value, bool IsDefault);
