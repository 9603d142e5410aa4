using System.Xml.XPath;

namespace XmlJson.Tests.Trees.SystemXml;

/// <summary>Every move of a navigator, by name.</summary>
internal static class NavigatorMoves
{
    public static IReadOnlyList<(string Name, Func<XPathNavigator, bool> Move)> All { get; } =
    [
        ("parent", node => node.MoveToParent()),
        ("first child", node => node.MoveToFirstChild()),
        ("next", node => node.MoveToNext()),
        ("previous", node => node.MoveToPrevious()),
        ("first", node => node.MoveToFirst()),
        ("root", node => { node.MoveToRoot(); return true; }),
        ("first attribute", node => node.MoveToFirstAttribute()),
        ("next attribute", node => node.MoveToNextAttribute()),
        ("attribute a", node => node.MoveToAttribute("a", "")),
        ("attribute p:a", node => node.MoveToAttribute("a", "u")),
        ("attribute xml:lang", node => node.MoveToAttribute("lang", "http://www.w3.org/XML/1998/namespace")),
        ("attribute xmlns", node => node.MoveToAttribute("xmlns", "http://www.w3.org/2000/xmlns/")),
        ("namespace p", node => node.MoveToNamespace("p")),
        ("default namespace", node => node.MoveToNamespace("")),
        ("no namespace", node => node.MoveToNamespace("nowhere")),
        .. Enum.GetValues<XPathNamespaceScope>().SelectMany(scope => (IEnumerable<(string, Func<XPathNavigator, bool>)>)
        [
            ($"first namespace, {scope}", node => node.MoveToFirstNamespace(scope)),
            ($"next namespace, {scope}", node => node.MoveToNextNamespace(scope)),
            ($"second namespace, {scope}", node => node.MoveToFirstNamespace(scope) && node.MoveToNextNamespace(scope)),
            ($"second namespace of all, {scope}", node => node.MoveToFirstNamespace() && node.MoveToNextNamespace(scope)),
        ]),
        ("child b", node => node.MoveToChild("b", "")),
        ("child p:a", node => node.MoveToChild("a", "u")),
        ("next b", node => node.MoveToNext("b", "")),
        ("following b", node => node.MoveToFollowing("b", "")),
        ("following p:a", node => node.MoveToFollowing("a", "u")),
        .. Enum.GetValues<XPathNodeType>().SelectMany(type => (IEnumerable<(string, Func<XPathNavigator, bool>)>)
        [
            ($"child, {type}", node => node.MoveToChild(type)),
            ($"next, {type}", node => node.MoveToNext(type)),
            ($"following, {type}", node => node.MoveToFollowing(type)),
        ]),
        ("id", node => node.MoveToId("i1")),
        ("no id", node => node.MoveToId("nowhere")),
    ];
}
