using System.Globalization;
using System.Xml;
using System.Xml.XPath;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.SystemXml;

/// <summary>The same document behind this library's navigator and behind <see cref="XPathDocument"/>'s, which tells what is right.</summary>
internal sealed class NavigatorPair : IDisposable
{
    private static readonly XPathNamespaceScope[] Scopes = Enum.GetValues<XPathNamespaceScope>();

    public NavigatorPair(string xml)
        : this(Xml.Load(xml, new XmlParserOptions { DtdProcessing = DtdProcessing.Parse }), xml)
    {
    }

    public NavigatorPair(Document document, string xml)
    {
        Document = document;
        Own = document.CreateNavigator();
        Expected = ExpectedFor(xml);
    }

    public Document Document { get; }

    public XPathNavigator Own { get; }

    public XPathNavigator Expected { get; }

    public static XPathNavigator ExpectedFor(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null });
        return new XPathDocument(reader, XmlSpace.Preserve).CreateNavigator();
    }

    /// <summary>All nodes in document order, those of the attribute axis and of the namespace axis included.</summary>
    public static List<XPathNavigator> NodesOf(XPathNavigator root)
    {
        var nodes = new List<XPathNavigator>();
        var node = root.Clone();
        node.MoveToRoot();
        while (true)
        {
            nodes.Add(node.Clone());
            var side = node.Clone();
            for (var moved = side.MoveToFirstNamespace(); moved; moved = side.MoveToNextNamespace())
            {
                nodes.Add(side.Clone());
            }

            side.MoveTo(node);
            for (var moved = side.MoveToFirstAttribute(); moved; moved = side.MoveToNextAttribute())
            {
                nodes.Add(side.Clone());
            }

            if (node.MoveToFirstChild())
            {
                continue;
            }

            while (!node.MoveToNext())
            {
                if (!node.MoveToParent())
                {
                    return nodes;
                }
            }
        }
    }

    /// <summary>Which node it is, from the root: the same for both navigators.</summary>
    public static string PathOf(XPathNavigator node)
    {
        var path = "";
        node = node.Clone();
        while (true)
        {
            if (node.NodeType is XPathNodeType.Attribute or XPathNodeType.Namespace)
            {
                path = $"/{(node.NodeType == XPathNodeType.Attribute ? "@" : "xmlns:")}{node.Name}{path}";
            }
            else
            {
                var place = 0;
                for (var sibling = node.Clone(); sibling.MoveToPrevious();)
                {
                    place++;
                }

                path = string.Create(CultureInfo.InvariantCulture, $"/{place}{path}");
            }

            if (!node.MoveToParent())
            {
                return path;
            }
        }
    }

    /// <summary>All that a navigator tells of where it stands.</summary>
    public static string Describe(XPathNavigator node)
    {
        var properties = $"{PathOf(node)} {node.NodeType} {node.Name}|{node.LocalName}|{node.Prefix}|{node.NamespaceURI}|{node.Value}|{node.HasChildren}|{node.HasAttributes}|{node.BaseURI}|{node.XmlLang}";
        var more = $"|{node.IsNode}|{node.LookupNamespace("")}|{node.LookupNamespace("p")}|{node.LookupPrefix("u")}|{node.GetNamespace("p")}|{node.GetAttribute("a", "")}|{node.GetAttribute("a", "u")}";
        return properties + more + "|" + string.Join(",", Scopes.SelectMany(scope => node.GetNamespacesInScope((XmlNamespaceScope)scope)).Select(one => $"{one.Key}={one.Value}").Order(StringComparer.Ordinal));
    }

    public void Dispose() => Document.Dispose();
}
