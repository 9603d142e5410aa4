using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using Newtonsoft.Json;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

/// <summary>The Newtonsoft convention against the package itself.</summary>
public partial class NewtonsoftTests
{
    public static TheoryData<string> Documents =>
    [
        // Shapes of one element
        "<a/>", "<a>t</a>", "<a b=\"1\"/>", "<a b=\"1\">t</a>", "<a b=\"1\"><b>2</b></a>", "<a> </a>", "<a>\n  t\n</a>", "<a b='1'> </a>",
        "<a b='' c='x y'/>", "<a b='&lt;&quot;&#10;'>&amp;&lt;&gt;</a>", "<a><b><c><d><e>deep</e></d></c></b></a>",
        // Arrays
        "<r><a/><a/></r>", "<r><a>1</a><a>2</a></r>", "<r><a>1</a><b/><a>2</a></r>", "<r><a>1</a><a>2</a><b/><a>3</a><b/></r>",
        "<r><a x='1'/><a><b/></a><a>t</a></r>", "<r><x><a>1</a><b/><a>2</a></x><y/><x/></r>", "<r><a><a>1</a><a>2</a></a><a/></r>", "<r><a/><b><a/><a/></b><a/></r>",
        "<r><b/><a/><c/><a/><b/></r>",
        // Mixed content
        "<a>t1<b/>t2</a>", "<p>one <b>two</b> three <b>four</b></p>", "<p><b/>tail</p>", "<a>x<b>y</b></a>", "<a> <b>1</b> </a>", "<a>\n <b/>\n t \n <c/>\n</a>",
        // CDATA
        "<a><![CDATA[x]]></a>", "<a><![CDATA[x]]>y<![CDATA[z]]></a>", "<a b='1'><![CDATA[<x>]]></a>", "<a><![CDATA[]]></a>", "<a><![CDATA[ ]]></a>", "<a>x<![CDATA[y]]></a>",
        "<a>\n<![CDATA[x]]>\n</a>", "<a><![CDATA[x]]><![CDATA[y]]></a>",
        // Comments
        "<a><!--c--></a>", "<a><!--c--><b/></a>", "<a><b/><!--c--></a>", "<a><b/><!--c--><d/></a>", "<a><!--c1--><b/><!--c2--></a>", "<a>x<!--c-->y</a>", "<a b='1'><!--c--></a>",
        "<!--c--><a/>", "<a/><!--c-->", "<!--c1--><a/><!--c2-->", "<r><a/><!--c--><a/></r>", "<r><a><!--c--></a><a/></r>", "<a><!----></a>", "<!--1--><!--2--><a><!--3--></a>",
        // Processing instructions
        "<a><?p d?></a>", "<a><?p?></a>", "<?p d?><a/>", "<a><?p 1?><?p 2?><?q 3?></a>", "<?p 1?><a/><?p 2?>", "<a>x<?p d?>y</a>",
        // Declarations
        "<?xml version='1.0'?><a/>", "<?xml version='1.0' encoding='utf-8'?><a/>", "<?xml version='1.0' encoding='utf-8' standalone='yes'?><a><b/></a>", "<?xml version='1.0' standalone='no'?><a/>",
        "<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM 'a.dtd'><a/>", "<!DOCTYPE a PUBLIC '-//X//EN' 'a.dtd'><a/>", "<!DOCTYPE a [<!ELEMENT a ANY>]><a/>",
        "<!DOCTYPE a SYSTEM 'a.dtd' [<!ENTITY e 'v'>]><a>&e;</a>", "<?xml version='1.0'?><!DOCTYPE a SYSTEM 'a.dtd'><?pi d?><a/>", "<!--c--><!DOCTYPE a><a/>", "<!--c--><!DOCTYPE a><!--d--><a/>",
        "<!DOCTYPE a [<!ATTLIST a b CDATA 'v'>]><a/>",
        // Namespaces
        "<a xmlns='u'/>", "<a xmlns='u'><b/></a>", "<a xmlns:p='u'/>", "<p:a xmlns:p='u'/>", "<a xmlns:p='u'><p:b p:x='1'/></a>", "<a xmlns:p='u'><p:b/><b/></a>",
        "<p:a xmlns:p='u' p:x='1'><p:b>t</p:b><p:b/></p:a>", "<r><x xmlns='u1'/><x xmlns='u2'/></r>", "<a xmlns='u' xmlns:q='v'><q:b/><b q:c='1' d='2'/></a>", "<a xml:lang='en' xml:space='preserve'> <b/> </a>",
        "<a xmlns='u'><b xmlns=''/></a>", "<a xmlns:p='u'><b xmlns:p='v'><p:c/></b><p:c/></a>",
        // White space kept by the document
        "<a xml:space='preserve'> </a>", "<a xml:space='preserve'> <b> </b> </a>", "<a xml:space='preserve'><b xml:space='default'> <c/> </b> </a>",
        // Names
        "<a_x0020_b/>", "<a _x0040_='1'/>", "<_x0031_a><_x0031_a/></_x0031_a>", "<r><_x005F_x0020_/></r>", "<a-b.c_d/>", "<r><_x0041_/><A/></r>", "<é ü='ß'/>",
        // json:Array and the rest of its namespace
        "<r xmlns:json='http://james.newtonking.com/projects/json'><a json:Array='true'>1</a></r>",
        "<r xmlns:json='http://james.newtonking.com/projects/json'><a json:Array='true'/></r>",
        "<r xmlns:json='http://james.newtonking.com/projects/json'><a json:Array='false'>1</a></r>",
        "<r xmlns:json='http://james.newtonking.com/projects/json'><a json:Array='1'>1</a></r>",
        "<r xmlns:json='http://james.newtonking.com/projects/json'><a json:Array='true' b='2'><c/></a></r>",
        "<r xmlns:json='http://james.newtonking.com/projects/json'><a json:Array='true'>1</a><b/><a>2</a></r>",
        "<r xmlns:json='http://james.newtonking.com/projects/json'><a>1</a><a json:Array='true'>2</a></r>",
        "<r xmlns:json='http://james.newtonking.com/projects/json'><a json:Array='true'><a json:Array='true'>1</a></a></r>",
        "<r xmlns:json='http://james.newtonking.com/projects/json'><a json:Array='true'><a>1</a><a>2</a></a><a json:Array='true'><a>3</a></a></r>",
        "<r json:Array='true' xmlns:json='http://james.newtonking.com/projects/json'><a/></r>",
        "<a xmlns:json='http://james.newtonking.com/projects/json'>t</a>", "<a xmlns:json='http://james.newtonking.com/projects/json'/>",
        "<a xmlns:json='http://james.newtonking.com/projects/json'><b json:id='1' json:type='T'><c/></b></a>",
        "<a xmlns:json='http://james.newtonking.com/projects/json'><json:b>1</json:b></a>",
        "<r xmlns:json='http://james.newtonking.com/projects/json'><a json:Array='true'><![CDATA[x]]></a></r>",
        // Strings
        "<a>\"\\/\b</a>".Replace("\b", "\t", StringComparison.Ordinal), "<a>é😀中文</a>", "<a>&#x7F;&#xA0;&#xFFFD;</a>", "<a>l&#13;</a>", "<a>'&apos;`&amp;+</a>",
        "<a><b>007</b><c>1.10</c><d>12345678901234567890</d><e>1e5</e><f>0x1F</f><g>true</g></a>",
    ];

    // Each with the reason; what both give is in the test.
    public static TheoryData<string, string, string> XmlDeviations => new()
    {
        // <a></a> and <a/> are the same in XML, and the events do not tell them apart.
        { "<a></a>", """{"a":""}""", """{"a":null}""" },
        { "<a><b></b><c/></a>", """{"a":{"b":"","c":null}}""", """{"a":{"b":null,"c":null}}""" },
        // Newtonsoft.Json groups before it reads a child's own declarations: p:b and b become one array.
        { "<a><p:b xmlns:p='u'/><b/></a>", """{"a":{"b":[{"@xmlns:p":"u"},null]}}""", """{"a":{"p:b":{"@xmlns:p":"u"},"b":null}}""" },
        // Newtonsoft.Json writes the prefix that was declared last for the namespace, not the one in the document.
        { "<a xmlns:p='u' xmlns:q='u'><p:b/></a>", """{"a":{"@xmlns:p":"u","@xmlns:q":"u","q:b":null}}""", """{"a":{"@xmlns:p":"u","@xmlns:q":"u","p:b":null}}""" },
        { "<a xmlns='u' xmlns:q='u'><b/></a>", """{"q:a":{"@xmlns":"u","@xmlns:q":"u","q:b":null}}""", """{"a":{"@xmlns":"u","@xmlns:q":"u","b":null}}""" },
        // It repeats a default namespace's declaration where the parent is in another namespace.
        { "<a xmlns='u' xmlns:p='v'><p:b><c/></p:b></a>", """{"a":{"@xmlns":"u","@xmlns:p":"v","p:b":{"c":{"@xmlns":"u"}}}}""", """{"a":{"@xmlns":"u","@xmlns:p":"v","p:b":{"c":null}}}""" },
        // System.Text.Json writes no comments to the end of the line: a comment that would end early is dropped, and reported.
        { "<a><!--*/--><b/></a>", "{\"a\":{//*/\n\"b\":null}}", """{"a":{"b":null}}""" },
        // Line separators are escaped by one and not by the other: the same string.
        { "<a>\u0085\u2028\u2029</a>", "{\"a\":\"\\u0085\\u2028\\u2029\"}", "{\"a\":\"\u0085\u2028\u2029\"}" },
    };

    public static TheoryData<string> Texts =>
    [
        """{"a":null}""", """{"a":""}""", """{"a":{}}""", """{"a":"t"}""", """{"a":{"@b":"1"}}""", """{"a":{"@b":"1","#text":"t"}}""", """{"a":{"b":["1","2"],"c":null}}""",
        """{"a":[1]}""", """{"a":1}""", """{"a":true}""", """{"a":false}""", """{"a":-12}""", """{"a":12345678901234567890}""", """{"a":0.5}""",
        """{"a":{"b":[]}}""", """{"a":{"b":[null,{},"x",1]}}""", """{"a":{"b":[[1,2],[3]]}}""", """{"a":{"b":[[[1]]]}}""", """{"a":{"b":[[]]}}""",
        """{"a":{"#text":["x","y"],"b":null}}""", """{"a":{"b":null,"#text":"tail"}}""", """{"a":{"#cdata-section":"x"}}""", """{"a":{"#cdata-section":["x","y"],"#text":"z"}}""",
        """{"a":{/*c*/"b":1}}""", """{/*c*/"a":1}""", """{"a":1/*c*/}""", """{"?xml":{"@version":"1.0","@encoding":"utf-8","@standalone":"yes"},"a":1}""", """{"?p":"d","a":{"?q":"e"}}""",
        """{"a":{"?q":["1","2"]}}""", """{"!DOCTYPE":{"@name":"a","@public":"-//X//EN","@system":"a.dtd"},"a":1}""", """{"!DOCTYPE":{"@name":"a"},"a":null}""",
        """{"a":{"b":1,"@id":2}}""", """{"a":{"b":{"c":1,"@x":"y"},"@id":2}}""", """{"a":{"@xmlns":"u","b":1}}""", """{"p:a":{"@xmlns:p":"u","p:b":{"@p:x":1}}}""",
        """{"a":{"@xmlns:p":"u","p:b":[1,2],"b":3}}""", """{"a b":1}""", """{"a":{"@b c":1,"1":2,"_x0041_":3}}""", """{"a":{"$id":"1","$type":"T","b":1}}""", """{"a":{"$ref":"1"}}""",
        """{"a":{"b":1,"b":2}}""", """{"a":"<&>\"'\n"}""", """{"a":"\u00e9\ud83d\ude00"}""", """{"a":{"@xml:lang":"en"}}""", """{"a":{"#text":1,"@b":true}}""",
    ];

    public static TheoryData<string, string, string> JsonDeviations => new()
    {
        // A number keeps its digits.
        { """{"a":1.10}""", "<a>1.1</a>", "<a>1.10</a>" },
        { """{"a":1e3}""", "<a>1000</a>", "<a>1e3</a>" },
        { """{"a":1E400}""", "<a>INF</a>", "<a>1E400</a>" },
        { """{"a":0.1234567890123456789}""", "<a>0.12345678901234568</a>", "<a>0.1234567890123456789</a>" },
        // A string that looks like a date stays what it is.
        { """{"a":"2012-03-21T05:40:00.100Z"}""", "<a>2012-03-21T05:40:00.1Z</a>", "<a>2012-03-21T05:40:00.100Z</a>" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Both_write_the_same_JSON(string xml) =>
        Assert.Equal(JsonConvert.SerializeXNode(XDocument.Parse(xml)), Conversion.ToJson(xml, JsonConvention.Newtonsoft));

    [Fact]
    public void Both_write_the_same_JSON_for_generated_documents() =>
        Generated.Document
            .Where(xml => xml.LastIndexOf("xmlns", StringComparison.Ordinal) == xml.IndexOf("xmlns", StringComparison.Ordinal))
            .Select(xml => EmptyElement().Replace(xml, "<$1$2/>"))
            .Sample(
                xml => Assert.Equal(JsonConvert.SerializeXNode(XDocument.Parse(xml)), Conversion.ToJson(xml, JsonConvention.Newtonsoft)),
                iter: 10_000);

    [Theory]
    [MemberData(nameof(XmlDeviations))]
    public void Deviations_from_its_JSON_are_known(string xml, string theirs, string ours)
    {
        Assert.Equal(theirs, JsonConvert.SerializeXNode(XDocument.Parse(xml)));
        Assert.Equal(ours, Conversion.ToJson(xml, JsonConvention.Newtonsoft));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Both_make_the_same_XML(string json)
    {
        var theirs = JsonConvert.DeserializeXNode(json)!;
        Assert.Equal(Normalize(theirs.ToString(SaveOptions.DisableFormatting)), Normalize(Conversion.ToXml(json, JsonConvention.Newtonsoft)));
        if (theirs.Declaration is { } declaration)
        {
            Assert.StartsWith(
                $"document version=\"{declaration.Version}\" encoding=\"{declaration.Encoding}\" standalone=\"{declaration.Standalone}\"\n",
                Conversion.EventsOfJson(json, JsonConvention.Newtonsoft),
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(JsonDeviations))]
    public void Deviations_from_its_XML_are_known(string json, string theirs, string ours)
    {
        Assert.Equal(theirs, JsonConvert.DeserializeXNode(json)!.ToString(SaveOptions.DisableFormatting));
        Assert.Equal(ours, Conversion.ToXml(json, JsonConvention.Newtonsoft));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("[1]")]
    [InlineData("\"x\"")]
    [InlineData("""{"a":1,"b":2}""")]
    [InlineData("""{"a":[1,2]}""")]
    [InlineData("""{"@a":1}""")]
    [InlineData("""{"a":{"@b":{}}}""")]
    [InlineData("""{"a":{"@b":[1]}}""")]
    [InlineData("""{"a":{"#text":{}}}""")]
    [InlineData("""{"":1}""")]
    [InlineData("""{"x:y":1}""")]
    [InlineData("""{"a":1,"?xml":{"@version":"1.0","@bad":1}}""")]
    [InlineData("""{"?xml":{"@bad":1},"a":1}""")]
    [InlineData("""{"!DOCTYPE":{"@bad":1},"a":1}""")]
    [InlineData("""{"a":{"@b":1,"@b":2}}""")]
    public void What_it_refuses_is_refused(string json)
    {
        Assert.ThrowsAny<Exception>(() => JsonConvert.DeserializeXNode(json)!.ToString());
        Assert.Throws<MappingException>(() => Conversion.ToXml(json, JsonConvention.Newtonsoft));
    }

    [GeneratedRegex(@"<([^\s/>!?]+)([^<>]*)></\1>")]
    private static partial Regex EmptyElement();

    // <a></a> and <a/> are the same.
    private static string Normalize(string xml)
    {
        var document = XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
        foreach (var element in document.Descendants().Where(element => !element.Nodes().Any()))
        {
            element.RemoveNodes();
        }

        return document.ToString(SaveOptions.DisableFormatting);
    }
}
