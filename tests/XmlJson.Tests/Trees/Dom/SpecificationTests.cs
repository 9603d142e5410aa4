using XmlJson.Dom;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.Dom;

/// <summary>Sentences of DOM Level 2 and Level 3 Core, one test each; the interface and member stand above it.</summary>
public class SpecificationTests
{
    // Node.prefix: "setting this attribute changes the nodeName attribute, which holds the qualified name, as well as the tagName and name attributes".
    [Fact]
    public void Setting_a_prefix_changes_the_name_and_keeps_the_namespace()
    {
        using var document = DocumentLoader.Load("<p:r xmlns:p='u' p:a='1'/>");
        var r = document.DocumentElement;
        var a = r.GetAttributeNode("p:a")!.Value;
        r.Prefix = "q";
        a.Prefix = "s";
        Assert.Equal(("q:r", "q:r", "r", "u"), (r.NodeName, r.TagName, r.LocalName, r.NamespaceUri));
        Assert.Equal(("s:a", "u", "1"), (a.NodeName, a.NamespaceUri, r.GetAttributeNS("u", "a")));
        r.Prefix = null;
        Assert.Equal(("r", "u", null), (r.NodeName, r.NamespaceUri, r.Prefix));
        using var again = DocumentLoader.Load(XmlText.Of(document));
        Assert.Equal(("u", "1"), (again.DocumentElement.NamespaceUri, again.DocumentElement.GetAttributeNS("u", "a")));
    }

    // Node.prefix: INVALID_CHARACTER_ERR, NAMESPACE_ERR; "when it is defined to be null, setting it has no effect".
    [Fact]
    public void A_prefix_that_cannot_be_is_refused()
    {
        using var document = DocumentLoader.Load("<p:r xmlns:p='u' p:a='1' xml:lang='en' b='2' xmlns='d'><e xmlns=''/></p:r>");
        var r = document.DocumentElement;
        var e = r.FirstChild!.Value;
        foreach (var (node, prefix) in new (Node, string?)[]
        {
            (r, "1"), (r, "a:b"), (r, "xml"), (r, "xmlns"), (e, "p"), (r.GetAttributeNode("b")!.Value, "p"), (r.GetAttributeNode("p:a")!.Value, "xmlns"), (r.GetAttributeNode("xmlns")!.Value, "p"),
            (r.GetAttributeNode("xmlns:p")!.Value, "q"), (r.GetAttributeNode("xmlns:p")!.Value, null), (r.GetAttributeNode("xml:lang")!.Value, "l"),
        })
        {
            var node1 = node;
            Assert.Throws<ArgumentException>(() => node1.Prefix = prefix);
        }

        e.Prefix = null;
        Assert.Equal("e", e.NodeName);
        var comment = document.CreateComment("c");
        comment.Prefix = "p";
        Assert.Null(comment.Prefix);
        Assert.Equal("""<p:r xmlns:p="u" p:a="1" xml:lang="en" b="2" xmlns="d"><e xmlns=""/></p:r>""", XmlText.Of(document));
    }

    // Text.replaceWholeText: "logically-adjacent text nodes are removed including the current node unless it was the recipient of the replacement text"; "if the replacement text is an empty string" null.
    [Fact]
    public void The_whole_text_is_replaced()
    {
        using var document = DocumentLoader.Load("<r>a<![CDATA[b]]>c<x/>d</r>");
        var r = document.DocumentElement;
        var section = r.ChildNodes[1];
        Assert.Throws<ArgumentException>(() => section.ReplaceWholeText("]]>"));
        Assert.Equal("<r>a<![CDATA[b]]>c<x/>d</r>", XmlText.Of(document));
        Assert.Equal(section, section.ReplaceWholeText("new"));
        Assert.Equal("<r><![CDATA[new]]><x/>d</r>", XmlText.Of(document));
        Assert.Null(section.ReplaceWholeText(""));
        Assert.Null(section.ParentNode);
        Assert.Null(r.LastChild!.Value.ReplaceWholeText(null));
        Assert.Equal("<r><x/></r>", XmlText.Of(document));
        Assert.Null(section.ReplaceWholeText(""));
        Assert.Equal(section, section.ReplaceWholeText("alone"));
        Assert.Equal("alone", section.WholeText);
        Assert.Throws<InvalidOperationException>(() => r.ReplaceWholeText("x"));
    }

    // DOMImplementation.createDocumentType and createDocument.
    [Fact]
    public void A_document_with_a_document_type_is_made_from_nothing()
    {
        using var document = new Document();
        var doctype = document.AppendChild(document.CreateDocumentType("h:r", "-//X//Y", "http://x/'y'", "<!ENTITY e '1'>"));
        document.AppendChild(document.CreateElementNS("urn:h", "h:r"));
        Assert.Equal(doctype, document.Doctype);
        Assert.Equal(("h:r", "-//X//Y", "http://x/'y'", "<!ENTITY e '1'>"), (doctype.NodeName, doctype.PublicId, doctype.SystemId, doctype.InternalSubset));
        var xml = document.ToXml();
        Assert.Equal("<!DOCTYPE h:r PUBLIC \"-//X//Y\" \"http://x/'y'\" [<!ENTITY e '1'>]>\n<h:r xmlns:h=\"urn:h\"/>", xml);
        using var again = Xml.Load(xml, new XmlParserOptions { DtdProcessing = System.Xml.DtdProcessing.Parse });
        Assert.True(again.Doctype!.Value.IsEqualNode(doctype));
        Assert.Equal((null, null, null), (document.CreateDocumentType("r", null, null).PublicId, document.CreateDocumentType("r", null, null).SystemId, document.CreateDocumentType("r", null, null).InternalSubset));
        Assert.Throws<ArgumentException>(() => document.AppendChild(document.CreateDocumentType("r", null, null)));
        foreach (var (name, publicId, systemId, subset) in new (string, string?, string?, string?)[]
        {
            ("1", null, null, null), ("", null, null, null), ("a:b:c", null, null, null), ("r", "p", null, null), ("r", "é", "s", null), ("r", "\"", "s", null), ("r", null, "\"'", null), ("r", null, "\u0001", null),
            ("r", null, null, "]><x/>"), ("r", null, null, "<!--"), ("r", null, null, "\uFFFE"),
        })
        {
            Assert.Throws<ArgumentException>(() => document.CreateDocumentType(name, publicId, systemId, subset));
        }
    }

    // Node.cloneNode: "Cloning an Attr directly, as opposed to be cloned as part of an Element cloning operation, returns a specified attribute"; importNode, adoptNode: "the specified flag is set to true".
    [Fact]
    public void An_attribute_copied_by_itself_is_specified()
    {
        using var document = Xml.Load("<!DOCTYPE r [<!ATTLIST r d CDATA 'v'>]><r/>", new XmlParserOptions { DtdProcessing = System.Xml.DtdProcessing.Parse });
        using var other = new Document();
        var r = document.DocumentElement;
        var d = r.Attributes[0];
        Assert.False(d.Specified);
        Assert.False(r.CloneNode(false).Attributes[0].Specified);
        Assert.True(d.CloneNode(false).Specified);
        Assert.True(other.ImportNode(d, false).Specified);
        Assert.False(d.Specified);
        Assert.True(other.AdoptNode(d).Specified);
        Assert.False(r.HasAttributes());
        r = document.AsNode().CloneNode(true).OwnerDocument.DocumentElement;
        r.SetAttribute("e", "");
        Assert.True(r.Attributes[0].Specified);
        using var owner = r.OwnerDocument;
    }

    // Node.insertBefore, appendChild, replaceChild, removeChild: each DOMException that they name.
    [Fact]
    public void What_cannot_be_inserted_is_refused_and_nothing_changes()
    {
        using var document = DocumentLoader.Load("<!--c--><r><a><b/></a>t</r>");
        using var other = DocumentLoader.Load("<o><x/></o>");
        Node r = document.DocumentElement, a = r.FirstChild!.Value, b = a.FirstChild!.Value, text = r.LastChild!.Value, attribute = document.CreateAttribute("k"), loose = document.CreateElement("l");
        (string Code, Action Call)[] calls =
        [
            ("HIERARCHY_REQUEST_ERR", () => text.AppendChild(loose)), ("HIERARCHY_REQUEST_ERR", () => r.AppendChild(attribute)), ("HIERARCHY_REQUEST_ERR", () => attribute.AppendChild(loose)),
            ("HIERARCHY_REQUEST_ERR", () => b.AppendChild(a)), ("HIERARCHY_REQUEST_ERR", () => a.InsertBefore(a, b)), ("HIERARCHY_REQUEST_ERR", () => b.AppendChild(r)),
            ("HIERARCHY_REQUEST_ERR", () => document.AppendChild(loose)), ("HIERARCHY_REQUEST_ERR", () => document.InsertBefore(text, document.FirstChild)),
            ("HIERARCHY_REQUEST_ERR", () => document.ReplaceChild(loose, document.FirstChild!.Value)), ("HIERARCHY_REQUEST_ERR", () => r.AppendChild(document.AsNode())),
            ("HIERARCHY_REQUEST_ERR", () => r.AppendChild(document.CreateDocumentType("r", null, null))), ("HIERARCHY_REQUEST_ERR", () => document.AppendChild(document.CreateDocumentType("r", null, null))),
            ("WRONG_DOCUMENT_ERR", () => r.AppendChild(other.DocumentElement)), ("WRONG_DOCUMENT_ERR", () => r.ReplaceChild(other.DocumentElement, a)),
            ("WRONG_DOCUMENT_ERR", () => r.SetAttributeNode(other.CreateAttribute("k"))), ("NOT_FOUND_ERR", () => r.InsertBefore(loose, b)), ("NOT_FOUND_ERR", () => r.ReplaceChild(loose, b)),
            ("NOT_FOUND_ERR", () => r.RemoveChild(b)), ("NOT_FOUND_ERR", () => r.RemoveChild(attribute)), ("NOT_FOUND_ERR", () => r.RemoveAttributeNode(attribute)), ("NOT_FOUND_ERR", () => document.RemoveChild(a)),
        ];
        foreach (var (code, call) in calls)
        {
            Assert.True(Record.Exception(call) is ArgumentException { ParamName: not null }, code);
            Assert.Equal("<!--c--><r><a><b/></a>t</r>", XmlText.Of(document));
        }

        Assert.Equal("<o><x/></o>", XmlText.Of(other));
    }

    // Element.setAttributeNode: INUSE_ATTRIBUTE_ERR; NamedNodeMap.removeNamedItem: NOT_FOUND_ERR.
    [Fact]
    public void An_attribute_in_use_is_not_taken_and_a_missing_one_not_removed()
    {
        using var document = DocumentLoader.Load("<r a='1'><x/></r>");
        Node r = document.DocumentElement, x = r.FirstChild!.Value, a = r.Attributes[0];
        Assert.Throws<ArgumentException>(() => x.SetAttributeNode(a));
        Assert.Throws<ArgumentException>(() => x.Attributes.SetNamedItem(a));
        Assert.Throws<ArgumentException>(() => x.Attributes.SetNamedItemNS(x));
        Assert.Throws<KeyNotFoundException>(() => x.Attributes.RemoveNamedItem("a"));
        x.RemoveAttribute("a");
        x.RemoveAttributeNS(null, "a");
        Assert.Equal("""<r a="1"><x/></r>""", XmlText.Of(document));
    }

    // Node.insertBefore: "If newChild is a DocumentFragment object, all of its children are inserted, in the same order, before refChild. If the newChild is already in the tree, it is first removed."
    // "Inserting a node before itself is implementation dependent": here it changes nothing; so does replacing a node by itself.
    [Fact]
    public void A_fragment_goes_in_whole_and_a_node_before_itself_stays()
    {
        using var document = DocumentLoader.Load("<r><a/><b/></r>");
        Node r = document.DocumentElement, a = r.FirstChild!.Value, b = r.LastChild!.Value;
        var fragment = document.CreateDocumentFragment();
        Assert.Equal(fragment, r.InsertBefore(fragment, b));
        fragment.AppendChild(document.CreateElement("x"));
        fragment.AppendChild(document.CreateTextNode("y"));
        fragment.AppendChild(a);
        Assert.Equal(b, r.ReplaceChild(fragment, b));
        Assert.Equal("<r><x/>y<a/></r>", XmlText.Of(document));
        Assert.False(fragment.HasChildNodes());
        Assert.Equal(a, r.InsertBefore(a, a));
        Assert.Equal(a, r.ReplaceChild(a, a));
        Assert.Equal(a, r.InsertBefore(a, r.FirstChild));
        Assert.Equal("<r><a/><x/>y</r>", XmlText.Of(document));
        document.ReplaceChild(document.CreateComment("c"), r);
        Assert.Equal("<!--c-->", XmlText.Of(document));
        Assert.True(document.HasChildNodes());
        fragment.AppendChild(document.CreateElement("one"));
        fragment.AppendChild(document.CreateElement("two"));
        Assert.Throws<ArgumentException>(() => document.AppendChild(fragment));
        Assert.Equal(2, fragment.ChildNodes.Count);
        document.RemoveChild(document.FirstChild!.Value);
        Assert.False(document.HasChildNodes());
    }

    // Node.childNodes: "the content of the returned NodeList is 'live'"; NamedNodeMap: "live". getElementsByTagName's is not, here.
    [Fact]
    public void Lists_of_children_and_attributes_are_live_and_found_elements_are_not()
    {
        using var document = DocumentLoader.Load("<r a='1'><x/></r>");
        var r = document.DocumentElement;
        var (children, attributes, found) = (r.ChildNodes, r.Attributes, r.GetElementsByTagName("x"));
        r.AppendChild(document.CreateElement("x"));
        r.SetAttribute("b", "2");
        Assert.Equal((2, 2, 1), (children.Count, attributes.Count, found.Count));
        r.RemoveChild(r.FirstChild!.Value);
        r.RemoveAttribute("a");
        Assert.Equal((1, "b", "x"), (children.Count, attributes[0].NodeName, found[0].NodeName));
    }

    // Node.normalize: "puts all Text nodes in the full depth of the sub-tree underneath this Node into a 'normal' form where only structure separates Text nodes … there are neither adjacent Text nodes nor
    // empty Text nodes"; "the normalize operation … does not merge CDATASections".
    [Fact]
    public void Normalizing_leaves_sections_alone()
    {
        using var document = DocumentLoader.Load("<r><![CDATA[]]><x/></r>");
        Node r = document.DocumentElement, x = r.LastChild!.Value;
        var first = x.AppendChild(document.CreateTextNode("1"));
        x.AppendChild(document.CreateTextNode("2"));
        x.AppendChild(document.CreateCDataSection("3"));
        x.AppendChild(document.CreateTextNode("4"));
        x.AppendChild(document.CreateTextNode(""));
        r.AppendChild(document.CreateTextNode(""));
        document.Normalize();
        Assert.Equal("<r><![CDATA[]]><x>12<![CDATA[3]]>4</x></r>", XmlText.Of(document));
        Assert.Equal((2, 3, "12"), (r.ChildNodes.Count, x.ChildNodes.Count, first.Data));
    }

    // Node.textContent, per kind: the concatenation for elements, attributes' and texts' nodeValue, null for documents and document types; "on setting, any possible children this node may have are removed and,
    // if the new string is not empty or null, replaced by a single Text node"; "when it is defined to be null, setting it has no effect".
    [Fact]
    public void Text_content_is_set_on_each_kind()
    {
        using var document = new Document();
        document.AppendChild(document.CreateDocumentType("r", null, null));
        document.AppendChild(document.CreateElement("r"));
        var fragment = document.CreateDocumentFragment();
        fragment.AppendChild(document.CreateComment("c"));
        Node[] settable = [document.DocumentElement, fragment, document.CreateAttribute("a"), document.CreateTextNode("t"), document.CreateCDataSection("s"), document.CreateComment("c"), document.CreateProcessingInstruction("p", "d")];
        foreach (var node in settable)
        {
            node.TextContent = "new";
            Assert.Equal("new", node.TextContent);
            Assert.Equal(node == settable[0] || node == fragment, node.HasChildNodes());
            node.TextContent = null;
            Assert.Equal("", node.TextContent);
            Assert.False(node.HasChildNodes());
        }

        foreach (var node in new[] { document.AsNode(), document.Doctype!.Value, document.CreateEntityReference("e") })
        {
            node.TextContent = "new";
            Assert.Null(node.TextContent);
        }

        Assert.Equal("<!DOCTYPE r><r/>", XmlText.Of(document));
    }

    // Node.compareDocumentPosition: "If the two nodes being compared have no common container, then the order is based upon order between the root container of each node".
    [Fact]
    public void Nodes_of_different_trees_are_ordered_as_their_trees()
    {
        using var document = new Document();
        using var other = new Document();
        Node a = document.CreateElement("a"), b = document.CreateElement("b"), inA = document.CreateElement("x"), inB = document.CreateElement("y"), attribute = document.CreateAttribute("k");
        b.AppendChild(inB);
        a.AppendChild(inA);
        b.AppendChild(document.CreateElement("z"));
        inA.SetAttributeNode(document.CreateAttribute("m"));
        Node[] inTreeA = [a, inA, inA.Attributes[0]];
        var order = a.CompareDocumentPosition(b);
        Assert.True(order.HasFlag(DocumentPosition.Disconnected | DocumentPosition.ImplementationSpecific));
        Assert.All(inTreeA, node => Assert.All([b, inB, b.LastChild!.Value], there => Assert.Equal(order, node.CompareDocumentPosition(there))));
        Node[] tops = [a, b, attribute, document.AsNode(), other.AsNode(), other.CreateElement("o"), other.CreateAttribute("o")];
        foreach (var x in tops)
        {
            foreach (var y in tops.Where(y => y != x))
            {
                Assert.Equal(x.CompareDocumentPosition(y).HasFlag(DocumentPosition.Following), y.CompareDocumentPosition(x).HasFlag(DocumentPosition.Preceding));
                Assert.All(tops.Where(z => z != x && z != y && x.CompareDocumentPosition(y).HasFlag(DocumentPosition.Following) && y.CompareDocumentPosition(z).HasFlag(DocumentPosition.Following)),
                    z => Assert.True(x.CompareDocumentPosition(z).HasFlag(DocumentPosition.Following)));
            }
        }
    }

    // Document.importNode: "deep … recursively import the subtree under the specified node"; "no parent"; NOT_SUPPORTED_ERR. adoptNode: "the node is removed from the child list of its parent".
    [Fact]
    public void Importing_copies_and_adopting_takes_away()
    {
        using var source = DocumentLoader.Load("<r><a k='1'>t<b/></a></r>");
        using var target = DocumentLoader.Load("<r/>");
        var a = source.DocumentElement.FirstChild!.Value;
        Assert.Equal("<a k=\"1\"/>", XmlText.Of(target.ImportNode(a, deep: false)));
        Assert.Equal("<a k=\"1\">t<b/></a>", XmlText.Of(target.ImportNode(a, deep: true)));
        Assert.Null(target.ImportNode(a, deep: true).ParentNode);
        var fragment = source.CreateDocumentFragment();
        fragment.AppendChild(source.CreateTextNode("x"));
        Assert.False(target.ImportNode(fragment, deep: false).HasChildNodes());
        Assert.Equal("x", target.ImportNode(fragment, deep: true).TextContent);
        foreach (var node in new[] { source.AsNode(), source.CreateDocumentType("r", null, null) })
        {
            Assert.Throws<ArgumentException>(() => target.ImportNode(node, deep: true));
            Assert.Throws<ArgumentException>(() => target.AdoptNode(node));
        }

        var adopted = target.AdoptNode(a);
        Assert.Equal(("<r/>", target), (XmlText.Of(source), adopted.OwnerDocument));
        Assert.Equal(adopted, target.AdoptNode(target.DocumentElement.AppendChild(adopted)));
        Assert.Equal("<r/>", XmlText.Of(target));
    }
}
