using XmlJson.Dom;
using XmlJson.Tests.Sinks;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.Dom;

public class NodeTests
{
    private const string Sample = """<!--c--><r xmlns="urn:d" xmlns:p="urn:p" a="1" p:a="2">t<p:x>u<![CDATA[v]]></p:x><?pi some data?><y/></r><?end?>""";

    [Fact]
    public void Every_kind_has_its_name_and_value()
    {
        using var document = LoadWithDoctype();
        var r = document.DocumentElement;
        var nodes = new List<Node> { document.AsNode() };
        nodes.AddRange(document.ChildNodes);
        nodes.AddRange(r.ChildNodes);
        nodes.AddRange(r.Attributes);
        nodes.Add(document.CreateDocumentFragment());
        Assert.Equal(
            [
                "Document #document ", "DocumentType r ", "Comment #comment  c ", "Element r ",
                "Text #text t", "Text #text  ", "CDataSection #cdata-section <", "EntityReference ent ", "ProcessingInstruction pi data", "Comment #comment end", "Element x ",
                "Attribute a 1", "DocumentFragment #document-fragment ",
            ],
            nodes.Select(node => $"{node.NodeType} {node.NodeName} {node.NodeValue}"));
        Assert.Equal(9, (int)NodeType.Document);
        Assert.Equal(document.Doctype, nodes[1]);
        Assert.Equal(("p", "s", "i"), (nodes[1].PublicId, nodes[1].SystemId, nodes[1].InternalSubset));
        Assert.Equal([false, true], nodes[4..6].Select(text => text.IsElementContentWhitespace));
        Assert.Equal("pi", nodes[8].Target);
        Assert.Equal("data", nodes[8].Data);
        Assert.All(nodes, node => Assert.Same(document, node.OwnerDocument));
    }

    [Fact]
    public void Setting_a_value_works_where_there_is_one()
    {
        using var document = LoadWithDoctype();
        foreach (var node in document.DocumentElement.ChildNodes.Append(document.AsNode()).Append(document.Doctype!.Value).Append(document.DocumentElement.Attributes[0]))
        {
            var had = node.NodeValue is not null;
            node.NodeValue = "new";
            Assert.Equal(had ? "new" : null, node.NodeValue);
            Assert.Equal(had ? "new"u8 : default, node.NodeValueUtf8);
        }
    }

    [Fact]
    public void Links_agree_with_each_other()
    {
        using var document = DocumentLoader.Load(Sample);
        Check(document.AsNode());

        static void Check(Node node)
        {
            var children = node.ChildNodes.ToArray();
            Assert.Equal(children.Length, node.ChildNodes.Count);
            Assert.Equal(children.Length > 0, node.HasChildNodes());
            Assert.Equal(children.Length > 0 ? children[0] : null, node.FirstChild);
            Assert.Equal(children.Length > 0 ? children[^1] : null, node.LastChild);
            for (var i = 0; i < children.Length; i++)
            {
                Assert.Equal(children[i], node.ChildNodes[i]);
                Assert.Equal(node, children[i].ParentNode);
                Assert.Equal(i == 0 ? null : children[i - 1], children[i].PreviousSibling);
                Assert.Equal(i == children.Length - 1 ? null : children[i + 1], children[i].NextSibling);
                Check(children[i]);
            }

            var elements = children.Where(child => child.NodeType == NodeType.Element).ToArray();
            Assert.Equal(elements.Length > 0 ? elements[0] : null, node.FirstElementChild);
            Assert.Equal(elements.Length > 0 ? elements[^1] : null, node.LastElementChild);
            Assert.Equal(elements.Skip(1).Select(element => (Node?)element), elements.SkipLast(1).Select(element => element.NextElementSibling));
            Assert.Equal(elements.SkipLast(1).Select(element => (Node?)element), elements.Skip(1).Select(element => element.PreviousElementSibling));
        }
    }

    [Fact]
    public void Names_have_their_parts()
    {
        using var document = DocumentLoader.Load(Sample);
        var r = document.DocumentElement;
        var x = r.ChildNodes[1];
        Assert.Equal(("r", "r", null, "urn:d"), (r.TagName, r.LocalName, r.Prefix, r.NamespaceUri));
        Assert.Equal(("p:x", "x", "p", "urn:p"), (x.TagName, x.LocalName, x.Prefix, x.NamespaceUri));
        var a = r.GetAttributeNode("a")!.Value;
        Assert.Equal(("a", "a", null, null), (a.NodeName, a.LocalName, a.Prefix, a.NamespaceUri));
        var declaration = r.GetAttributeNode("xmlns:p")!.Value;
        Assert.Equal(("p", "xmlns", "http://www.w3.org/2000/xmlns/"), (declaration.LocalName, declaration.Prefix, declaration.NamespaceUri));
        Assert.Null(r.FirstChild!.Value.LocalName);
        Assert.Same(x.TagName, document.GetElementsByTagName("p:x")[0].TagName);
    }

    [Fact]
    public void Elements_are_found_by_name()
    {
        using var document = DocumentLoader.Load("""<r xmlns:p="urn:p"><a><p:a/><a/></a><b xmlns="urn:p"><a/></b></r>""");
        string[] Found(NodeList list) => [.. list.Select(node => $"{node.ParentNode?.NodeName}/{node.NodeName}")];
        Assert.Equal(["r/a", "a/a", "b/a"], Found(document.GetElementsByTagName("a")));
        Assert.Equal(["a/p:a"], Found(document.GetElementsByTagName("p:a")));
        Assert.Equal(6, document.GetElementsByTagName("*").Count);
        Assert.Equal(["a/p:a", "r/b", "b/a"], Found(document.GetElementsByTagNameNS("urn:p", "*")));
        Assert.Equal(["a/p:a", "b/a"], Found(document.GetElementsByTagNameNS("urn:p", "a")));
        Assert.Equal(["r/a", "a/a"], Found(document.GetElementsByTagNameNS("", "a")));
        Assert.Equal(["r/a", "a/p:a", "a/a", "b/a"], Found(document.GetElementsByTagNameNS("*", "a")));
        Assert.Empty(document.GetElementsByTagName("nothing"));
        Assert.Empty(document.GetElementsByTagNameNS("urn:nothing", "a"));
        var a = document.DocumentElement.FirstChild!.Value;
        Assert.Equal(["a/a"], Found(a.GetElementsByTagName("a")));
        Assert.Empty(a.Attributes);
    }

    [Fact]
    public void Elements_are_found_by_id()
    {
        using var document = DocumentLoader.Load("<r xml:id='top'><a id='x'/><a xml:id='y'/></r>");
        Assert.Equal("r", document.GetElementById("top")?.NodeName);
        Assert.Equal(document.DocumentElement.LastChild, document.GetElementById("y"));
        Assert.Null(document.GetElementById("x"));
        Assert.True(document.DocumentElement.Attributes[0].IsId);
    }

    [Fact]
    public void Attributes_are_read_set_and_removed()
    {
        using var document = DocumentLoader.Load(Sample);
        var r = document.DocumentElement;
        Assert.Equal(4, r.Attributes.Count);
        Assert.True(r.HasAttributes());
        Assert.Equal("1", r.GetAttribute("a"));
        Assert.Equal("2", r.GetAttributeNS("urn:p", "a"));
        Assert.Equal("", r.GetAttribute("b"));
        Assert.Equal("", r.GetAttributeNS("urn:d", "a"));
        Assert.True(r.HasAttribute("p:a") && r.HasAttributeNS(null, "a") && !r.HasAttribute("b"));
        Assert.Equal(["xmlns", "xmlns:p", "a", "p:a"], r.Attributes.Select(attribute => attribute.NodeName));

        r.SetAttribute("a", "one");
        r.SetAttribute("b", "<&\"");
        r.SetAttributeNS("urn:p", "p:a", "two");
        r.SetAttributeNS("urn:q", "q:c", "three");
        r.RemoveAttribute("nothing");
        Assert.Equal("""xmlns="urn:d" xmlns:p="urn:p" a="one" p:a="two" b="&lt;&amp;&quot;" q:c="three">""", XmlText.Of(r)["<r xmlns:q=\"urn:q\" ".Length..(XmlText.Of(r).IndexOf('>', StringComparison.Ordinal) + 1)]);
        r.SetAttributeNS("urn:p", "a", "no prefix here, but one when written");
        Assert.Equal("no prefix here, but one when written", r.GetAttributeNS("urn:p", "a"));
        using var again = DocumentLoader.Load(XmlText.Of(document));
        Assert.Equal("no prefix here, but one when written", again.DocumentElement.GetAttributeNS("urn:p", "a"));
        r.RemoveAttributeNS("urn:p", "a");
        r.RemoveAttribute("a");
        r.RemoveAttribute("q:c");
        Assert.Equal(["xmlns", "xmlns:p", "b"], r.Attributes.Select(attribute => attribute.NodeName));
    }

    [Fact]
    public void Attribute_nodes_stay_the_same_while_others_come_and_go()
    {
        using var document = DocumentLoader.Load("<r a='1' b='2' c='3'/>");
        var r = document.DocumentElement;
        var b = r.GetAttributeNode("b")!.Value;
        Assert.Equal(r, b.OwnerElement);
        for (var i = 0; i < 100; i++)
        {
            r.SetAttribute($"x{i}", "");
        }

        r.RemoveAttribute("a");
        b.Value = "two";
        Assert.Equal("two", r.GetAttribute("b"));
        Assert.Equal(b, r.RemoveAttributeNode(b));
        Assert.Null(b.OwnerElement);
        Assert.Equal("two", b.Value);
        Assert.Throws<ArgumentException>(() => r.RemoveAttributeNode(b));
        var replaced = r.GetAttributeNode("x7")!.Value;
        var other = document.CreateAttribute("x7");
        other.Value = "seven";
        Assert.Equal(replaced, r.SetAttributeNode(other));
        Assert.Equal(other, r.SetAttributeNode(other));
        Assert.Null(r.SetAttributeNode(b));
        Assert.Equal("seven", r.GetAttribute("x7"));
        Assert.Equal("b", r.Attributes[^1].NodeName);
        var element = document.CreateElement("e");
        Assert.Throws<ArgumentException>(() => element.SetAttributeNode(b));
        Assert.Null(element.SetAttributeNodeNS(b.CloneNode(false)));
        Assert.Equal("two", element.GetAttribute("b"));
        Assert.Throws<ArgumentException>(() => element.SetAttributeNode(r));
    }

    [Fact]
    public void The_map_of_attributes_has_the_members_of_the_DOM()
    {
        using var document = DocumentLoader.Load("<r xmlns:p='u' a='1' p:b='2'/>");
        var map = document.DocumentElement.Attributes;
        Assert.Equal("1", map["a"].Value);
        Assert.Equal("2", map.GetNamedItemNS("u", "b")?.Value);
        Assert.Null(map.GetNamedItem("x"));
        Assert.Null(map.Item(3));
        Assert.Null(map.Item(-1));
        Assert.Throws<KeyNotFoundException>(() => map["x"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => map[3]);
        var c = document.CreateAttributeNS("u", "p:c");
        Assert.Null(map.SetNamedItemNS(c));
        Assert.Equal(c, map.RemoveNamedItemNS("u", "c"));
        Assert.Null(map.SetNamedItem(c));
        Assert.Equal(c, map.RemoveNamedItem("p:c"));
        Assert.Throws<KeyNotFoundException>(() => map.RemoveNamedItem("p:c"));
        Assert.Throws<KeyNotFoundException>(() => map.RemoveNamedItemNS("u", "c"));
        Assert.Equal(3, map.Count);
    }

    [Fact]
    public void Nodes_are_put_in_and_taken_out()
    {
        using var document = DocumentLoader.Load("<r><a/><b/><c/></r>");
        var r = document.DocumentElement;
        Node a = r.ChildNodes[0], b = r.ChildNodes[1], c = r.ChildNodes[2];
        Assert.Equal(a, r.AppendChild(a));
        Assert.Equal("<r><b/><c/><a/></r>", XmlText.Of(document));
        Assert.Equal(c, r.InsertBefore(c, b));
        Assert.Equal("<r><c/><b/><a/></r>", XmlText.Of(document));
        r.InsertBefore(b, b);
        r.InsertBefore(b, a);
        Assert.Equal("<r><c/><b/><a/></r>", XmlText.Of(document));
        Assert.Equal(b, r.RemoveChild(b));
        Assert.Null(b.ParentNode);
        Assert.Null(b.NextSibling);
        Assert.Null(b.PreviousSibling);
        Assert.Equal("<r><c/><a/></r>", XmlText.Of(document));
        Assert.Equal(c, r.ReplaceChild(b, c));
        Assert.Equal(b, r.ReplaceChild(b, b));
        Assert.Equal("<r><b/><a/></r>", XmlText.Of(document));
        Assert.Equal(a, r.ReplaceChild(b, a));
        Assert.Equal("<r><b/></r>", XmlText.Of(document));
        var fragment = document.CreateDocumentFragment();
        fragment.AppendChild(document.CreateTextNode("x"));
        fragment.AppendChild(document.CreateComment("y"));
        fragment.AppendChild(document.CreateCDataSection("z"));
        fragment.AppendChild(document.CreateProcessingInstruction("p", "q"));
        fragment.AppendChild(document.CreateEntityReference("e"));
        r.InsertBefore(fragment, b);
        Assert.False(fragment.HasChildNodes());
        Assert.Equal("<r>x<!--y--><![CDATA[z]]><?p q?>&e;<b/></r>", XmlText.Of(document));
        r.InsertBefore(fragment, b);
        b.AppendChild(r.FirstChild!.Value);
        Assert.Equal("<r><!--y--><![CDATA[z]]><?p q?>&e;<b>x</b></r>", XmlText.Of(document));
        Assert.True(r.Contains(b.FirstChild!.Value));
        Assert.False(b.Contains(r));
    }

    [Fact]
    public void What_cannot_stand_somewhere_is_refused()
    {
        using var document = LoadWithDoctype();
        using var other = DocumentLoader.Load("<r><a/></r>");
        var root = document.AsNode();
        var r = document.DocumentElement;
        var x = r.LastChild!.Value;
        var fragment = document.CreateDocumentFragment();
        fragment.AppendChild(document.CreateElement("e"));
        (Node Parent, Node Child)[] wrong =
        [
            (root, document.CreateElement("second")), (root, document.CreateTextNode("t")), (root, fragment), (root, root), (r, root), (r, r), (x, r), (r, document.Doctype!.Value),
            (r, r.Attributes[0]), (r.Attributes[0], x), (r.FirstChild!.Value, x), (r, other.DocumentElement), (root, document.CreateEntityReference("e")),
        ];
        foreach (var (parent, child) in wrong)
        {
            Assert.Throws<ArgumentException>(() => parent.AppendChild(child));
            Assert.Throws<ArgumentException>(() => parent.InsertBefore(child, null));
        }

        Assert.Throws<ArgumentException>(() => r.RemoveChild(r));
        Assert.Throws<ArgumentException>(() => r.RemoveChild(other.DocumentElement.FirstChild!.Value));
        Assert.Throws<ArgumentException>(() => r.InsertBefore(document.CreateElement("e"), document.CreateElement("f")));
        Assert.Throws<ArgumentException>(() => r.ReplaceChild(document.CreateElement("e"), document.CreateElement("f")));

        // One root may take the place of the other, and comments may stand anywhere.
        root.ReplaceChild(document.CreateElement("new"), r);
        root.AppendChild(document.CreateComment("end"));
        root.RemoveChild(root.ChildNodes[0]);
        Assert.Equal("<!-- c --><new/><!--end-->", XmlText.Of(document));
        root.RemoveChild(document.DocumentElement);
        root.InsertBefore(fragment, root.LastChild);
        Assert.Equal("<!-- c --><e/><!--end-->", XmlText.Of(document));
    }

    [Fact]
    public void Text_content_is_all_text_or_one_text()
    {
        using var document = LoadWithDoctype();
        var r = document.DocumentElement;
        Assert.Null(document.AsNode().TextContent);
        Assert.Null(document.Doctype!.Value.TextContent);
        Assert.Equal("t<in x", r.TextContent);
        Assert.Equal("end", r.ChildNodes[5].TextContent);
        r.TextContent = "a < b";
        Assert.Equal("a < b", r.TextContent);
        Assert.Single(r.ChildNodes);
        r.TextContent = "";
        Assert.False(r.HasChildNodes());
        Assert.Throws<ArgumentException>(() => r.TextContent = "\u0001");
        r.FirstChild?.NodeValue = "nobody";
    }

    [Fact]
    public void Clones_say_the_same_and_are_independent()
    {
        using var document = DocumentLoader.Load(Sample);
        var r = document.DocumentElement;
        var deep = r.CloneNode(true);
        var shallow = r.CloneNode(false);
        Assert.Null(deep.ParentNode);
        Assert.NotEqual(r, deep);
        Assert.True(r.IsEqualNode(deep));
        Assert.False(r.IsEqualNode(shallow));
        Assert.Equal(4, shallow.Attributes.Count);
        deep.ChildNodes[1].SetAttribute("z", "1");
        Assert.False(r.IsEqualNode(deep));
        var text = r.FirstChild!.Value.CloneNode(false);
        text.Data = "other";
        Assert.Equal("t", r.FirstChild?.Data);
        var documentNode = document.AsNode().CloneNode(true);
        using var clone = documentNode.OwnerDocument;
        Assert.NotSame(document, clone);
        Assert.Equal(DocumentLoader.LogOf(document), DocumentLoader.LogOf(clone));
        Assert.True(documentNode.IsEqualNode(document.AsNode()));
        Assert.False(document.AsNode().CloneNode(false).HasChildNodes());
    }

    [Fact]
    public void Nodes_of_other_documents_are_imported_or_adopted()
    {
        using var one = DocumentLoader.Load(Sample);
        using var two = DocumentLoader.Load("<r/>");
        var x = one.DocumentElement.ChildNodes[1];
        var imported = two.ImportNode(x, deep: true);
        Assert.Same(two, imported.OwnerDocument);
        Assert.True(imported.IsEqualNode(x));
        Assert.False(two.ImportNode(x, deep: false).HasChildNodes());
        Assert.Equal("2", two.ImportNode(one.DocumentElement.GetAttributeNode("p:a")!.Value, false).Value);
        Assert.Throws<ArgumentException>(() => two.ImportNode(one.AsNode(), true));
        two.DocumentElement.AppendChild(imported);
        Assert.Equal("""<r><p:x xmlns:p="urn:p">u<![CDATA[v]]></p:x></r>""", XmlText.Of(two));

        var adopted = two.AdoptNode(x);
        Assert.Same(two, adopted.OwnerDocument);
        Assert.Null(x.ParentNode);
        Assert.Equal(3, one.DocumentElement.ChildNodes.Count);
        Assert.Equal(adopted, two.AdoptNode(adopted));
        var attribute = two.AdoptNode(one.DocumentElement.GetAttributeNode("a")!.Value);
        Assert.False(one.DocumentElement.HasAttribute("a"));
        two.DocumentElement.SetAttributeNode(attribute);
        Assert.Equal("1", two.DocumentElement.GetAttribute("a"));
        Assert.Throws<ArgumentException>(() => two.AdoptNode(one.AsNode()));
    }

    [Fact]
    public void Names_can_be_changed()
    {
        using var document = DocumentLoader.Load("<r a='1' b='2'><x/></r>");
        var r = document.DocumentElement;
        Assert.Equal(r, document.RenameNode(r, "urn:n", "n:r"));
        document.RenameNode(r.Attributes["a"], "urn:m", "m:a");
        Assert.Equal("""<n:r xmlns:n="urn:n" xmlns:m="urn:m" m:a="1" b="2"><x/></n:r>""", XmlText.Of(document));
        Assert.Throws<ArgumentException>(() => document.RenameNode(r.Attributes["m:a"], "", "b"));
        Assert.Throws<ArgumentException>(() => document.RenameNode(r, "", "a:b"));
        Assert.Throws<ArgumentException>(() => document.RenameNode(r, "urn:x", "xmlns:a"));
        Assert.Throws<ArgumentException>(() => document.RenameNode(r, "urn:x", "xml:a"));
        Assert.Throws<ArgumentException>(() => document.RenameNode(document.CreateTextNode("x"), "", "a"));
    }

    [Fact]
    public void Normalize_joins_texts_and_removes_empty_ones()
    {
        using var document = DocumentLoader.Load("<r>a<b/><c>d</c></r>");
        var r = document.DocumentElement;
        var first = r.FirstChild!.Value;
        r.InsertBefore(document.CreateTextNode(""), first);
        r.InsertBefore(document.CreateTextNode("b"), r.ChildNodes[2]);
        r.InsertBefore(document.CreateTextNode("c"), r.ChildNodes[3]);
        r.ChildNodes[4].AppendChild(document.CreateTextNode(""));
        r.AppendChild(document.CreateTextNode(""));
        r.AppendChild(document.CreateTextNode(""));
        r.LastChild!.Value.PreviousSibling!.Value.PreviousSibling!.Value.AppendChild(document.CreateCDataSection("e"));
        r.Normalize();
        Assert.Equal("<r>abc<b/><c>d<![CDATA[e]]></c></r>", XmlText.Of(document));
        Assert.Equal(3, r.ChildNodes.Count);
        Assert.False(r.ChildNodes[1].HasChildNodes());
    }

    [Fact]
    public void Character_data_is_edited_in_units_of_UTF_16()
    {
        using var document = DocumentLoader.Load("<r>aé😀z</r>");
        var text = document.DocumentElement.FirstChild!.Value;
        Assert.Equal(5, text.Length);
        Assert.Equal("é😀", text.SubstringData(1, 3));
        Assert.Equal("z", text.SubstringData(4, 100));
        text.InsertData(1, "-");
        text.DeleteData(2, 1);
        text.ReplaceData(0, 1, "A");
        text.AppendData("!");
        Assert.Equal("A-😀z!", text.Data);
        Assert.Throws<ArgumentException>(() => text.SplitText(3));
        var second = text.SplitText(4);
        Assert.Equal(("A-😀", "z!"), (text.Data, second.Data));
        Assert.Equal(second, text.NextSibling);
        Assert.Equal("A-😀z!", second.WholeText);
        Assert.Equal("", second.SplitText(2).Data);
        Assert.Equal("x", document.CreateTextNode("yx").SplitText(1).Data);
        Assert.Throws<ArgumentOutOfRangeException>(() => text.SplitText(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.SubstringData(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.DeleteData(0, -1));
        Assert.Throws<ArgumentException>(() => text.DeleteData(3, 1));
    }

    [Fact]
    public void What_markup_cannot_say_is_refused()
    {
        using var document = DocumentLoader.Load("<r/>");
        foreach (var make in new Action[]
        {
            () => document.CreateComment("a--b"), () => document.CreateComment("a-"), () => document.CreateCDataSection("]]>"), () => document.CreateProcessingInstruction("p", "?>"),
            () => document.CreateProcessingInstruction("XmL", ""), () => document.CreateProcessingInstruction("a b", ""), () => document.CreateTextNode("\uFFFE"),
            () => document.CreateElement("1"), () => document.CreateElement(""), () => document.CreateElement("a:b:c"), () => document.CreateElementNS(null, "a:b"),
            () => document.CreateElementNS("urn:x", "xml:a"), () => document.CreateElementNS("http://www.w3.org/XML/1998/namespace", "a"), () => document.CreateElement("xmlns:a"),
            () => document.CreateAttributeNS("urn:x", "xmlns"), () => document.CreateAttributeNS("http://www.w3.org/2000/xmlns/", "a"), () => document.CreateEntityReference("&"),
        })
        {
            Assert.Throws<ArgumentException>(make);
        }

        document.CreateComment("-a").Data = "";
        Assert.Equal("xmlns", document.CreateElement("xmlns").NodeName);
        Assert.Equal("http://www.w3.org/XML/1998/namespace", document.CreateElement("xml:a").NamespaceUri);
    }

    [Fact]
    public void Members_of_other_kinds_are_refused()
    {
        using var document = LoadWithDoctype();
        var r = document.DocumentElement;
        var text = r.FirstChild!.Value;
        foreach (var ask in new Action[]
        {
            () => _ = text.TagName, () => text.GetAttribute("a"), () => text.SetAttribute("a", ""), () => text.HasAttribute("a"), () => _ = r.Data, () => r.SplitText(0), () => _ = text.Target,
            () => _ = r.PublicId, () => _ = r.Value, () => _ = r.OwnerElement, () => _ = r.Specified, () => r.Attributes[0].WriteTo(new EventLog()), () => _ = default(Node).NodeType,
            () => text.SetAttributeNS("", "a", ""), () => _ = r.Length, () => _ = r.WholeText, () => _ = default(Node).OwnerDocument,
        })
        {
            Assert.Throws<InvalidOperationException>(ask);
        }

        Assert.Equal("no node", default(Node).ToString());
    }

    [Fact]
    public void Namespaces_are_looked_up()
    {
        using var document = DocumentLoader.Load("""<r xmlns="urn:d" xmlns:p="urn:p"><a xmlns:p="urn:q" xmlns:s="urn:d"><b xmlns=""/></a></r>""");
        var r = document.DocumentElement;
        var a = r.FirstChild!.Value;
        var b = a.FirstChild!.Value;
        Assert.Equal(["urn:d", "urn:p", null, "http://www.w3.org/XML/1998/namespace"], new[] { null, "p", "q", "xml" }.Select(r.LookupNamespaceUri));
        Assert.Equal([null, "urn:q", "urn:d"], new[] { "", "p", "s" }.Select(b.LookupNamespaceUri));
        Assert.Equal(["p", null, null], new[] { "urn:p", "urn:d", "urn:x" }.Select(r.LookupPrefix));
        Assert.Equal([null, "p", "s"], new[] { "urn:p", "urn:q", "urn:d" }.Select(b.LookupPrefix));
        Assert.True(r.IsDefaultNamespace("urn:d"));
        Assert.True(b.IsDefaultNamespace(null));
        Assert.False(b.IsDefaultNamespace("urn:d"));
        Assert.Equal("urn:p", document.AsNode().LookupNamespaceUri("p"));
        Assert.Equal("urn:d", r.Attributes[0].LookupNamespaceUri(null));
        Assert.Null(document.CreateElement("x").LookupNamespaceUri("p"));
    }

    [Fact]
    public void Positions_are_compared()
    {
        using var document = DocumentLoader.Load("<r x='1' y='2'><a><b/></a><c z='3'/></r>");
        var r = document.DocumentElement;
        Node a = r.FirstChild!.Value, b = a.FirstChild!.Value, c = r.LastChild!.Value, x = r.Attributes[0], y = r.Attributes[1], z = c.Attributes[0];
        const DocumentPosition Before = DocumentPosition.Preceding, After = DocumentPosition.Following, Own = DocumentPosition.ImplementationSpecific;
        (Node Node, Node Other, DocumentPosition Position)[] expected =
        [
            (r, r, 0), (r, b, After | DocumentPosition.ContainedBy), (b, r, Before | DocumentPosition.Contains), (a, c, After), (c, a, Before), (b, c, After), (c, b, Before),
            (x, y, After | Own), (y, x, Before | Own), (r, x, After | DocumentPosition.ContainedBy), (x, r, Before | DocumentPosition.Contains), (x, b, After), (b, x, Before),
            (z, b, Before), (b, z, After), (document.AsNode(), z, After | DocumentPosition.ContainedBy),
        ];
        foreach (var (node, other, position) in expected)
        {
            Assert.Equal(position, node.CompareDocumentPosition(other));
        }

        var loose = document.CreateElement("l");
        var there = loose.CompareDocumentPosition(r);
        var back = r.CompareDocumentPosition(loose);
        Assert.True(there.HasFlag(DocumentPosition.Disconnected) && back.HasFlag(DocumentPosition.Disconnected));
        Assert.NotEqual(there.HasFlag(After), back.HasFlag(After));

        // After moves the order of rows says nothing.
        r.InsertBefore(c, a);
        Assert.Equal(After, c.CompareDocumentPosition(b));
        Assert.Equal(Before, b.CompareDocumentPosition(z));
    }

    [Theory]
    [InlineData("<r a='1' b='2'/>", "<r b='2' a='1'/>", true)]
    [InlineData("<r a='1'/>", "<r a='2'/>", false)]
    [InlineData("<r a='1'/>", "<r a='1' b='2'/>", false)]
    [InlineData("<r a='1' b='2'/>", "<r a='1' c='2'/>", false)]
    [InlineData("<r a='1' b='2'/>", "<r/>", false)]
    [InlineData("<r/>", "<s/>", false)]
    [InlineData("<r xmlns='u'/>", "<p:r xmlns:p='u'/>", false)]
    [InlineData("<r><a/>t<b><c/></b></r>", "<r><a/>t<b><c/></b></r>", true)]
    [InlineData("<r><a/>t<b><c/></b></r>", "<r><a/>t<b><c/></b><d/></r>", false)]
    [InlineData("<r><a/>t<b><c/></b></r>", "<r><a/>t<b><c><d/></c></b></r>", false)]
    [InlineData("<r><a/>t<b><c/></b></r>", "<r><a/>u<b><c/></b></r>", false)]
    [InlineData("<r><a/><b/></r>", "<r><a><b/></a></r>", false)]
    [InlineData("<r>t</r>", "<r><![CDATA[t]]></r>", false)]
    [InlineData("<r><!--t--></r>", "<r><!--t--></r>", true)]
    [InlineData("<r><?t u?></r>", "<r><?u u?></r>", false)]
    [InlineData("<r/><!--x-->", "<r/>", false)]
    public void Nodes_of_two_documents_are_compared_by_what_they_say(string x, string y, bool areEqual)
    {
        using var one = DocumentLoader.Load(x);
        using var two = DocumentLoader.Load(y);
        Assert.Equal(areEqual, one.AsNode().IsEqualNode(two.AsNode()));
        Assert.Equal(areEqual, two.AsNode().IsEqualNode(one.AsNode()));
        Assert.True(one.AsNode().IsSameNode(one.AsNode()));
        Assert.False(one.AsNode().IsSameNode(two.AsNode()));
    }

    [Fact]
    public void Lists_can_be_cut_and_stepped_through()
    {
        using var document = DocumentLoader.Load("<r><a/><b/><c/><d/><e/></r>");
        var list = document.DocumentElement.ChildNodes;
        string Names(NodeList nodes) => string.Concat(nodes.Select(node => node.NodeName));
        Assert.Equal("bcd", Names(list[1..^1]));
        Assert.Equal("ace", Names(list.Every(2)));
        Assert.Equal("bd", Names(list[1..].Every(2)));
        Assert.Equal("c", Names(list[1..^1][1..^1]));
        Assert.Equal("e", list[^1].NodeName);
        Assert.Equal("", Names(list[5..]));
        Assert.Null(list.Item(5));
        Assert.Null(list.Item(-1));
        Assert.Null(list[1..2].Item(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => list[5]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[1..2][1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[4..6]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list.Every(0));
        Assert.Empty(document.DocumentElement.FirstChild!.Value.ChildNodes);

        // Children are live, what was cut out is not.
        var cut = list[..];
        foreach (var child in list)
        {
            document.DocumentElement.RemoveChild(child);
        }

        Assert.Empty(list);
        Assert.Equal("abcde", Names(cut));
    }

    [Fact]
    public void A_document_type_comes_before_the_root()
    {
        using var document = LoadWithDoctype();
        var root = document.DocumentElement;
        var doctype = document.Doctype!.Value;
        var node = doctype.ParentNode!.Value;

        Assert.Throws<ArgumentException>(() => node.AppendChild(doctype));
        Assert.Throws<ArgumentException>(() => node.InsertBefore(root, doctype));
        node.RemoveChild(doctype);
        Assert.Throws<ArgumentException>(() => node.AppendChild(doctype));
        node.InsertBefore(doctype, root);

        Assert.Equal(["#comment", "r", "r"], node.ChildNodes.Select(child => child.NodeName));
    }

    [Fact]
    public void White_space_between_elements_becomes_text_when_it_is_made_so()
    {
        const string Declarations = "<!DOCTYPE a [<!ELEMENT a (b*)>]>";
        using var document = Xml.Load($"{Declarations}<a> <b/> </a>", XmlParserOptions.Default with { DtdProcessing = System.Xml.DtdProcessing.Parse });
        var root = document.DocumentElement;
        var (first, last) = (root.FirstChild!.Value, root.LastChild!.Value);
        string Kinds()
        {
            using var log = new EventLog();
            document.WriteTo(log);
            return string.Join("; ", log.ToString().Split('\n').Where(line => line.Contains(" \"", StringComparison.Ordinal) && !line.StartsWith("doctype", StringComparison.Ordinal)));
        }

        Assert.Equal("whitespace \" \"; whitespace \" \"", Kinds());
        first.NodeValue = "\n";
        last.NodeValue = "word";
        Assert.Equal("whitespace \"\\n\"; text \"word\"", Kinds());
        root.InsertBefore(document.CreateTextNode("x"), first);
        root.Normalize();
        Assert.Equal("text \"x\\n\"; text \"word\"", Kinds());
    }

    private static Document LoadWithDoctype()
    {
        using var builder = new HandMadeEvents<DocumentBuilder>(new DocumentBuilder()).Document()
            .DocumentType(new DocumentTypeDeclaration("r"u8) { PublicId = "p"u8, SystemId = "s"u8, InternalSubset = "i"u8 }).Comment(" c ")
            .Start("r", ("a", "1")).Text("t").Text(" ", TextKind.WhiteSpace).CData("<").Skipped("ent").Instruction("pi", "data").Comment("end").Start("x").Text("in x").End().End().EndDocument();
        return builder.TakeDocument();
    }
}
