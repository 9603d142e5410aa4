using System.Xml;
using System.Xml.XPath;
using XmlJson.Dom;
using XmlJson.ElementTree;

namespace XmlJson.Tests.Trees.SystemXml;

/// <summary>Navigators and readers from the views, over changes, and after the end.</summary>
public class NodeNavigatorTests
{
    [Fact]
    public void A_navigator_stands_on_the_node_it_came_from_and_knows_it()
    {
        using var document = Xml.Load("<!DOCTYPE a><!--c--><a b='1' xmlns:p='u'>x<![CDATA[y]]><c p:d='2'/></a>", new XmlParserOptions { DtdProcessing = DtdProcessing.Parse });
        var element = document.DocumentElement;
        var attribute = element.GetAttributeNode("b")!.Value;
        foreach (var node in new[] { document.AsNode(), element, attribute, element.FirstChild!.Value, element.LastChild!.Value, document.FirstChild!.Value.NextSibling!.Value })
        {
            Assert.Equal(node, node.CreateNavigator().UnderlyingObject);
        }

        // Both texts are one node to XPath.
        Assert.Equal("xy", element.ChildNodes[1].CreateNavigator().Value);
        Assert.True(element.ChildNodes[1].CreateNavigator().IsSamePosition(element.ChildNodes[0].CreateNavigator()));
        Assert.Equal("1", attribute.CreateNavigator().Value);
        Assert.Equal("c", document.Root[0].CreateNavigator().Evaluate("name()"));
        Assert.Equal("/*[1]", document.Root[0].CreateNavigator().Evaluate("concat('/*[', count(preceding-sibling::*) + 1, ']')"));
        Assert.Throws<InvalidOperationException>(() => document.Doctype!.Value.CreateNavigator());
        Assert.Throws<InvalidOperationException>(() => element.GetAttributeNode("xmlns:p")!.Value.CreateNavigator());
        Assert.Throws<InvalidOperationException>(() => document.CreateAttribute("loose").CreateNavigator());
        Assert.Throws<InvalidOperationException>(() => document.CreateTextNode("").CreateNavigator());
        Assert.Throws<InvalidOperationException>(() => attribute.CreateReader());
    }

    [Fact]
    public void What_stands_nowhere_is_a_tree_of_its_own()
    {
        using var document = Xml.Load("<a><b/></a>");
        var loose = document.CreateElement("x");
        loose.AppendChild(document.CreateElement("y"));
        var navigator = loose.FirstChild!.Value.CreateNavigator();
        navigator.MoveToRoot();
        Assert.Equal((XPathNodeType.Element, "x"), (navigator.NodeType, navigator.Name));
        Assert.False(navigator.MoveToParent());
        Assert.False(navigator.MoveToNext());
        Assert.False(navigator.MoveToFirst());
        Assert.False(navigator.MoveToId("x"));
        Assert.Equal(XmlNodeOrder.Unknown, navigator.ComparePosition(document.CreateNavigator()));
        Assert.Equal(XmlNodeOrder.Before, navigator.ComparePosition(loose.FirstChild!.Value.CreateNavigator()));
        using var other = Xml.Load("<a/>");
        Assert.Equal(XmlNodeOrder.Unknown, document.CreateNavigator().ComparePosition(other.CreateNavigator()));
        Assert.False(document.CreateNavigator().IsSamePosition(other.CreateNavigator()));
        Assert.True(navigator.MoveTo(other.CreateNavigator()));
        Assert.Same(other, ((Node)navigator.UnderlyingObject!).OwnerDocument);

        var fragment = document.CreateDocumentFragment();
        fragment.AppendChild(document.CreateTextNode("t"));
        fragment.AppendChild(document.CreateElement("e"));
        Assert.Equal(XPathNodeType.Root, fragment.CreateNavigator().NodeType);
        Assert.Equal(2.0, fragment.CreateNavigator().Evaluate("count(/node())"));
        using var reader = fragment.CreateReader();
        Assert.True(reader.Read() && reader.NodeType == XmlNodeType.Text && reader.Read() && reader.NodeType == XmlNodeType.Element);
        Assert.False(reader.Read());
    }

    [Fact]
    public void Changes_are_seen_at_once()
    {
        using var document = Xml.Load("<a><b xml:id='one'/><c/></a>");
        var navigator = document.CreateNavigator();
        Assert.True(navigator.MoveToId("one"));
        Assert.Equal("b", navigator.Name);
        var root = document.DocumentElement;
        root.InsertBefore(document.CreateElement("first"), root.FirstChild).SetAttribute("xml:id", "one");
        Assert.True(navigator.MoveToId("one"));
        Assert.Equal("first", navigator.Name);
        Assert.True(navigator.MoveToNext());
        Assert.Equal("b", navigator.Name);
        Assert.Equal("first b c", string.Join(' ', document.CreateNavigator().Select("//c | //b | //first").Cast<XPathNavigator>().Select(node => node.Name)));
        root.AppendChild(root.FirstChild!.Value);
        Assert.Equal("b c first", string.Join(' ', document.CreateNavigator().Select("//c | //b | //first").Cast<XPathNavigator>().Select(node => node.Name)));
    }

    [Fact]
    public void Names_are_the_same_strings_for_all_navigators_and_readers()
    {
        using var document = Xml.Load("<a xmlns='u'><b/></a>");
        var (first, second) = (document.CreateNavigator(), document.CreateNavigator());
        Assert.True(first.MoveToFollowing("b", "u") && second.MoveToFollowing("b", "u"));
        Assert.Same(first.LocalName, second.LocalName);
        Assert.Same(first.LocalName, first.NameTable.Get("b"));
        using var reader = document.CreateReader();
        Assert.True(reader.ReadToDescendant("b", "u"));
        Assert.Same(first.NamespaceURI, reader.NamespaceURI);
        Assert.Same(first.LocalName, reader.NameTable.Add("b"));
    }

    [Fact]
    public void A_disposed_document_says_so()
    {
        var document = Xml.Load("<?xml version='1.0'?><a b='1' xmlns:p='u'>x</a>");
        var navigators = NavigatorPair.NodesOf(document.CreateNavigator());
        var (fresh, used) = (document.CreateReader(), document.CreateReader());
        Assert.True(used.ReadToFollowing("a") && used.MoveToFirstAttribute());
        var node = document.DocumentElement;
        document.Dispose();
        foreach (var navigator in navigators)
        {
            var (name, type) = (navigator.Clone(), navigator.Clone());
            Assert.Throws<ObjectDisposedException>(() => navigator.Value);
            Assert.Throws<ObjectDisposedException>(() => name.Name);
            Assert.Throws<ObjectDisposedException>(() => type.NodeType);
            Assert.Throws<ObjectDisposedException>(() => type.LocalName + type.Prefix + type.NamespaceURI + type.BaseURI);
            Assert.Throws<ObjectDisposedException>(() => type.MoveToRoot());
            Assert.Throws<ObjectDisposedException>(() => type.MoveToParent());
            Assert.Throws<ObjectDisposedException>(() => type.MoveToId("x"));
            Assert.Throws<ObjectDisposedException>(() => type.Select("//*").MoveNext());
        }

        Assert.Throws<ObjectDisposedException>(() => fresh.Read());
        Assert.Throws<ObjectDisposedException>(() => used.Read());
        Assert.Throws<ObjectDisposedException>(() => used.Value);
        Assert.Throws<ObjectDisposedException>(() => used.Name);
        Assert.Throws<ObjectDisposedException>(document.CreateNavigator);
        Assert.Throws<ObjectDisposedException>(document.CreateReader);
        Assert.Throws<ObjectDisposedException>(document.ToXDocument);
        Assert.Throws<ObjectDisposedException>(document.ToXmlDocument);
        Assert.Throws<ObjectDisposedException>(() => node.CreateNavigator());
        Assert.Throws<ObjectDisposedException>(() => node.CreateReader());
        used.Close();
        Assert.Equal((ReadState.Closed, XmlNodeType.None), (used.ReadState, used.NodeType));
    }

    [Fact]
    public void Several_threads_may_search_at_once()
    {
        using var document = Xml.Load(XPathDocuments.All["namespaces"]);
        var counts = new double[64];
        Parallel.For(0, counts.Length, i => counts[i] = (double)document.CreateNavigator().Evaluate("count(//@* | //namespace::* | //*[ancestor::*]) + string-length(name(//*[last()]))"));
        Assert.Single(counts.Distinct());
        Assert.True(counts[0] > 50);
    }
}
