using XmlJson.Dom;

namespace XmlJson.Tests.Trees.Dom;

/// <summary>DOM Level 3 Core: setIdAttribute, setIdAttributeNS, setIdAttributeNode, isId, and what getElementById makes of them.</summary>
public class IdAttributeTests
{
    [Fact]
    public void An_attribute_is_made_to_identify_its_element_and_no_more()
    {
        using var document = DocumentLoader.Load("<r><a k='1' xmlns:p='u' p:k='2' id='3'/><b k='1'/></r>");
        var a = document.DocumentElement.FirstChild!.Value;
        Assert.Null(document.GetElementById("1"));
        a.SetIdAttribute("k", true);
        a.SetIdAttributeNS("u", "k", true);
        a.SetIdAttributeNode(a.GetAttributeNode("id")!.Value, true);
        Assert.Equal([a, a, a], new[] { "1", "2", "3" }.Select(document.GetElementById));
        Assert.True(a.GetAttributeNode("k")!.Value.IsId);
        a.SetAttribute("k", "one");
        Assert.Equal((a, null), (document.GetElementById("one"), document.GetElementById("1")));
        a.SetIdAttribute("k", false);
        a.SetIdAttributeNS("u", "k", false);
        a.SetIdAttributeNode(a.GetAttributeNode("id")!.Value, false);
        Assert.All(["one", "2", "3"], id => Assert.Null(document.GetElementById(id)));
        Assert.False(a.GetAttributeNode("k")!.Value.IsId);
    }

    [Fact]
    public void What_is_declared_stays()
    {
        using var document = Xml.Load("<!DOCTYPE r [<!ATTLIST r k ID #IMPLIED>]><r k='1' xml:id='2'/>", new XmlParserOptions { DtdProcessing = System.Xml.DtdProcessing.Parse });
        var r = document.DocumentElement;
        r.SetIdAttribute("k", false);
        r.SetIdAttribute("xml:id", false);
        Assert.Equal([r, r], new[] { "1", "2" }.Select(document.GetElementById));
    }

    [Fact]
    public void An_element_identifies_only_by_its_own_attributes()
    {
        using var document = DocumentLoader.Load("<r><a k='1'/><b k='1'/></r>");
        Node a = document.DocumentElement.FirstChild!.Value, b = document.DocumentElement.LastChild!.Value;
        Assert.Throws<ArgumentException>(() => a.SetIdAttribute("x", true));
        Assert.Throws<ArgumentException>(() => a.SetIdAttributeNS("u", "k", true));
        Assert.Throws<ArgumentException>(() => a.SetIdAttributeNode(b.Attributes[0], true));
        Assert.Throws<ArgumentException>(() => a.SetIdAttributeNode(b, true));
        Assert.Throws<InvalidOperationException>(() => document.AsNode().SetIdAttribute("k", true));
        Assert.Throws<InvalidOperationException>(() => document.AsNode().SetIdAttributeNode(b.Attributes[0], true));
        b.SetIdAttribute("k", true);
        Assert.Equal(b, document.GetElementById("1"));
        Assert.False(b.CloneNode(true).Attributes[0].IsId);
    }
}
