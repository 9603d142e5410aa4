using System.Globalization;
using System.Text.Json;
using CsCheck;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

public class ReportTests
{
    [Theory]
    [InlineData("<a> <b/></a>", "WhiteSpace ×1, first at 1:5, '/a/b'")]
    [InlineData("<?xml version='1.0'?><a/>", "XmlDeclaration ×1, first at 1:1, '/'")]
    [InlineData("<a>\n<!--1--><!--2--></a>", "Comment ×2, first at 2:1, '/a'")]
    [InlineData("<a><?p?></a>", "ProcessingInstruction ×1, first at 1:4, '/a'")]
    [InlineData("<a>x<![CDATA[y]]></a>", "CDataSection ×1, first at 1:5, '/a'")]
    [InlineData("<r><a/><b/><a/></r>", "SiblingOrder ×1, first at 1:12, '/r/a'")]
    [InlineData("<r><x/><x><a/><b/><a/></x></r>", "SiblingOrder ×1, first at 1:19, '/r/x/a'")]
    [InlineData("<a>t<b/>u</a>", "SiblingOrder ×1, first at 1:10, '/a'")]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA 'x'>]><a/>", "DocumentType ×1, first at '/'\nDefaultedAttribute ×1, first at '/'")]
    [InlineData("<a>t</a>", "")]
    [InlineData("<a b='1'><c/>t<d/></a>", "")]
    public void A_report_says_what_the_default_convention_drops(string xml, string expected)
    {
        Conversion.ToJson(xml, out var report);
        Assert.Equal(expected, report.ToString());
        Assert.Equal(expected.Length == 0, report.IsEmpty);
    }

    [Theory]
    [InlineData("""{"a":1}""", "ValueType ×1, first at '/a'")]
    [InlineData("""{"a":{"b":[true,false],"@c":1}}""", "ValueType ×3, first at '/a/b/0'\nKeyOrder ×1, first at '/a/@c'")]
    [InlineData("""{"a":""}""", "EmptyValue ×1, first at '/a'")]
    [InlineData("""{"a":{}}""", "EmptyValue ×1, first at '/a'")]
    [InlineData("""{"a":{"b":[]}}""", "EmptyArray ×1, first at '/a/b'")]
    [InlineData("""{"a":{"b":["x"]}}""", "ValueShape ×1, first at '/a/b'")]
    [InlineData("""{"a":"x","b":"y"}""", "RootAdded ×1, first at '/b'")]
    [InlineData("""["x","y"]""", "RootAdded ×1, first at ''")]
    [InlineData("""{"a":{"b":"x","b":"y"}}""", "DuplicateKey ×1, first at '/a/b'")]
    [InlineData("""{"a":{"b":"x","c":[null,"y"]}}""", "")]
    public void A_report_says_what_XML_does_not_bring_back(string json, string expected)
    {
        Conversion.EventsOfJson(json, out var report);
        Assert.Equal(expected, report.ToString());
    }

    [Theory]
    [InlineData("<a><!--c--></a>")]
    [InlineData("<r><a/><b/><a/></r>")]
    [InlineData("<a>x<![CDATA[y]]></a>")]
    public void Strict_refuses_a_loss_where_it_happens(string xml)
    {
        var error = Assert.Throws<MappingException>(() => Conversion.ToJson(xml, options: new MappingOptions { Strict = true }));
        Assert.Equal(MappingErrorCode.Loss, error.Code);
        Assert.True(error.Position.IsKnown);
    }

    [Fact]
    public void Strict_refuses_a_loss_of_JSON_and_says_where()
    {
        var error = Assert.Throws<MappingException>(() => Conversion.EventsOfJson("{\n \"r\": {\"a\": [\"é\", {\"b\": 1}]}\n}", options: new MappingOptions { Strict = true }));
        Assert.Equal(MappingErrorCode.Loss, error.Code);
        Assert.Equal("/r/a/1/b", error.Path);
        Assert.Equal(new TextPosition(2, 25, 27), error.Position);
        Assert.Contains("line 2, column 25, at '/r/a/1/b'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<?xml version='1.0'?>\n<a> <b>1</b> </a>", """{"a":{"b":"1"}}""")]
    [InlineData("<a b='1'>t</a>", """{"a":{"@b":"1","#text":"t"}}""")]
    public void Strict_lets_layout_go(string xml, string json) =>
        Assert.Equal(json, Conversion.ToJson(xml, options: new MappingOptions { Strict = true }));

    [Fact]
    public void A_report_belongs_to_one_document()
    {
        using var source = new JsonSource();
        using var log = new EventLog();
        source.Parse("""{"a":1}"""u8, log);
        var first = source.Report;
        source.Parse("""{"a":"x"}"""u8, log);
        Assert.False(first.IsEmpty);
        Assert.True(source.Report.IsEmpty);
    }

    [Fact]
    public void Declarations_follow_the_options()
    {
        Assert.Equal(Fidelity.Attributes | Fidelity.Namespaces | Fidelity.Prefixes | Fidelity.EscapedNames | Fidelity.NumberText | Fidelity.AnyKey, JsonConvention.Default.Keeps);
        Assert.True(JsonConvention.Newtonsoft.Keeps.HasFlag(Fidelity.ProcessingInstructions | Fidelity.CDataSections | Fidelity.DocumentType | Fidelity.XmlDeclaration));
        Assert.False(JsonConvention.Newtonsoft.Keeps.HasFlag(Fidelity.Comments));
        Assert.False(JsonConvention.Newtonsoft.Keeps.HasFlag(Fidelity.EscapedNames));
    }

    [Theory]
    [InlineData("<!--c--><a/>", "Comment")]
    [InlineData("<a><!--c--></a>", "Comment /a")]
    [InlineData("<a><b/><!--c--></a>", "Comment /a")]
    [InlineData("<r><a/><a><b/><!--c--></a></r>", "Comment /r/a/1")]
    [InlineData("<r><a/><a/><!--c--><a/></r>", "Comment /r")]
    [InlineData("<r><x/><a/><a><b><!--c--></b></a></r>", "Comment /r/a/1/b")]
    [InlineData("<r><x/><a><!--c--></a><a/></r>", "Comment /r/a/0")]
    [InlineData("<r><x/><a><b>x<!--c--></b></a></r>", "Comment /r/a/b")]
    [InlineData("<r><x/><y><a/><b/><a/></y></r>", "SiblingOrder /r/y")]
    [InlineData("<r><a/><b/><a/></r>", "SiblingOrder /r")]
    [InlineData("<r><a/><a><b>1</b><c/><b>2</b></a></r>", "SiblingOrder /r/a/1")]
    [InlineData("<r><a/><a><b><![CDATA[x]]></b></a></r>", "CDataSection /r/a/1/b")]
    [InlineData("<r><a_x002F_b><!--c--></a_x002F_b></r>", "Comment /r/a~1b")]
    [InlineData("<r><a/><b/><c> <d/></c></r>", "WhiteSpace /r/c")]
    [InlineData("<r><_x0022_a><b/><!--c--></_x0022_a></r>", "Comment /r/\"a")]
    public void A_report_says_where_in_the_JSON_something_is_missing(string xml, string expected)
    {
        var json = Conversion.ToJson(xml, out var report);
        var loss = Assert.Single(report.Losses);
        Assert.Equal(expected, $"{loss.Kind} {loss.FirstTarget}".TrimEnd());
        Assert.True(IsThere(json, loss.FirstTarget!));
    }

    [Theory]
    [InlineData("<r><a>1</a><a>+1</a></r>", "LexicalForm 1:17 /r/a /r/a/1")]
    [InlineData("<r><x/><a b='+1'/></r>", "LexicalForm 1:8 /r/a /r/a/@b")]
    [InlineData("<r><a b='2'>+1</a></r>", "LexicalForm 1:15 /r/a /r/a/#text")]
    [InlineData("<r><a>1</a><a>+1</a><y/><z><z/></z></r>", "LexicalForm 1:17 /r/a /r/a/1")]
    public void A_report_says_which_value_has_another_form(string xml, string expected)
    {
        Conversion.ToJson(xml, out var report, JsonConvention.Default with { Types = TypeRule.Strings.AtPaths(ScalarType.Number, "/r/a", "/r/a/@b") });
        var loss = Assert.Single(report.Losses);
        Assert.Equal(expected, $"{loss.Kind} {loss.FirstPosition.Line}:{loss.FirstPosition.Column} {loss.FirstPath} {loss.FirstTarget}");
    }

    [Fact]
    public void A_report_says_where_in_JsonML_XPath31_and_JsonX_something_is_missing()
    {
        Conversion.ToJson("<a><b/><c>x<!--c--></c></a>", out var report, JsonMLConvention.Default);
        Assert.Equal("/2", Assert.Single(report.Losses).FirstTarget);
        Conversion.ToJson("<map xmlns='http://www.w3.org/2005/xpath-functions'><array key='a'><null/><number>+1</number></array></map>", out report, XPath31Convention.Default);
        Assert.Equal("/a/1", Assert.Single(report.Losses).FirstTarget);
        Conversion.ToJson("<json:object xmlns:json='http://www.ibm.com/xmlns/prod/2009/jsonx'><json:array name='a'><json:null/><json:number>+1</json:number></json:array></json:object>", out report, JsonXConvention.Default);
        Assert.Equal("/a/1", Assert.Single(report.Losses).FirstTarget);
    }

    [Theory]
    [InlineData("<a VALUE='1'/>")]
    [InlineData("<a VALUE='1'>t</a>")]
    public void A_key_that_an_attribute_shares_with_text_is_told(string xml)
    {
        var json = Conversion.ToJson(xml, out var report, JsonConvention.Spark);
        Assert.True(report.Count(MappingLossKind.KeyClash) > 0);
        Assert.NotEmpty(Conversion.EventsOfJson(json, JsonConvention.Spark));
    }

    [Fact]
    public void An_attribute_and_text_with_one_key_are_not_written_as_two()
    {
        var json = Conversion.ToJson("<a text='1'>t</a>", out var report, JsonConvention.Default with { TextKey = "@text" });
        Assert.Equal("""{"a":{"@text":["1","t"]}}""", json);
        Assert.False(report.IsEmpty);
    }

    [Fact]
    public void An_element_whose_name_decodes_to_an_attributes_key_keeps_its_name()
    {
        Assert.Equal("""{"nil":{"@a":"1","_x0040_a":null}}""", Conversion.ToJson("<nil a='1'><_x0040_a/></nil>", out var report, JsonConvention.Newtonsoft));
        Assert.Equal(1, report.Count(MappingLossKind.Name));
    }

    [Fact]
    public void Every_target_is_a_value_of_the_JSON() =>
        Gen.Select(Generated.Document, Generated.Convention).Sample(
            (xml, convention) =>
            {
                var json = Conversion.ToJson(xml, out var report, convention with { UnwrapLists = convention.KeepRoot });
                Assert.All(report.Losses, loss => Assert.True(IsThere(json, loss.FirstTarget!), loss.ToString()));
            },
            iter: 20_000);

    private static bool IsThere(string json, string pointer)
    {
        using var document = JsonDocument.Parse(json);
        var value = document.RootElement;
        foreach (var step in pointer.Split('/').Skip(1).Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            if (value.ValueKind == JsonValueKind.Array ? !(int.TryParse(step, out var index) && index < value.GetArrayLength()) : value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(step, out _))
            {
                return false;
            }

            value = value.ValueKind == JsonValueKind.Array ? value[int.Parse(step, CultureInfo.InvariantCulture)] : value.GetProperty(step);
        }

        return true;
    }
}
