using System.Text.Json.Nodes;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

public class XmlToJsonTests
{
    [Theory]
    // Shapes of one element
    [InlineData("<a/>", """{"a":null}""")]
    [InlineData("<a></a>", """{"a":null}""")]
    [InlineData("<a>t</a>", """{"a":"t"}""")]
    [InlineData("<a b=\"1\"/>", """{"a":{"@b":"1"}}""")]
    [InlineData("<a b=\"1\">t</a>", """{"a":{"@b":"1","#text":"t"}}""")]
    [InlineData("<a b=\"1\"><b>2</b></a>", """{"a":{"@b":"1","b":"2"}}""")]
    // Arrays
    [InlineData("<r><a/><a/></r>", """{"r":{"a":[null,null]}}""")]
    [InlineData("<r><a>1</a><a><b>2</b></a><a c='3'/></r>", """{"r":{"a":["1",{"b":"2"},{"@c":"3"}]}}""")]
    [InlineData("<r><a>1</a><b/><a>2</a></r>", """{"r":{"a":["1","2"],"b":null}}""")]
    [InlineData("<r><a>1</a><a>2</a><b/><a>3</a><b/></r>", """{"r":{"a":["1","2","3"],"b":[null,null]}}""")]
    [InlineData("<r><x><a>1</a><b/><a>2</a></x><y/><x/></r>", """{"r":{"x":[{"a":["1","2"],"b":null},null],"y":null}}""")]
    [InlineData("<r><a><a>1</a><a>2</a></a><a/></r>", """{"r":{"a":[{"a":["1","2"]},null]}}""")]
    [InlineData("<r><a/><b><a/><a/></b><a/></r>", """{"r":{"a":[null,null],"b":{"a":[null,null]}}}""")]
    // Mixed content
    [InlineData("<a>t1<b/>t2</a>", """{"a":{"#text":["t1","t2"],"b":null}}""")]
    [InlineData("<p>one <b>two</b> three <b>four</b></p>", """{"p":{"#text":["one "," three "],"b":["two","four"]}}""")]
    [InlineData("<p><b/>tail</p>", """{"p":{"b":null,"#text":"tail"}}""")]
    // White space
    [InlineData("<a> <b>1</b> </a>", """{"a":{"b":"1"}}""")]
    [InlineData("<a> </a>", """{"a":" "}""")]
    [InlineData("<a b='1'>\n</a>", """{"a":{"@b":"1","#text":"\n"}}""")]
    [InlineData("<a xml:space='preserve'> <b> </b> </a>", """{"a":{"@xml:space":"preserve","#text":[" "," "],"b":" "}}""")]
    [InlineData("<a xml:space='preserve'><b xml:space='default'> <c/> </b></a>", """{"a":{"@xml:space":"preserve","b":{"@xml:space":"default","c":null}}}""")]
    // What the default convention drops
    [InlineData("<a>x<!--c-->y</a>", """{"a":"xy"}""")]
    [InlineData("<a><?p d?></a>", """{"a":null}""")]
    [InlineData("<a><![CDATA[x]]>y<![CDATA[z]]></a>", """{"a":"xyz"}""")]
    [InlineData("<a><![CDATA[ ]]></a>", """{"a":" "}""")]
    [InlineData("<a> <![CDATA[]]> <b/></a>", """{"a":{"#text":"  ","b":null}}""")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE a SYSTEM 'a.dtd'><?pi d?><a/>", """{"a":null}""")]
    // Namespaces are kept as prefixes
    [InlineData("<a xmlns:p='u'><p:b p:x='1'/></a>", """{"a":{"@xmlns:p":"u","p:b":{"@p:x":"1"}}}""")]
    [InlineData("<r><x xmlns='u1'/><x xmlns='u2'/></r>", """{"r":{"x":[{"@xmlns":"u1"},{"@xmlns":"u2"}]}}""")]
    // Names
    [InlineData("<r><_x0041_/><A/></r>", """{"r":{"_x0041_":null,"A":null}}""")]
    [InlineData("<a_x0020_b/>", """{"a b":null}""")]
    [InlineData("<r><_x_/><_x005F_x0020_/></r>", """{"r":{"":null,"_x0020_":null}}""")]
    [InlineData("<a _x0040_='1'/>", """{"a":{"@@":"1"}}""")]
    // Strings are escaped no more than JSON asks
    [InlineData("<a>\"\\&lt;é😀&#x2028;\t&#13;&#x7F;</a>", "{\"a\":\"\\\"\\\\<é😀\u2028\\t\\r\u007F\"}")]
    public void The_default_convention_gives(string xml, string json) => Assert.Equal(json, Conversion.ToJson(xml));

    [Fact]
    public void A_record_reads_as_one_would_write_it()
    {
        const string Xml = """
            <?xml version="1.0"?>
            <catalog>
               <book id="bk101">
                  <author>Gambardella, Matthew</author>
                  <price>44.95</price>
               </book>
               <book id="bk102">
                  <author>Ralls, Kim</author>
                  <price>5.95</price>
               </book>
            </catalog>
            """;
        const string Json = """
            {
              "catalog": {
                "book": [
                  {
                    "@id": "bk101",
                    "author": "Gambardella, Matthew",
                    "price": "44.95"
                  },
                  {
                    "@id": "bk102",
                    "author": "Ralls, Kim",
                    "price": "5.95"
                  }
                ]
              }
            }
            """;
        Assert.Equal(Json.ReplaceLineEndings("\n"), Conversion.ToJson(Xml, options: new MappingOptions { Indented = true }));
    }

    public static TheoryData<MappingConvention> All => [JsonConvention.Default, JsonConvention.Newtonsoft, JsonConvention.XmlJs, JsonMLConvention.Default, LosslessConvention.Default];

    // Longer than what a writer of JSON is given whole, with escapes and characters of several bytes at every place of a piece.
    [Theory]
    [MemberData(nameof(All))]
    public void A_string_of_any_length_is_escaped_and_whole(MappingConvention convention)
    {
        const string Pattern = "é\n\"x\\😀 abcdefghijklmnopqrstuvwxyz&amp;";
        var text = string.Concat(Enumerable.Repeat(Pattern, 600_000));
        var json = Conversion.ToJson("<a>" + text + "</a>", convention);
        var value = JsonNode.Parse(json)!;
        while (value is not JsonValue)
        {
            value = value is JsonObject container ? container.Single().Value! : value.AsArray()[^1]!;
        }

        Assert.Equal(text.Replace("&amp;", "&", StringComparison.Ordinal), value.GetValue<string>());
    }

    public static TheoryData<JsonConvention> Keyed => [JsonConvention.Default, JsonConvention.Newtonsoft, JsonConvention.XmlToDict, JsonConvention.XmlJs, JsonConvention.Xml2Js, JsonConvention.Parker, JsonConvention.Spark];

    // An element without attributes is no more than its text until something else comes in it; where arrays are decided by path it is an element like others at once.
    [Theory]
    [MemberData(nameof(Keyed))]
    public void What_comes_behind_the_text_of_an_element_is_in_it(JsonConvention convention)
    {
        var byPath = convention with { Arrays = ArrayRule.AtPaths("/none").Otherwise(convention.Arrays.Default) };
        foreach (var more in new[] { "", "<c/>", "<c x='1'/>", "<c>u</c>", "<!--c-->", "<?p d?>", "<![CDATA[d]]>", "<![CDATA[]]>", "<![CDATA[ ]]>" })
        {
            foreach (var text in new[] { "", "t", " ", " t ", "t&amp;", "\n" })
            {
                foreach (var space in new[] { "", " xml:space='preserve'" })
                {
                    var xml = $"<r{space}><x>{text}{more}</x><y>{text}</y><z><a>{text}{more}</a><a>{text}</a></z>\n<b>{more}{text}</b><b>{text}{more}{text}</b>{text}</r>";
                    var json = Conversion.ToJson(xml, out var report, convention);
                    Assert.Equal(Conversion.ToJson(xml, out var reportByPath, byPath), json);
                    Assert.Equal(reportByPath.ToString(), report.ToString());
                    Assert.Equal(reportByPath.Losses, report.Losses);
                }
            }
        }
    }
}
