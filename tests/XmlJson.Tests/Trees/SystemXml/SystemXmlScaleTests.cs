using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using XmlJson.Dom;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.SystemXml;

/// <summary>Navigators, readers and conversions over a million levels, siblings and attributes, on a small stack.</summary>
public class SystemXmlScaleTests
{
    private const int Million = 1_000_000;

    private static readonly XNamespace Urn = "urn:a";

    [Fact]
    public void A_navigator_goes_down_and_up_a_million_levels() => SmallStack.Run(() =>
    {
        using var document = Deep();
        var navigator = document.CreateNavigator();
        var levels = 0;
        while (navigator.MoveToFirstChild())
        {
            levels++;
        }

        Assert.Equal(Million + 1, levels);
        Assert.Equal((XPathNodeType.Text, "x"), (navigator.NodeType, navigator.Value));
        var deepest = navigator.Clone();
        while (navigator.MoveToParent())
        {
            levels--;
        }

        Assert.Equal(0, levels);
        Assert.Equal(XmlNodeOrder.Before, navigator.ComparePosition(deepest));
        Assert.True(navigator.IsDescendant(deepest));
        Assert.Equal("x", navigator.Value);
        Assert.Equal("", deepest.XmlLang);
        Assert.True(deepest.MoveToParent());
        Assert.Equal("urn:a", deepest.LookupNamespace(""));
        Assert.Equal("", deepest.LookupPrefix("urn:a"));
        deepest.MoveToRoot();
        Assert.True(deepest.IsSamePosition(navigator));
        Assert.False(navigator.MoveToId("nowhere"));
        Assert.Equal((double)Million, navigator.Evaluate("count(//*)"));
        Assert.True(navigator.MoveToFollowing(XPathNodeType.Text));
        Assert.Equal(Million, document.DocumentElement.GetElementsByTagName("a").Count + 1);
    });

    [Fact]
    public void The_namespaces_of_a_million_levels_take_linear_time() => SmallStack.Run(() =>
    {
        using var document = Deep();
        Assert.Equal(2.0 * Million, document.CreateNavigator().Evaluate("count(//namespace::*)"));
    });

    [Fact]
    public void White_space_at_a_million_levels_takes_linear_time() => SmallStack.Run(() =>
    {
        using var document = Deep(" ");
        var navigator = document.CreateNavigator();
        navigator.MoveToFirstChild();
        var significant = 0;
        while (navigator.MoveToFirstChild())
        {
            significant += navigator.NodeType == XPathNodeType.SignificantWhitespace ? 1 : 0;
            while (navigator.MoveToNext())
            {
            }
        }

        Assert.Equal(Million - 1, significant);
    });

    [Fact]
    public void A_reader_reads_a_million_levels() => SmallStack.Run(() =>
    {
        using var document = Deep();
        using var reader = document.CreateReader();
        var (starts, ends, depth) = (0, 0, 0);
        while (reader.Read())
        {
            starts += reader.NodeType == XmlNodeType.Element && reader.NamespaceURI == "urn:a" ? 1 : 0;
            ends += reader.NodeType == XmlNodeType.EndElement && reader.LookupNamespace("") == "urn:a" ? 1 : 0;
            depth = Math.Max(depth, reader.Depth);
        }

        Assert.Equal((Million, Million, Million), (starts, ends, depth));
        var deepest = document.GetElementsByTagName("a")[^1];
        using var part = deepest.CreateReader();
        Assert.True(part.Read());
        Assert.Equal("urn:a", part.LookupNamespace(""));
        Assert.True(deepest.CreateNavigator().MoveToFirstChild());
    });

    [Fact]
    public void A_changed_document_of_a_million_levels_is_read_and_searched() => SmallStack.Run(() =>
    {
        using var document = Deep();
        var deepest = document.GetElementsByTagName("a")[^1];
        deepest.AppendChild(document.CreateElementNS("urn:b", "b:b"));
        using var reader = document.CreateReader();
        Assert.True(reader.ReadToFollowing("b", "urn:b"));
        Assert.Equal("urn:b", reader.GetAttribute("xmlns:b"));
        var navigator = document.CreateNavigator();
        Assert.Equal((double)Million + 1, navigator.Evaluate("count(//* | //text()/..)"));
        var last = navigator.SelectSingleNode("(//*)[last()]")!;
        Assert.Equal("b:b", last.Name);
        Assert.Equal("urn:b", last.LookupNamespace("b"));
        Assert.Equal(XmlNodeOrder.After, last.ComparePosition(deepest.CreateNavigator()));
    });

    [Fact]
    public void A_million_levels_become_an_XDocument_and_come_back() => SmallStack.Run(() =>
    {
        using var document = Deep();
        var linq = document.ToXDocument();
        Assert.Equal(Million, linq.Descendants(Urn + "a").Count());
        using var back = linq.ToDocument();
        Assert.Equal(Million, Count(back));
        using var part = linq.Root!.Elements().Single().ToDocument();
        Assert.Equal(Million - 1, Count(part));
    });

    [Fact]
    public void A_million_levels_become_an_XmlDocument_and_come_back() => SmallStack.Run(() =>
    {
        using var document = Deep();
        var dom = document.ToXmlDocument();
        using var back = dom.ToDocument();
        Assert.Equal(Million, Count(back));
    });

    [Fact]
    public void A_million_siblings_take_linear_time() => SmallStack.Run(() =>
    {
        using var document = Wide();
        var navigator = document.CreateNavigator();
        Assert.Equal(Million / 2.0, navigator.Evaluate("count(/r/a)"));
        Assert.Equal((double)Million, navigator.Evaluate("count(//a | //b)"));
        Assert.Equal((double)Million, navigator.Evaluate("count(/r/node()[last()]/preceding-sibling::node()) + 1"));
        Assert.True(navigator.MoveToFirstChild() && navigator.MoveToFirstChild());
        var count = 1;
        while (navigator.MoveToNext())
        {
            count++;
        }

        while (navigator.MoveToPrevious())
        {
            count++;
        }

        Assert.Equal((2 * Million) - 1, count);
        using var reader = document.CreateReader();
        Assert.True(reader.ReadToFollowing("r"));
        reader.Skip();
        Assert.True(reader.EOF);
        using var linq = document.ToXDocument().ToDocument();
        Assert.Equal(Million + 1, Count(linq));
        using var dom = document.ToXmlDocument().ToDocument();
        Assert.Equal(Million + 1, Count(dom));
    });

    [Fact]
    public void A_million_changed_siblings_take_linear_time() => SmallStack.Run(() =>
    {
        using var document = Wide();
        var root = document.DocumentElement;
        root.InsertBefore(root.LastChild!.Value, root.FirstChild);
        var navigator = document.CreateNavigator();
        Assert.Equal((double)Million, navigator.Evaluate("count(//a | //b)"));
        Assert.Equal("b", navigator.Evaluate("name(/r/*[1])"));
    });

    [Fact]
    public void A_million_pieces_of_text_take_linear_time() => SmallStack.Run(() =>
    {
        using var builder = new DocumentBuilder();
        var name = new XmlNames().Get("r");
        builder.StartDocument(new DocumentStart(Locator.CreateUnknown()));
        builder.StartElement(in name, default);
        for (var i = 0; i < Million / 2; i++)
        {
            builder.Characters("x"u8, TextKind.Text);
            builder.StartCData();
            builder.Characters("y"u8, TextKind.CData);
            builder.EndCData();
        }

        builder.Comment("c"u8);
        builder.EndElement(in name);
        builder.EndDocument();
        using var document = builder.TakeDocument();
        var navigator = document.CreateNavigator();
        Assert.Equal(1.0, navigator.Evaluate("count(//text())"));
        Assert.Equal((double)Million, navigator.Evaluate("string-length(//text())"));
        Assert.True(navigator.MoveToFirstChild() && navigator.MoveToFirstChild() && navigator.MoveToNext() && navigator.MoveToPrevious() && !navigator.MoveToPrevious());
        using var linq = document.ToXDocument().ToDocument();
        Assert.Equal(Million, linq.DocumentElement.TextContent!.Length);
    });

    [Fact]
    public void A_million_attributes_take_linear_time() => SmallStack.Run(() =>
    {
        using var document = ManyAttributes();
        var navigator = document.CreateNavigator();
        Assert.Equal((double)Million, navigator.Evaluate("count(//@*)"));
        Assert.Equal((double)Million, navigator.Evaluate("count(//@* | /*/@a7)"));
        using var reader = document.CreateReader();
        Assert.True(reader.Read());
        Assert.Equal(Million, reader.AttributeCount);
        var count = 0;
        while (reader.MoveToNextAttribute())
        {
            count += reader.Value.Length;
        }

        Assert.Equal(Million, count);
        var linq = document.ToXDocument();
        Assert.Equal("a999999", linq.Root!.LastAttribute!.Name.LocalName);
        using var back = linq.ToDocument();
        Assert.Equal(Million, back.DocumentElement.Attributes!.Count);
        using var dom = document.ToXmlDocument().ToDocument();
        Assert.Equal(Million, dom.DocumentElement.Attributes!.Count);
    });

    private static Document Deep(string inside = "")
    {
        using var builder = new DocumentBuilder();
        var names = new XmlNames();
        var name = names.Get("a", "urn:a");
        var attributes = new AttributeBuffer(names);
        attributes.Add(names.Get("xmlns", "http://www.w3.org/2000/xmlns/"), "urn:a"u8);
        attributes.Add(names.Get("xml:space", "http://www.w3.org/XML/1998/namespace"), "preserve"u8);
        builder.StartDocument(new DocumentStart(Locator.CreateUnknown()));
        for (var i = 0; i < Million; i++)
        {
            if (inside.Length > 0 && i > 0)
            {
                builder.Characters(" "u8, TextKind.Text);
            }

            builder.StartElement(in name, i == 0 ? attributes.List : default);
        }

        builder.Characters("x"u8, TextKind.Text);
        for (var i = 0; i < Million; i++)
        {
            builder.EndElement(in name);
        }

        builder.EndDocument();
        return builder.TakeDocument();
    }

    private static Document Wide()
    {
        using var builder = new DocumentBuilder();
        var names = new XmlNames();
        var (root, a, b) = (names.Get("r"), names.Get("a"), names.Get("b"));
        builder.StartDocument(new DocumentStart(Locator.CreateUnknown()));
        builder.StartElement(in root, default);
        for (var i = 0; i < Million / 2; i++)
        {
            builder.StartElement(in a, default);
            builder.EndElement(in a);
            builder.StartElement(in b, default);
            builder.EndElement(in b);
        }

        builder.EndElement(in root);
        builder.EndDocument();
        return builder.TakeDocument();
    }

    private static Document ManyAttributes()
    {
        using var builder = new DocumentBuilder();
        var names = new XmlNames();
        var attributes = new AttributeBuffer(names);
        for (var i = 0; i < Million; i++)
        {
            attributes.Add(names.Get($"a{i}"), "v"u8);
        }

        var root = names.Get("r");
        builder.StartDocument(new DocumentStart(Locator.CreateUnknown()));
        builder.StartElement(in root, attributes.List);
        builder.EndElement(in root);
        builder.EndDocument();
        return builder.TakeDocument();
    }

    private static int Count(Document document)
    {
        var counter = default(EventCounter);
        document.WriteTo(ref counter);
        return (int)counter.Elements;
    }
}
