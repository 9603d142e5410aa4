using XmlJson.Trees;

namespace XmlJson.ElementTree;

/// <summary>A tag in a path; <see langword="null"/> for both parts is <c>*</c>, which means comments and processing instructions, too.</summary>
/// <param name="Namespace">The namespace name, empty for none, <c>*</c> for any.</param>
/// <param name="Local">The local part, or <c>*</c> for any.</param>
internal readonly record struct NameSpec(string? Namespace, string? Local)
{
    public ElementFilter FilterFor(Document document) => Local is null ? ElementFilter.All : ElementFilter.Named(document, Namespace, Local);
}
