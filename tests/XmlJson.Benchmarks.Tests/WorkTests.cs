namespace XmlJson.Benchmarks.Tests;

public class WorkTests
{
    [Theory]
    [InlineData("events", "XmlReader")]
    [InlineData("handlers", "xmljson-struct")]
    [InlineData("tree", "XDocument", "XDocument+walk")]
    [InlineData("walk", "XDocument-walk", "XDocument-walk-undeclared")]
    [InlineData("edit", "XDocument-edit")]
    [InlineData("records", "XNode.ReadFrom", "xmljson-whole")]
    [InlineData("write", "XDocument.Save")]
    [InlineData("xml-to-json", "Newtonsoft")]
    [InlineData("json-to-xml", "Newtonsoft")]
    [InlineData("ndjson", "XNode.ReadFrom+Newtonsoft")]
    [InlineData("limits", "memcpy")]
    public void The_first_of_each_group_is_its_baseline(string name, params string[] baselines)
    {
        var groups = Work.All.Single(work => work.Name == name).CreateGroups();

        Assert.Equal(baselines, groups.Select(group => group[0].Name));
    }

    [Fact]
    public void Contenders_have_the_names_that_other_programs_look_for()
    {
        var names = Work.All.SelectMany(work => work.CreateGroups()).SelectMany(group => group).Select(contender => contender.Name).ToHashSet();
        string[] expected =
        [
            "XmlReader", "xmljson-struct", "xmljson-class", "xmljson-strings", "xmljson-utf16", "xmljson-stream", "xmljson-pipe", "xmljson-adapter", "xmljson-classes",
            "XDocument", "XmlDocument", "XPathDocument", "xmljson-tree", "xmljson-tree-copied", "xmljson-tree-fresh",
            "XDocument+walk", "XmlDocument+walk", "XPathDocument+walk", "xmljson-tree+walk", "xmljson-tree-copied+walk", "xmljson-tree-fresh+walk",
            "XDocument-walk", "xmljson-dom-walk", "xmljson-dom-walk-utf8", "XDocument-walk-undeclared", "xmljson-etree-walk", "xmljson-etree-walk-utf8",
            "XDocument-edit", "xmljson-dom-edit", "xmljson-etree-edit",
            "XNode.ReadFrom", "xmljson-each", "xmljson-whole", "xmljson-each-only", "XNode.ReadFrom+Newtonsoft", "xmljson-tree-lines", "xmljson-lines",
            "XmlWriter", "XDocument.Save", "xmljson-writer", "Newtonsoft", "xmljson-newtonsoft",
            "memcpy", "Utf8.IsValid", "xmljson-bitmaps", "xmljson-parse",
        ];

        Assert.Superset(expected.ToHashSet(), names);
    }

    [Fact]
    public void Json_goes_to_the_work_that_reads_it_and_xml_to_all()
    {
        var xml = InputDocument.Xml("a.xml", "<a b='1'>2</a>"u8.ToArray());
        var json = InputDocument.Json("a.json", "{\"a\":null}"u8.ToArray());

        Assert.Same(xml, Work.Events.InputFrom(xml));
        Assert.Null(Work.Events.InputFrom(json));
        Assert.Same(json, Work.JsonToXml.InputFrom(json));
        Assert.Equal("{\"a\":{\"@b\":\"1\",\"#text\":\"2\"}}"u8.ToArray(), Work.JsonToXml.InputFrom(xml)!.Bytes);
    }

    [Fact]
    public void Limits_are_for_UTF8_alone()
    {
        var utf16 = InputDocument.Xml("a.xml", [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("<a>ü</a>")]);

        Assert.Null(Work.Limits.InputFrom(utf16));
        Assert.Null(Work.Limits.InputFrom(InputDocument.Json("a.json", "{}"u8.ToArray())));
    }
}
