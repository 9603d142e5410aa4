using System.Text;
using XmlJson.Dom;
using XmlJson.ElementTree;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees;

/// <summary>Depth, width, disposal and threads.</summary>
public class DocumentSafetyTests
{
    private const int Million = 1_000_000;

    [Fact]
    public void A_million_levels_fit_on_a_small_stack()
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(WorkOnADeepDocument), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    [Fact]
    public void A_million_siblings_take_linear_time()
    {
        using var document = new Document();
        var root = document.SetRoot("r");
        for (var i = 0; i < Million; i++)
        {
            root.SubElement(i % 2 == 0 ? "a" : "b");
        }

        Assert.Equal(Million, root.Count);
        var tags = 0;
        for (var i = 0; i < root.Count; i++)
        {
            tags += root[i].Tag == (i % 2 == 0 ? "a" : "b") ? 1 : 0;
        }

        Assert.Equal(Million, tags);

        var nodes = document.DocumentElement.ChildNodes;
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            tags -= nodes[i].NodeType == NodeType.Element ? 1 : 0;
        }

        Assert.Equal(0, tags);

        Assert.Equal(Million / 2, root.FindAll("a").Length);
        Assert.Equal(root[Million - 2], Assert.Single(root.FindAll("a[last()]")));
        Assert.Single(root.FindAll("b[7]"));
        Assert.Single(root.FindAll("a/..").Append(root).Distinct());
        root.Indent();
        document.DocumentElement.Normalize();
        while (root.Count > Million - 10)
        {
            root.RemoveAt(0);
        }

        root.Clear();
        Assert.Empty(root);
    }

    [Fact]
    public void Many_attributes_on_one_element_take_linear_time()
    {
        const int Count = 200_000;
        var names = new XmlNames();
        var attributes = new AttributeBuffer(names);
        for (var i = 0; i < Count; i++)
        {
            attributes.Add(names.Get($"a{i}"), "v"u8);
        }

        using var builder = new DocumentBuilder();
        var name = names.Get("r");
        builder.StartDocument(new DocumentStart(Locator.CreateUnknown()));
        builder.StartElement(in name, attributes.List);
        builder.EndElement(in name);
        builder.EndDocument();
        using var document = builder.TakeDocument();
        var root = document.DocumentElement;
        Assert.Equal(Count, root.Attributes.Count);
        Assert.Equal(Count, root.Attributes.Select(attribute => attribute.NodeValue).Count(value => value == "v"));
        Assert.Equal("v", root.GetAttribute($"a{Count - 1}"));
        var clone = root.CloneNode(true);
        Assert.True(root.IsEqualNode(clone));
        var moved = clone.Attributes[0];
        clone.RemoveAttributeNode(moved);
        clone.SetAttributeNode(moved);
        Assert.True(root.IsEqualNode(clone));
        document.Root.Clear();
        Assert.False(root.HasAttributes());
    }

    [Fact]
    public void Everything_throws_after_disposal()
    {
        var document = DocumentLoader.Load("<r a='1'>t<b/></r>");
        var node = document.DocumentElement;
        var text = node.FirstChild!.Value;
        var attribute = node.Attributes[0];
        var element = document.Root;
        var walk = element.GetEnumerator();
        var iterator = element.Iter().GetEnumerator();
        var list = node.ChildNodes;
        document.Dispose();
        document.Dispose();

        // Another document has the memory now.
        using var other = DocumentLoader.Load("<other x='secret'>secret<secret/></other>");
        foreach (var use in new Action[]
        {
            () => _ = node.NodeName, () => _ = node.NodeType, () => _ = node.FirstChild, () => _ = text.NodeValue, () => _ = text.NodeValueUtf8, () => _ = attribute.Value, () => _ = attribute.NodeName,
            () => attribute.Value = "x", () => node.AppendChild(text), () => node.RemoveChild(text), () => node.SetAttribute("a", "b"), () => _ = node.TextContent, () => node.CloneNode(true),
            () => node.Normalize(), () => _ = list.Count, () => _ = list[0], () => node.WriteTo(new EventLog()), () => document.WriteTo(new EventLog()), () => document.Clone(),
            () => document.CreateElement("x"), () => document.CreateTextNode("x"), () => document.CreateAttribute("x"), () => document.CreateComment(""), () => _ = document.DocumentElement,
            () => _ = document.ChildNodes.Count, () => _ = element.Tag, () => _ = element.Text, () => element.Text = "x", () => _ = element.Tail, () => _ = element.Count, () => _ = element[0],
            () => element.Get("a"), () => element.Set("a", "b"), () => element.Find("b"), () => element.FindAll(".//b"), () => element.SubElement("x"), () => element.Append(element),
            () => element.Iter().Count(), () => element.IterText().Count(), () => element.Indent(), () => element.Clear(), () => walk.MoveNext(), () => iterator.MoveNext(), () => element.Copy(),
            () => _ = element.Attrib.Count, () => document.SetRoot("x"), () => other.Import(element), () => other.ImportNode(node, true), () => node.IsEqualNode(other.DocumentElement),
        })
        {
            Assert.Throws<ObjectDisposedException>(use);
        }

        Assert.Equal("<other x=\"secret\">secret<secret/></other>", XmlText.Of(other));
    }

    [Fact]
    public void A_document_that_was_disposed_twice_gives_its_memory_back_once()
    {
        for (var i = 0; i < 100; i++)
        {
            var document = DocumentLoader.Load("<r>x</r>");
            document.Dispose();
            document.Dispose();
            using var one = DocumentLoader.Load("<one>1</one>");
            using var two = DocumentLoader.Load("<two>2</two>");
            Assert.Equal("<one>1</one><two>2</two>", XmlText.Of(one) + XmlText.Of(two));
        }
    }

    [Fact]
    public void Any_number_of_threads_may_read()
    {
        var xml = "<r>" + string.Concat(Enumerable.Range(0, 300).Select(i => $"<p{i}:e{i} xmlns:p{i}='urn:{i}' a{i}='{i}'>{i}<x/></p{i}:e{i}>")) + "</r>";
        var expected = DocumentLoader.LogOf(Encoding.UTF8.GetBytes(xml));
        for (var round = 0; round < 20; round++)
        {
            using var document = DocumentLoader.Load(xml);
            document.DocumentElement.AppendChild(document.DocumentElement.LastChild!.Value);
            Parallel.For(0, 8, thread =>
            {
                var root = document.Root;
                for (var i = 0; i < 300; i++)
                {
                    var index = thread % 2 == 0 ? i : 299 - i;
                    Assert.Equal($"{{urn:{index}}}e{index}", root[index].Tag);
                    Assert.Equal($"p{index}:e{index}", document.DocumentElement.ChildNodes[index].NodeName);
                    Assert.Equal($"{index}", root[index].Get($"a{index}"));
                    Assert.Equal(root[index], root.Find($"{{urn:{index}}}e{index}"));
                }

                Assert.Equal(expected, DocumentLoader.LogOf(document));
                Assert.Equal(300, root.FindAll(".//x").Length);
            });
        }
    }

    [Theory]
    [InlineData(1, "start r", "/r", 1)]
    [InlineData(2, "text \"a\"", "/r", 1)]
    [InlineData(3, "start b", "/r/b", 2)]
    [InlineData(4, "cdata \"", "/r/b", 2)]
    [InlineData(7, "end b", "/r/b", 2)]
    [InlineData(8, "end r", "/r", 1)]
    public void A_handler_stops_it_and_knows_the_path(int events, string last, string path, int depth)
    {
        using var document = DocumentLoader.Load("<r>a<b><![CDATA[c]]></b></r>");
        var handler = new Stopper(events);
        Assert.Equal(ParseStatus.Stopped, document.WriteTo(handler));
        Assert.Equal((last, path, depth), (handler.Log[^1], handler.Path, handler.Depth));
        Assert.Equal(events + 1, handler.Log.Count);
    }

    private static void WorkOnADeepDocument()
    {
        using var builder = new DocumentBuilder();
        var name = new XmlNames().Get("a", "urn:a");
        builder.StartDocument(new DocumentStart(Locator.CreateUnknown()));
        for (var i = 0; i < Million; i++)
        {
            builder.StartElement(in name, default);
        }

        builder.Characters("x"u8, TextKind.Text);
        for (var i = 0; i < Million; i++)
        {
            builder.EndElement(in name);
        }

        builder.EndDocument();
        using var document = builder.TakeDocument();
        var node = document.DocumentElement;
        var element = document.Root;
        var counter = default(EventCounter);
        document.WriteTo(ref counter);
        Assert.Equal(Million, counter.Elements);
        Assert.Equal("x", node.TextContent);
        Assert.Equal("x", string.Concat(element.IterText()));
        Assert.Equal(Million, element.Iter().Count());
        Assert.Equal(Million, document.GetElementsByTagName("a").Count);
        Assert.Equal(Million - 1, element.FindAll(".//{urn:a}a").Length);
        Assert.Equal(Million - 2, element.FindAll(".//{urn:a}a//{urn:a}a").Length);
        Assert.Equal(Million - 1, element.FindAll(".//*[.='x']").Length);
        Assert.Equal(Million - 1, element.FindAll(".//*/..").Length);
        var clone = node.CloneNode(true);
        Assert.True(node.IsEqualNode(clone));
        var deepest = document.GetElementsByTagName("a")[^1];
        Assert.Equal(DocumentPosition.Following | DocumentPosition.ContainedBy, node.CompareDocumentPosition(deepest));
        Assert.Equal("urn:a", deepest.LookupNamespaceUri(null));
        Assert.Throws<ArgumentException>(() => deepest.AppendChild(node));
        using var copy = document.Clone();
        Assert.True(copy.AsNode().IsEqualNode(document.AsNode()));

        // The indentations together are 500 GB long: they are parts of one text.
        element.Indent(" ");
        node.Normalize();
        counter = default;
        node.WriteTo(ref counter);
        Assert.Equal(Million, counter.Elements);
        node.TextContent = "y";
        Assert.Equal("y", node.TextContent);
    }

    private sealed class Stopper(int events) : ContentHandler
    {
        private Locator? _locator;

        public List<string> Log { get; } = [];

        public string Path => _locator!.ElementPath;

        public int Depth => _locator!.Depth;

        public override void StartDocument(scoped DocumentStart document)
        {
            _locator = document.Locator;
            Note("document");
        }

        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes) => Note($"start {name}");

        public override void EndElement(scoped in XmlName name) => Note($"end {name}");

        public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => Note($"text \"{Encoding.UTF8.GetString(text)}\"");

        public override void StartCData() => Note("cdata \"");

        public override void EndCData() => Note("\"");

        private void Note(string line)
        {
            Log.Add(line);
            if (Log.Count == events + 1)
            {
                _locator!.Stop();
            }
        }
    }
}
