using System.Xml;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

/// <summary>A file becomes another one whole, or not at all.</summary>
public sealed class FileConversionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("xmljson-files-").FullName;

    private string Xml1 => Path.Combine(_folder, "in.xml");

    private string Json1 => Path.Combine(_folder, "out.json");

    private string Xml2 => Path.Combine(_folder, "back.xml");

    [Fact]
    public void A_file_becomes_JSON_and_comes_back()
    {
        File.WriteAllText(Xml1, "<a b='1'><!--c--><d>2</d></a>");

        var report = Xml.ToJsonFile(Xml1, Json1);
        Assert.Equal("""{"a":{"@b":"1","d":"2"}}""", File.ReadAllText(Json1));
        Assert.Equal(MappingLossKind.Comment, Assert.Single(report.Losses).Kind);

        Assert.True(Json.ToXmlFile(Json1, Xml2).IsEmpty);
        Assert.Equal("""<a b="1"><d>2</d></a>""", File.ReadAllText(Xml2));
    }

    [Fact]
    public void Options_are_passed_on()
    {
        File.WriteAllText(Xml1, "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>");
        Xml.ToJsonFile(Xml1, Json1, LosslessConvention.Default, new MappingOptions { Indented = true }, XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse });
        Assert.StartsWith("{\n  \"!DOCTYPE\"", File.ReadAllText(Json1).ReplaceLineEndings("\n"), StringComparison.Ordinal);

        File.WriteAllText(Json1, """{"a":{"b":""}}""");
        Json.ToXmlFile(Json1, Xml2, JsonConvention.Default, new MappingOptions { MaxDepth = 2 }, new Utf8XmlWriterOptions { Indented = true });
        Assert.Equal("<a>\n  <b/>\n</a>\n", File.ReadAllText(Xml2));
    }

    [Fact]
    public void What_is_refused_leaves_no_file_and_an_old_one_as_it_was()
    {
        File.WriteAllText(Xml1, "<a><b/>");
        Assert.Throws<XmlSyntaxException>(() => Xml.ToJsonFile(Xml1, Json1));
        Assert.Equal([Xml1], Directory.GetFiles(_folder));

        File.WriteAllText(Json1, "{\"a\":[");
        File.WriteAllText(Xml2, "<old/>");
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => Json.ToXmlFile(Json1, Xml2));
        Assert.Equal("<old/>", File.ReadAllText(Xml2));
        Assert.Equal(3, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void A_file_may_replace_itself()
    {
        File.WriteAllText(Xml1, "<a>1</a>");
        Xml.ToJsonFile(Xml1, Xml1);
        Assert.Equal("""{"a":"1"}""", File.ReadAllText(Xml1));
    }

    [Fact]
    public void Paths_must_be_given()
    {
        Assert.Throws<ArgumentException>(() => Xml.ToJsonFile("", Json1));
        Assert.Throws<ArgumentException>(() => Json.ToXmlFile("", Xml2));
        File.WriteAllText(Xml1, "<a/>");
        Assert.Throws<ArgumentException>(() => Xml.ToJsonFile(Xml1, ""));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
