using System.Xml.Linq;

namespace XmlJson.Reference;

/// <summary>The doc comments of an assembly, as the compiler wrote them into an XML file.</summary>
internal sealed class CommentFile
{
    private readonly Dictionary<string, XElement> _members;

    private CommentFile(XElement doc) => _members = doc.Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    public static CommentFile Read(string path) => new(XElement.Load(path, LoadOptions.PreserveWhitespace));

    /// <summary>Reads text.</summary>
    public static CommentFile Parse(string xml) => new(XElement.Parse(xml, LoadOptions.PreserveWhitespace));

    /// <summary>The comment of a member by its identifier; null where there is none.</summary>
    public XElement? Find(string? id) => id is not null && _members.TryGetValue(id, out var member) ? member : null;
}
