using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace XmlJson.Reference;

/// <summary>What is said of a symbol.</summary>
/// <param name="Xml">The comment; null where there is none in the library's own file.</param>
/// <param name="Platform">The member of the platform whose description holds, for what overrides or implements it and says nothing itself.</param>
/// <param name="From">The member of the library that the comment was written for, when it is inherited.</param>
internal sealed record Comment(XElement? Xml, ISymbol? Platform = null, ISymbol? From = null)
{
    /// <summary>A part of it; null when that is missing or empty.</summary>
    public XElement? Part(string name) => Xml?.Elements(name).FirstOrDefault(part => part.HasElements || !string.IsNullOrWhiteSpace(part.Value));

    /// <summary>The part of a parameter or type parameter.</summary>
    public XElement? Part(string name, string parameter) => Xml?.Elements(name).FirstOrDefault(part => (string?)part.Attribute("name") == parameter);

    /// <summary>All parts of a name.</summary>
    public IEnumerable<XElement> Parts(string name) => Xml?.Elements(name) ?? [];
}
