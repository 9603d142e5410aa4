using System.Text;
using XmlJson.Dom;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees;

/// <summary>Documents that a parser copies before it reads them: their trees refer to the bytes given all the same.</summary>
public class SmallDocumentTests
{
    [Theory]
    [InlineData(5)]
#if !DEBUG
    // The parser's window is small in Debug, unless another document made it grow: so it copies such a document in pieces, and what came in pieces is copied into the tree.
    [InlineData(100)]
    [InlineData(4_000)]
#endif
    [InlineData(40_000)]
    public void Texts_and_values_stay_in_the_source(int length)
    {
        var bytes = Encoding.UTF8.GetBytes($"<r a='value'>text<!--comment--><e>{new string('x', length)}</e></r>");
        using var document = Xml.Load((ReadOnlyMemory<byte>)bytes);
        var root = document.DocumentElement;
        foreach (var (node, text) in ((Node, string)[])[(root.GetAttributeNode("a")!.Value, "value"), (root.ChildNodes[0], "text"), (root.ChildNodes[1], "comment")])
        {
            Assert.Equal(text, Encoding.UTF8.GetString(node.NodeValueUtf8));
            Assert.True(node.NodeValueUtf8.Overlaps(bytes));
        }
    }

    [Fact]
    public void What_does_not_stand_there_is_copied()
    {
        var bytes = Encoding.UTF8.GetBytes("<!DOCTYPE r [<!ENTITY e 'text'><!ATTLIST r d CDATA 'default'>]><r a='a&amp;b'>&e;\r\n</r>");
        using var document = Xml.Load((ReadOnlyMemory<byte>)bytes, XmlParserOptions.Default with { DtdProcessing = System.Xml.DtdProcessing.Parse });
        Assert.Equal("text\n", document.DocumentElement.TextContent);
        Assert.Equal(("a&b", "default"), (document.DocumentElement.GetAttribute("a"), document.DocumentElement.GetAttribute("d")));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void Marked_documents_are_read_alike(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding) is var known ? [.. known.Preamble, .. known.GetBytes("<r a='1'>text</r>")] : Array.Empty<byte>();
        using var document = Xml.Load((ReadOnlyMemory<byte>)bytes);
        Assert.Equal(("text", "1"), (document.DocumentElement.TextContent, document.DocumentElement.GetAttribute("a")));
    }

    [Fact]
    public void What_is_added_later_is_not_looked_for_in_the_source()
    {
        var bytes = Encoding.UTF8.GetBytes("<r a='1'>text</r>");
        using var document = Xml.Load((ReadOnlyMemory<byte>)bytes);
        for (var i = 0; i < 100; i++)
        {
            using var other = Xml.Load(Encoding.UTF8.GetBytes($"<s b='{i}'>other{i}</s>").AsSpan());
            document.DocumentElement.AppendChild(document.ImportNode(other.DocumentElement, deep: true));
        }

        Assert.Equal("text" + string.Concat(Enumerable.Range(0, 100).Select(i => $"other{i}")), document.DocumentElement.TextContent);
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal($"{i}", document.DocumentElement.ChildNodes[i + 1].GetAttribute("b")));
    }

    [Fact]
    public void A_builder_may_be_given_other_bytes_than_its_own()
    {
        using var builder = new DocumentBuilder(Encoding.UTF8.GetBytes("<r a='1'>text</r>"));
        Xml.Parse("<r a='2'>else</r>"u8, builder);
        using var document = builder.TakeDocument();
        Assert.Equal(("else", "2"), (document.DocumentElement.TextContent, document.DocumentElement.GetAttribute("a")));
    }
}
