using System.Text;
using XmlJson.ElementTree;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.ElementTree;

/// <summary>Every public operation of the view takes linear time and little stack on a million levels, a million siblings and a million attributes, and notices when the document was disposed.</summary>
public class ElementTreeScaleTests
{
    private const int Million = Effort.Million;

    private static readonly XmlNames Names = new();
    private static readonly AttributeBuffer None = MakeAttributes(0);
    private static readonly AttributeBuffer Many = MakeAttributes(Million);

    public static TheoryData<string> Shapes => ["deep", "wide", "attributes"];

    [Fact]
    public void Every_public_member_has_a_use()
    {
        var (members, used) = ElementTreeOperations.Members();
        Assert.Equal(members, used.Where(name => !name.StartsWith("Xml.", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Looking_at_it_takes_linear_time(string shape) => SmallStack.Run(() =>
    {
        using var document = Make(shape);
        foreach (var (_, use) in ElementTreeOperations.Readings)
        {
            use(document.Root);
        }
    });

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Changing_it_takes_linear_time(string shape) => SmallStack.Run(() =>
    {
        var document = Make(shape);
        foreach (var (_, use) in ElementTreeOperations.Changes)
        {
            use(document.Root);
            document.WriteTo(new Discard());

            // Making a million names anew would take most of the time.
            if (shape != "attributes" || document.Root.Attrib.Count != Million)
            {
                document.Dispose();
                document = Make(shape);
            }
        }

        document.Dispose();
    });

    [Fact]
    public void Every_operation_throws_after_disposal()
    {
        foreach (var (member, use) in ElementTreeOperations.Readings.Concat(ElementTreeOperations.Changes))
        {
            var document = Xml.Load("<r a7='v'>x<a/>y</r>");
            var root = document.Root;
            document.Dispose();

            // Another document has the memory now.
            using var other = Xml.Load("<r a7='secret'>secret<a/>secret</r>");
            Assert.True(Record.Exception(() => use(root)) is ObjectDisposedException, member);
            Assert.Equal("<r a7=\"secret\">secret<a/>secret</r>", XmlText.Of(other));
        }
    }

    [Fact]
    public void A_builder_goes_down_a_million_levels() => SmallStack.Run(() =>
    {
        var builder = new TreeBuilder();
        using var document = builder.Document;
        for (var i = 0; i < Million; i++)
        {
            builder.Start(i % 2 == 0 ? "{urn:a}a" : "b", ("{urn:c}c", "d"));
            builder.Data("x");
        }

        for (var i = Million - 1; i >= 0; i--)
        {
            builder.End(i % 2 == 0 ? "{urn:a}a" : "b");
            builder.Data(i == 0 ? " " : "y");
        }

        Assert.Equal(Million, builder.Close().Iter().Count());
    });

    [Fact]
    public void A_builder_makes_a_million_siblings_and_pieces_of_text() => SmallStack.Run(() =>
    {
        var builder = new TreeBuilder();
        using var document = builder.Document;
        builder.Start("r");
        for (var i = 0; i < Million; i++)
        {
            builder.Data("x");
        }

        for (var i = 0; i < Million; i++)
        {
            builder.Start("{urn:a}a");
            builder.End("{urn:a}a");
            builder.Comment("c");
        }

        builder.End("r");
        var root = builder.Close();
        Assert.Equal((Million, 2 * Million), (root.Text!.Length, root.Count));
    });

    [Fact]
    public void A_builder_takes_a_million_attributes() => SmallStack.Run(() =>
    {
        var builder = new TreeBuilder();
        using var document = builder.Document;
        builder.Start("r", [.. Enumerable.Range(0, Million).Select(i => ($"a{i}", "v"))]);
        builder.End("r");
        Assert.Equal(Million, builder.Close().Attrib.Count);
    });

    [Theory]
    [InlineData("deep", 2 * Million)]
    [InlineData("wide", 2 * (Million + 1))]
    [InlineData("attributes", 2)]
    public void A_parser_that_is_fed_says_a_million_things(string shape, int count) => SmallStack.Run(() =>
    {
        var options = new XmlParserOptions { MaxDepth = Million, MaxAttributes = Million + 1, MaxMarkupLength = int.MaxValue, MaxNames = 2 * Million };
        using var text = new MemoryStream();
        using (var document = Make(shape))
        {
            document.Save(text);
        }

        text.Position = 0;
        var said = 0;
        Element? root = null;
        foreach (var (kind, element) in Xml.IterParse(text, ElementEventKinds.All & ~ElementEventKinds.StartNamespace & ~ElementEventKinds.EndNamespace, options))
        {
            said++;
            root ??= element;
            if (kind == ElementEventKinds.End && shape == "wide")
            {
                element!.Value.Clear();
            }
        }

        Assert.Equal(count, said);
        root!.Value.Document.Dispose();
    });

    [Fact]
    public void A_million_records_that_are_cleared_take_linear_time() => SmallStack.Run(() =>
    {
        var text = Encoding.UTF8.GetBytes("<r>" + string.Concat(Enumerable.Repeat("<a>x<b/></a>\n", Million)) + "</r>");
        Element? root = null;
        var records = 0;
        foreach (var (kind, element) in Xml.IterParse(new MemoryStream(text), ElementEventKinds.Start | ElementEventKinds.End))
        {
            root ??= element;
            if (kind == ElementEventKinds.End && element!.Value.Tag == "a")
            {
                records++;
                root!.Value.Clear();
            }
        }

        Assert.Equal(Million, records);
        root!.Value.Document.Dispose();
    });

    private static AttributeBuffer MakeAttributes(int count)
    {
        var attributes = new AttributeBuffer(Names);
        attributes.Add(Names.Get("xmlns", "http://www.w3.org/2000/xmlns/"), "urn:a"u8);
        for (var i = 0; i < count; i++)
        {
            attributes.Add(Names.Get($"a{i}"), "v"u8);
        }

        return attributes;
    }

    private static Document Make(string shape)
    {
        var name = Names.Get("a", "urn:a");
        var attributes = shape == "attributes" ? Many : None;
        using var builder = new DocumentBuilder();
        builder.StartDocument(new DocumentStart(Locator.CreateUnknown()));
        builder.StartElement(in name, attributes.List);
        for (var i = shape == "deep" ? 1 : 0; i < Million && shape != "attributes"; i++)
        {
            builder.StartElement(in name, default);
            if (shape == "wide")
            {
                builder.EndElement(in name);
            }
        }

        if (shape == "deep")
        {
            builder.Characters("x"u8, TextKind.Text);
            for (var i = 1; i < Million; i++)
            {
                builder.EndElement(in name);
            }
        }

        builder.EndElement(in name);
        builder.EndDocument();
        return builder.TakeDocument();
    }
}
