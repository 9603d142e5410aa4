using System.Text;
using XmlJson.ElementTree;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.ElementTree;

public class ElementTests
{
    [Fact]
    public void Text_and_tail_are_the_text_before_the_first_child_and_after_the_end()
    {
        using var document = DocumentLoader.Load("<a>1<b>2</b>3<c/><d></d>4<![CDATA[5]]>6</a>");
        var a = document.Root;
        Assert.Equal(["1", "2", null, null], new[] { a, a[0], a[1], a[2] }.Select(element => element.Text));
        Assert.Equal([null, "3", null, "456"], new[] { a, a[0], a[1], a[2] }.Select(element => element.Tail));
        Assert.Equal("1"u8, a.TextUtf8);
        Assert.Equal("456"u8, a[2].TailUtf8);
        Assert.True(a[1].TextUtf8.IsEmpty);
        Assert.Equal(["1", "2", "3", "456"], a.IterText());
    }

    [Fact]
    public void Text_and_tail_can_be_set_and_removed()
    {
        using var document = DocumentLoader.Load("<a>1<b>2</b>3<!--x-->4<![CDATA[5]]></a>");
        var a = document.Root;
        var b = a[0];
        var comment = a[1];
        a.Text = "<&";
        b.Text = null;
        b.Tail = "";
        comment.Tail = "é😀";
        comment.Text = "y";
        Assert.Equal("<a>&lt;&amp;<b/><!--y-->é😀</a>", XmlText.Of(document));
        Assert.Equal("", b.Tail);
        Assert.Null(b.Text);
        Assert.Equal("é😀", comment.Tail);
        b.Tail = null;
        Assert.Null(b.Tail);
        b.Text = "in";
        b.Tail = "after";
        Assert.Equal("<a>&lt;&amp;<b>in</b>after<!--y-->é😀</a>", XmlText.Of(document));
    }

    [Fact]
    public void Comments_and_instructions_are_elements_with_tags_of_their_own()
    {
        using var document = DocumentLoader.Load("<r>a<!-- c -->b<?t d e?><?u?><x>y</x></r>");
        var r = document.Root;
        Assert.Equal([Element.CommentTag, Element.ProcessingInstructionTag, Element.ProcessingInstructionTag, "x"], r.Select(child => child.Tag));
        Assert.Equal([" c ", "t d e", "u", "y"], r.Select(child => child.Text));
        Assert.Equal([true, false, false, false], r.Select(child => child.IsComment));
        Assert.Equal([false, true, true, false], r.Select(child => child.IsProcessingInstruction));
        Assert.Equal([r[0]], r.Iter(Element.CommentTag));
        Assert.Equal([r[1], r[2]], r.Iter(Element.ProcessingInstructionTag));
        Assert.Equal([r, r[0], r[1], r[2], r[3]], r.Iter());
        Assert.Equal([r, r[0], r[1], r[2], r[3]], r.Iter("*"));
        Assert.Equal(["a", "b", "y"], r.IterText());
        var instruction = r[2];
        instruction.Text = "v  w x";
        Assert.Equal("v w x", instruction.Text);
        r.Append(document.MakeComment("last"));
        r.Append(document.MakeProcessingInstruction("p", "q"));
        Assert.Equal("<r>a<!-- c -->b<?t d e?><?v w x?><x>y</x><!--last--><?p q?></r>", XmlText.Of(document));
        var comment = r[0];
        Assert.Throws<InvalidOperationException>(() => comment.SubElement("a"));
        Assert.Throws<InvalidOperationException>(() => comment.Set("a", "b"));
        Assert.Throws<InvalidOperationException>(() => comment.Append(r[3]));
        Assert.Throws<InvalidOperationException>(() => comment.Tag = "a");
        Assert.Null(comment.Get("a"));
        Assert.Empty(comment);
    }

    // Expected values: CPython 3.11.
    [Fact]
    public void Children_move_with_their_tails()
    {
        using var document = DocumentLoader.Load("<r>t<a>1</a>A<b>2</b>B<c>3</c>C</r>");
        var r = document.Root;
        Element a = r[0], b = r[1], c = r[2];
        r.Remove(b);
        Assert.Equal("<r>t<a>1</a>A<c>3</c>C</r>", XmlText.Of(document));
        Assert.Equal("B", b.Tail);
        r.Insert(0, b);
        Assert.Equal("<r>t<b>2</b>B<a>1</a>A<c>3</c>C</r>", XmlText.Of(document));
        r[1] = document.MakeElement("n");
        Assert.Equal("<r>t<b>2</b>B<n/><c>3</c>C</r>", XmlText.Of(document));
        Assert.Equal("A", a.Tail);
        r.RemoveAt(0);
        Assert.Equal("<r>t<n/><c>3</c>C</r>", XmlText.Of(document));
        r.Extend([b, a]);
        Assert.Equal("<r>t<n/><c>3</c>C<b>2</b>B<a>1</a>A</r>", XmlText.Of(document));
        Assert.Equal([r[0], c, b, a], r);
        r.Clear();
        Assert.Equal("<r/>", XmlText.Of(document));
        Assert.Equal("3", c.Text);
    }

    [Fact]
    public void An_element_that_stands_nowhere_can_have_a_tail()
    {
        using var document = DocumentLoader.Load("<r/>");
        var element = document.MakeElement("a", ("x", "1"));
        Assert.Null(element.Tail);
        element.Tail = "t";
        Assert.Equal("t", element.Tail);
        document.Root.Append(element);
        Assert.Equal("<r><a x=\"1\"/>t</r>", XmlText.Of(document));
        Assert.Equal("<a x=\"1\"/>", XmlText.Of(element));
        var root = document.Root;
        Assert.Throws<InvalidOperationException>(() => root.Tail = "x");
        root.Tail = null;
        root.Tail = "";
        Assert.Null(root.Tail);
    }

    [Fact]
    public void Children_of_another_element_can_be_moved_all_at_once()
    {
        using var document = DocumentLoader.Load("<r><a><x/>1<y/>2</a><b/></r>");
        var r = document.Root;
        r[1].Extend(r[0]);
        Assert.Equal("<r><a/><b><x/>1<y/>2</b></r>", XmlText.Of(document));
        r.Insert(0, r[1]);
        r.Insert(2, r[0]);
        Assert.Equal("<r><a/><b><x/>1<y/>2</b></r>", XmlText.Of(document));
        r.Insert(1, r[1]);
        Assert.Equal("<r><a/><b><x/>1<y/>2</b></r>", XmlText.Of(document));
    }

    [Fact]
    public void Children_can_be_removed_during_a_walk()
    {
        using var document = DocumentLoader.Load("<r><a/>1<b/>2<a/>3<c/></r>");
        foreach (var child in document.Root)
        {
            if (child.Tag == "a")
            {
                document.Root.Remove(child);
            }
        }

        Assert.Equal("<r><b/>2<c/></r>", XmlText.Of(document));
        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var child in document.Root)
            {
                document.Root.RemoveAt(1);
            }
        });
    }

    [Fact]
    public void A_walk_notices_when_its_ground_is_taken_away()
    {
        using var document = DocumentLoader.Load("<r><a><b/></a><c/></r>");
        var walk = document.Iter().GetEnumerator();
        while (walk.MoveNext() && walk.Current.Tag != "b")
        {
        }

        document.Root.RemoveAt(0);
        Assert.Throws<InvalidOperationException>(() => walk.MoveNext());
    }

    [Fact]
    public void Tags_have_their_namespace_in_braces()
    {
        using var document = DocumentLoader.Load("""<r xmlns="urn:d" xmlns:p="urn:p" p:a="1" b="2" xml:lang="en"><p:x/><y xmlns=""/></r>""");
        var r = document.Root;
        Assert.Equal(["{urn:d}r", "{urn:p}x", "y"], r.Iter().Select(element => element.Tag));
        Assert.Same(r.Tag, document.Root.Tag);
        Assert.Equal(["{urn:p}a", "b", "{http://www.w3.org/XML/1998/namespace}lang"], r.Keys());
        Assert.Equal(["1", "2", "en"], r.Attrib.Values);
        Assert.Equal("1", r.Get("{urn:p}a"));
        Assert.Equal("en", r.Get("{http://www.w3.org/XML/1998/namespace}lang"));
        Assert.Null(r.Get("a"));
        Assert.Null(r.Get("{urn:d}b"));
        Assert.Equal("2", r.Get("{}b"));
        Assert.Equal("?", r.Get("c", "?"));
        Assert.Equal("urn:p", r.Get("xmlns:p"));
        Assert.Throws<ArgumentException>(() => r.Get("{urn:p"));
        Assert.Equal([r[0]], r.Iter("{urn:p}x"));
        Assert.Equal([r[0]], r.Iter("{urn:p}*"));
        Assert.Empty(r.Iter("x"));
        Assert.Equal([r[1]], r.Iter("y"));
        Assert.Equal("x", r[0].Name.GetLocal());
    }

    [Fact]
    public void Attributes_are_a_dictionary()
    {
        using var document = DocumentLoader.Load("""<r xmlns:p="urn:p" a="1" b="2"/>""");
        var r = document.Root;
        var attributes = r.Attrib;
        Assert.Equal(2, attributes.Count);
        attributes["c"] = "3 < \"4\"";
        attributes["a"] = "é";
        Assert.True(attributes.Remove("b"));
        Assert.False(attributes.Remove("b"));
        Assert.False(attributes.ContainsKey("b"));
        Assert.True(attributes.TryGetValue("c", out var c));
        Assert.Equal("3 < \"4\"", c);
        Assert.Throws<KeyNotFoundException>(() => attributes["b"]);
        Assert.Equal([new("a", "é"), new("c", "3 < \"4\"")], r.Items());
        Assert.Equal("""<r xmlns:p="urn:p" a="é" c="3 &lt; &quot;4&quot;"/>""", XmlText.Of(document));
        Assert.Throws<ArgumentException>(() => attributes["1"] = "x");
        Assert.Throws<ArgumentException>(() => attributes["x"] = "\0");
        Assert.Throws<ArgumentException>(() => attributes["x"] = "\uD800");
        Assert.Equal(2, attributes.Count);
    }

    [Fact]
    public void New_names_get_the_prefix_in_scope()
    {
        using var document = DocumentLoader.Load("""<p:r xmlns:p="urn:p" xmlns="urn:d"/>""");
        var r = document.Root;
        r.SubElement("{urn:p}a", ("{urn:p}x", "1"), ("{urn:d}y", "2"), ("z", "3"));
        r.SubElement("{urn:d}b").SubElement("{urn:new}c").SubElement("{urn:new}d");
        r.SubElement("e");
        r.Set("{http://www.w3.org/2001/XMLSchema-instance}nil", "true");
        document.RegisterNamespace("q", "urn:q");
        r.SubElement("{urn:q}f", ("{urn:q}g", "1"));
        Assert.Equal(
            """<p:r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:p="urn:p" xmlns="urn:d" xsi:nil="true"><p:a xmlns:ns0="urn:d" p:x="1" ns0:y="2" z="3"/>"""
            + """<b><c xmlns="urn:new"><d/></c></b><e xmlns=""/><q:f xmlns:q="urn:q" q:g="1"/></p:r>""",
            XmlText.Of(document));
        using var again = DocumentLoader.Load(XmlText.Of(document));
        Assert.Equal(document.Iter().Select(element => element.Tag), again.Iter().Select(element => element.Tag));
    }

    [Fact]
    public void An_element_can_be_renamed()
    {
        using var document = DocumentLoader.Load("<r><a>x</a></r>");
        var a = document.Root[0];
        a.Tag = "{urn:n}b";
        Assert.Equal("{urn:n}b", a.Tag);
        Assert.Equal("<r><b xmlns=\"urn:n\">x</b></r>", XmlText.Of(document));
        Assert.Throws<ArgumentException>(() => a.Tag = "no name");
        Assert.Throws<ArgumentException>(() => a.Tag = "{urn:n}p:b");
        Assert.Throws<ArgumentException>(() => a.Tag = "");
    }

    [Fact]
    public void A_namespace_declared_as_an_attribute_counts_as_written()
    {
        // As everybody writes SVG with ElementTree.
        using var document = new Document();
        var svg = document.SetRoot("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("xmlns:xlink", "urn:x"));
        svg.SubElement("g").SubElement("use", ("xlink:href", "#a"));
        var xml = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="urn:x"><g><use xlink:href="#a"/></g></svg>""";
        Assert.Equal(xml, XmlText.Of(document));
        Assert.Equal(DocumentLoader.LogOf(Encoding.UTF8.GetBytes(xml)), DocumentLoader.LogOf(document));
        svg[0][0].Set("y:z", "no such prefix");
        Assert.Contains("'y:z'", Assert.Throws<InvalidOperationException>(() => XmlText.Of(document)).Message, StringComparison.Ordinal);
    }

    // Expected values: CPython 3.11.
    [Theory]
    [InlineData("<a/>", "<a/>", "<a/>")]
    [InlineData("<a>x</a>", "<a>x</a>", "<a>x</a>")]
    [InlineData("<a><b/></a>", "<a>\n  <b/>\n</a>", "<a>\n\t\t\t<b/>\n\t\t</a>")]
    [InlineData("<a><b/><c/></a>", "<a>\n  <b/>\n  <c/>\n</a>", "<a>\n\t\t\t<b/>\n\t\t\t<c/>\n\t\t</a>")]
    [InlineData("<a> <b> <c/></b>\n\n<d>t</d></a>", "<a>\n  <b>\n    <c/>\n  </b>\n  <d>t</d>\n</a>", "<a>\n\t\t\t<b>\n\t\t\t\t<c/>\n\t\t\t</b>\n\t\t\t<d>t</d>\n\t\t</a>")]
    [InlineData("<a>x<b/>y<c><d/></c></a>", "<a>x<b/>y<c>\n    <d/>\n  </c>\n</a>", "<a>x<b/>y<c>\n\t\t\t\t<d/>\n\t\t\t</c>\n\t\t</a>")]
    [InlineData("<a><b><c><d/></c></b></a>", "<a>\n  <b>\n    <c>\n      <d/>\n    </c>\n  </b>\n</a>", "<a>\n\t\t\t<b>\n\t\t\t\t<c>\n\t\t\t\t\t<d/>\n\t\t\t\t</c>\n\t\t\t</b>\n\t\t</a>")]
    [InlineData("<a><b>x</b> z <c><d/>w</c></a>", "<a>\n  <b>x</b> z <c>\n    <d/>w</c>\n</a>", "<a>\n\t\t\t<b>x</b> z <c>\n\t\t\t\t<d/>w</c>\n\t\t</a>")]
    public void Indent_adds_white_space_as_Python_does(string xml, string twoSpaces, string tabsFromLevel2)
    {
        using var document = DocumentLoader.Load(xml);
        document.Root.Indent();
        Assert.Equal(twoSpaces, XmlText.Of(document));
        document.Root.Indent();
        Assert.Equal(twoSpaces, XmlText.Of(document));
        document.Root.Indent("\t", 2);
        Assert.Equal(tabsFromLevel2, XmlText.Of(document));
        Assert.Throws<ArgumentException>(() => document.Root.Indent("x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => document.Root.Indent(level: -1));
    }

    [Fact]
    public void Indent_leaves_text_alone()
    {
        const string Xml = "<a>\u00A0<b/><![CDATA[ ]]><c/>&#13;<d>x<e/></d></a>";
        using var document = DocumentLoader.Load(Xml);
        document.Root.Indent();
        Assert.Equal("<a>\u00A0<b/>\n  <c/>\n  <d>x<e/>\n  </d>\n</a>", XmlText.Of(document));
    }

    [Fact]
    public void A_copy_is_independent()
    {
        using var document = DocumentLoader.Load("<r><a x='1'>t<b/>u</a>tail</r>");
        var copy = document.Root[0].Copy();
        Assert.Null(copy.Tail);
        copy.Text = "changed";
        copy.Set("x", "2");
        copy.SubElement("c");
        Assert.Equal("<r><a x=\"1\">t<b/>u</a>tail</r>", XmlText.Of(document));
        Assert.Equal("<a x=\"2\">changed<b/>u<c/></a>", XmlText.Of(copy));
        document.Root.Append(copy);
        Assert.Equal("<r><a x=\"1\">t<b/>u</a>tail<a x=\"2\">changed<b/>u<c/></a></r>", XmlText.Of(document));
    }

    [Fact]
    public void Elements_of_another_document_are_refused_and_can_be_imported()
    {
        using var one = DocumentLoader.Load("<r xmlns:p='urn:1'><p:a x='1'>t</p:a></r>");
        using var two = DocumentLoader.Load("<r xmlns:p='urn:2'/>");
        foreach (var add in new Action<Element>[] { two.Root.Append, e => two.Root.Insert(0, e), e => two.Root.Extend([e]), e => two.Root = e })
        {
            Assert.Contains("another document", Assert.Throws<ArgumentException>(() => add(one.Root[0])).Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>(() => two.Root.Remove(one.Root[0]));
        two.Root.Append(two.Import(one.Root[0]));
        Assert.Equal("""<r xmlns:p="urn:2"><p:a xmlns:p="urn:1" x="1">t</p:a></r>""", XmlText.Of(two));
    }

    [Fact]
    public void An_element_cannot_stand_under_itself()
    {
        using var document = DocumentLoader.Load("<r><a><b/></a></r>");
        var r = document.Root;
        foreach (var add in new Action[] { () => r[0][0].Append(r[0]), () => r[0].Append(r[0]), () => r[0].Append(r), () => r[0][0].Insert(0, r) })
        {
            Assert.Throws<ArgumentException>(add);
        }

        Assert.Equal("<r><a><b/></a></r>", XmlText.Of(document));
    }

    [Fact]
    public void A_document_can_be_made_from_nothing()
    {
        using var document = new Document { XmlVersion = "1.0", XmlEncoding = "UTF-8", XmlStandalone = true };
        Assert.Throws<InvalidOperationException>(() => document.Root);
        var catalog = document.SetRoot("catalog");
        catalog.SubElement("book", ("id", "bk1")).SubElement("price").Text = "£1 & more";
        Assert.StartsWith("document version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"\n", DocumentLoader.LogOf(document), StringComparison.Ordinal);
        Assert.Equal("<catalog><book id=\"bk1\"><price>£1 &amp; more</price></book></catalog>", XmlText.Of(document));
        document.Root = document.Root[0];
        Assert.Equal("<book id=\"bk1\"><price>£1 &amp; more</price></book>", XmlText.Of(document));
        Assert.Throws<ArgumentException>(() => document.Root = document.MakeComment("x"));
        Assert.Throws<ArgumentException>(() => document.XmlVersion = "2.0");
        Assert.Throws<ArgumentException>(() => document.XmlEncoding = "utf 8");
        document.XmlVersion = null;
        Assert.StartsWith("document\n", DocumentLoader.LogOf(document), StringComparison.Ordinal);
    }

    [Fact]
    public void Indexes_work_from_both_ends_and_in_any_order()
    {
        using var document = DocumentLoader.Load("<r>" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i}<a n='{i}'/>")) + "</r>");
        var r = document.Root;
        Assert.Equal(100, r.Count);
        foreach (var i in Enumerable.Range(0, 100).Concat(Enumerable.Range(0, 100).Reverse()).Concat([50, 3, 99, 0, 98, 51, 49]))
        {
            Assert.Equal($"{i}", r[i].Get("n"));
        }

        Assert.Equal("99", r[^1].Get("n"));
        Assert.Equal(["0", "1"], r[..2].Select(element => element.Get("n")));
        Assert.Empty(r[100..]);
        Assert.Throws<ArgumentOutOfRangeException>(() => r[100]);
        Assert.Throws<ArgumentOutOfRangeException>(() => r[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => r[1..101]);
        Assert.Throws<ArgumentOutOfRangeException>(() => r.Insert(101, document.MakeElement("x")));
        r.RemoveAt(50);
        Assert.Equal("51", r[50].Get("n"));
        Assert.Equal(99, r.Count);
        r.Insert(0, document.MakeElement("first"));
        Assert.Equal("0", r[1].Get("n"));
    }
}
