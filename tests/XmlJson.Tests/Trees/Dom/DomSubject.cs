using System.Globalization;
using XmlJson.Dom;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.Dom;

/// <summary>A document for operations to be tried on: a million levels, siblings or attributes, and one node of each kind.</summary>
internal sealed class DomSubject : IDisposable
{
    private DomSubject(DomShape shape, int size)
    {
        Size = size;
        Names = new XmlNames();
        Document = Build(shape);
        Root = Document.DocumentElement;
        End = Root.LastElementChild!.Value;
        Comment = End.NextSibling!.Value;
        Instruction = Comment.NextSibling!.Value;
        Section = Instruction.NextSibling!.Value;
        Text = Section.NextSibling!.Value;
        Attribute = End.GetAttributeNode("k")!.Value;
        Doctype = Document.Doctype!.Value;
        Levels = shape == DomShape.Deep ? size : 0;
        Elements = shape == DomShape.ManyAttributes ? 2 : size + 2;
        Children = (shape == DomShape.Wide ? size : shape == DomShape.Deep ? 1 : 0) + 5;
        Attributes = shape == DomShape.ManyAttributes ? size + 1 : 1;
        Content = shape == DomShape.Deep ? "xst" : "st";
        Last = shape == DomShape.ManyAttributes ? Root : Document.GetElementsByTagName("a")[^1];
    }

    public int Size { get; }

    public Document Document { get; }

    public Node Root { get; }

    /// <summary>The deepest element, or the last of a million children.</summary>
    public Node Last { get; }

    /// <summary>The element with an xml:id of "end" and an attribute k="v".</summary>
    public Node End { get; }

    public Node Comment { get; }

    public Node Instruction { get; }

    public Node Section { get; }

    public Node Text { get; }

    public Node Attribute { get; }

    public Node Doctype { get; }

    /// <summary>How deep <see cref="Last"/> stands under the root.</summary>
    public int Levels { get; }

    /// <summary>All elements of the document.</summary>
    public int Elements { get; }

    /// <summary>The root's children.</summary>
    public int Children { get; }

    /// <summary>The root's attributes.</summary>
    public int Attributes { get; }

    /// <summary>The root's text.</summary>
    public string Content { get; }

    private XmlNames Names { get; }

    public static DomSubject Create(DomShape shape, int size) => new(shape, size);

    public void Dispose() => Document.Dispose();

    private Document Build(DomShape shape)
    {
        using var builder = new DocumentBuilder();
        var (r, a, end) = (Names.Get("r"), Names.Get("a"), Names.Get("end"));
        var attributes = new AttributeBuffer(Names);
        attributes.Add(Names.Get("xmlns:n", "http://www.w3.org/2000/xmlns/"), "urn:n"u8);
        for (var i = 0; shape == DomShape.ManyAttributes && i < Size; i++)
        {
            attributes.Add(Names.Get(string.Create(CultureInfo.InvariantCulture, $"a{i}")), "v"u8);
        }

        builder.StartDocument(new DocumentStart(Locator.CreateUnknown()));
        builder.DocumentType(new DocumentTypeDeclaration("r"u8) { SystemId = "s"u8 });
        builder.StartElement(in r, attributes.List);
        AddElements(builder, in a, shape);
        var own = new AttributeBuffer(Names);
        own.Add(Names.Get("xml:id", "http://www.w3.org/XML/1998/namespace"), "end"u8);
        own.Add(Names.Get("k"), "v"u8);
        builder.StartElement(in end, own.List);
        builder.EndElement(in end);
        builder.Comment("c"u8);
        builder.ProcessingInstruction("p"u8, "d"u8);
        builder.StartCData();
        builder.Characters("s"u8, TextKind.CData);
        builder.EndCData();
        builder.Characters("t"u8, TextKind.Text);
        builder.EndElement(in r);
        builder.EndDocument();
        return builder.TakeDocument();
    }

    private void AddElements(DocumentBuilder builder, in XmlName a, DomShape shape)
    {
        var count = shape == DomShape.ManyAttributes ? 0 : Size;
        for (var i = 0; i < count; i++)
        {
            builder.StartElement(in a, default);
            if (shape == DomShape.Wide)
            {
                builder.EndElement(in a);
            }
        }

        if (shape == DomShape.Deep)
        {
            builder.Characters("x"u8, TextKind.Text);
            for (var i = 0; i < count; i++)
            {
                builder.EndElement(in a);
            }
        }
    }
}
