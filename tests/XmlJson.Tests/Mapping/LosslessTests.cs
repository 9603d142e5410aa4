using System.Text;
using System.Text.Json;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

public class LosslessTests
{
    private static readonly MappingOptions Unlimited = new() { MaxDepth = int.MaxValue, AllowInternalSubset = true };

    [Theory]
    // Plain records
    [InlineData("<a/>", """{"a":""}""")]
    [InlineData("<a> </a>", """{"a":" "}""")]
    [InlineData("<a id='1' b='2'>t</a>", """{"a":{"@id":"1","@b":"2","#text":"t"}}""")]
    [InlineData("<a id='1'/>", """{"a":{"@id":"1"}}""")]
    [InlineData("<a><b>1</b><b>2</b><c/></a>", """{"a":{"b":["1","2"],"c":""}}""")]
    [InlineData("<a><b>1</b><b x='1'/><b><c/></b></a>", """{"a":{"b":["1",{"@x":"1"},{"c":""}]}}""")]
    [InlineData("<p:a xmlns:p='u' p:x='1'><b xmlns='v'/></p:a>", """{"p:a":{"@xmlns:p":"u","@p:x":"1","b":{"@xmlns":"v"}}}""")]
    [InlineData("<a>é😀&lt;&#13;</a>", """{"a":"é😀<\r"}""")]
    [InlineData("<__proto__><constructor>1</constructor></__proto__>", """{"__proto__":{"constructor":"1"}}""")]
    // Nodes that are members
    [InlineData("<a><!--1--><!--2--><b/><?p d?><?p?><?q?></a>", """{"a":{"#comment":["1","2"],"b":"","?p":["d",""],"?q":""}}""")]
    [InlineData("<a><![CDATA[<x>]]></a>", """{"a":{"#cdata":"<x>"}}""")]
    [InlineData("<a b='1'><![CDATA[]]></a>", """{"a":{"@b":"1","#cdata":""}}""")]
    [InlineData("<!--1--><?p?><a/><!--2--><?q?>", """{"#comment":"1","?p":"","a":"","#":[{"#comment":"2"},{"?q":""}]}""")]
    // What opens the rest
    [InlineData("<a>t<b/></a>", """{"a":{"#":["t",{"b":""}]}}""")]
    [InlineData("<a><b/>t</a>", """{"a":{"b":"","#":["t"]}}""")]
    [InlineData("<a><b/><c/><b/><b/></a>", """{"a":{"b":"","c":"","#":[{"b":""},{"b":""}]}}""")]
    [InlineData("<a>x<![CDATA[y]]></a>", """{"a":{"#":["x",{"#cdata":"y"}]}}""")]
    [InlineData("<a><![CDATA[x]]>y</a>", """{"a":{"#cdata":"x","#":["y"]}}""")]
    [InlineData("<a><b/><![CDATA[x]]></a>", """{"a":{"b":"","#":[{"#cdata":"x"}]}}""")]
    [InlineData("<a> <b>1</b> </a>", """{"a":{"#":[" ",{"b":"1"}," "]}}""")]
    [InlineData("<a>t<b><c/>u</b></a>", """{"a":{"#":["t",{"b":{"c":"","#":["u"]}}]}}""")]
    // Layout
    [InlineData("<a>\n  <b>1</b>\n  <b>2</b>\n  <c>\n    <d/>\n  </c>\n</a>", """{"a":{"#indent":"  ","b":["1","2"],"c":{"d":""}}}""")]
    [InlineData("<a x='1'>\n<!--c-->\n<b/>\n</a>", """{"a":{"@x":"1","#indent":"","#comment":"c","b":""}}""")]
    [InlineData("<a>\n\t<b><c/><c/></b>\n\t<b><c><d/></c></b>\n</a>", """{"a":{"#indent":"\t","b":[{"#indent":null,"c":["",""]},{"#indent":null,"c":{"d":""}}]}}""")]
    [InlineData("<a><b>\n    <c/>\n  </b></a>", """{"a":{"b":{"#indent":"  ","c":""}}}""")]
    [InlineData("<a>\n  <b/>\n\n  <c/>\n</a>", """{"a":{"#indent":"  ","b":"","#":["\n\n  ",{"c":""},"\n"]}}""")]
    [InlineData("<a>\n  <b/></a>", """{"a":{"#indent":"  ","b":"","#":[]}}""")]
    [InlineData("<a>\n  <b/>\n  </a>", """{"a":{"#indent":"  ","b":"","#":["\n  "]}}""")]
    [InlineData("<a>\n  <b>x\n    <c/>\n  </b>\n</a>", """{"a":{"#indent":"  ","b":{"#":["x\n    ",{"c":""},"\n  "]}}}""")]
    [InlineData("<a>\n  <b>\n    <c/>\n     </b>\n</a>", """{"a":{"#indent":"  ","b":{"c":"","#":["\n     "]}}}""")]
    [InlineData("<a>\n \t<b>\n \t\t <c/>\n</b></a>", """{"a":{"#indent":" \t","b":{"#":["\n \t\t ",{"c":""},"\n"]},"#":[]}}""")]
    // The prolog
    [InlineData("<?xml version='1.0' encoding='utf-8' standalone='yes'?><a/>", """{"?xml":{"@version":"1.0","@encoding":"utf-8","@standalone":"yes"},"a":""}""")]
    [InlineData("<!DOCTYPE a PUBLIC '-//X//EN' 'a.dtd'><a/>", """{"!DOCTYPE":{"@name":"a","@public":"-//X//EN","@system":"a.dtd"},"a":""}""")]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA 'x'>]><a c='1'/>", """{"!DOCTYPE":{"@name":"a","@internalSubset":"<!ATTLIST a b CDATA 'x'>"},"a":{"@c":"1","@+b":"x"}}""")]
    [InlineData("<!DOCTYPE a SYSTEM 'x' [<!ENTITY % p SYSTEM 'y'>%p;]><a>x&e;</a>", """{"!DOCTYPE":{"@name":"a","@system":"x","@internalSubset":"<!ENTITY % p SYSTEM 'y'>%p;"},"a":{"#":["x",{"&e":null}]}}""")]
    public void A_document_is(string xml, string json)
    {
        var options = XmlParserOptions.Default with { DtdProcessing = System.Xml.DtdProcessing.Parse };
        using var output = new MemoryStream();
        var report = Xml.ToJson(new MemoryStream(Encoding.UTF8.GetBytes(xml)), output, LosslessConvention.Default, parserOptions: options);
        Assert.Equal(json, Encoding.UTF8.GetString(output.ToArray()));
        Assert.True(report.IsEmpty);

        using var events = new EventLog();
        Xml.Parse(Encoding.UTF8.GetBytes(xml), events, options);
        Assert.Equal(events.ToString(), Conversion.EventsOfJson(json, out report, LosslessConvention.Default, Unlimited));
        Assert.True(report.IsEmpty);
    }

    [Theory]
    [InlineData("""{"a":{"b":1.10,"@c":true,"d":null}}""", "<a c=\"true\"><b>1.10</b><d /></a>", "ValueType ×2, first at '/a/b'\nEmptyValue ×1, first at '/a/d'\nKeyOrder ×1, first at '/a/@c'")]
    [InlineData("""{"a":{}}""", "<a />", "EmptyValue ×1, first at '/a'")]
    [InlineData("""{"a":{"#text":"t"}}""", "<a>t</a>", "ValueShape ×1, first at '/a'")]
    [InlineData("""{"a":{"b":["x"],"c":[]}}""", "<a><b>x</b></a>", "EmptyArray ×1, first at '/a/c'\nValueShape ×1, first at '/a/b'")]
    [InlineData("""{"a":{"b":"1","#text":"t","c":"2"}}""", "<a><b>1</b>t<c>2</c></a>", "ValueShape ×2, first at '/a/#text'")]
    [InlineData("""{"a":{"#":["x","y",{"b":"1","c":"2"}],"d":""}}""", "<a>xy<b>1</b><c>2</c><d /></a>", "ValueShape ×3, first at '/a/#/1'")]
    [InlineData("""{"a":{"b":"1","b":"2"}}""", "<a><b>1</b><b>2</b></a>", "DuplicateKey ×1, first at '/a/b'")]
    [InlineData("""{"a":{"#":[{"#comment":"c"},{"#cdata":"d"}]}}""", "<a><!--c--><![CDATA[d]]></a>", "ValueShape ×1, first at '/a/#/0/#comment'")]
    [InlineData("""{"a":{"b":"1","#indent":" "}}""", "<a><b>1</b>\n</a>", "ValueShape ×1, first at '/a/#indent'")]
    public void What_has_an_obvious_meaning_is_taken_and_told(string json, string xml, string losses)
    {
        Conversion.EventsOfJson(json, out var report, LosslessConvention.Default);
        Assert.Equal(losses, report.ToString());
        Assert.Equal(xml, Conversion.ToXml(json, LosslessConvention.Default));
        Assert.Equal(MappingErrorCode.Loss, Assert.Throws<MappingException>(() => Conversion.EventsOfJson(json, LosslessConvention.Default, new MappingOptions { Strict = true })).Code);
    }

    [Theory]
    [InlineData("[]", MappingErrorCode.NoSingleRoot, "")]
    [InlineData("{}", MappingErrorCode.NoSingleRoot, "")]
    [InlineData("""{"#comment":"x"}""", MappingErrorCode.NoSingleRoot, "")]
    [InlineData("""{"a":"","b":""}""", MappingErrorCode.NoSingleRoot, "/b")]
    [InlineData("""{"a":["",""]}""", MappingErrorCode.NoSingleRoot, "/a/1")]
    [InlineData("""{"#text":"x","a":""}""", MappingErrorCode.TextOutsideRoot, "/#text")]
    [InlineData("""{"#":["x",{"a":""}]}""", MappingErrorCode.TextOutsideRoot, "/#/0")]
    [InlineData("""{"#cdata":"x","a":""}""", MappingErrorCode.TextOutsideRoot, "/#cdata")]
    [InlineData("""{"#indent":"","a":""}""", MappingErrorCode.TextOutsideRoot, "/#indent")]
    [InlineData("""{"@x":"","a":""}""", MappingErrorCode.UnexpectedValue, "/@x")]
    [InlineData("""{"a":{"b":[["x"]]}}""", MappingErrorCode.UnexpectedValue, "/a/b/0")]
    [InlineData("""{"a":{"#":[[]]}}""", MappingErrorCode.UnexpectedValue, "/a/#/0")]
    [InlineData("""{"a":{"#":"x"}}""", MappingErrorCode.UnexpectedValue, "/a/#")]
    [InlineData("""{"a":{"#":[{"@x":"1"}]}}""", MappingErrorCode.UnexpectedValue, "/a/#/0/@x")]
    [InlineData("""{"a":{"#":[{"#text":"1"}]}}""", MappingErrorCode.UnexpectedValue, "/a/#/0/#text")]
    [InlineData("""{"a":{"#":[{"#":[]}]}}""", MappingErrorCode.UnexpectedValue, "/a/#/0/#")]
    [InlineData("""{"a":{"#indent":"x"}}""", MappingErrorCode.UnexpectedValue, "/a/#indent")]
    [InlineData("""{"a":{"#indent":"\n"}}""", MappingErrorCode.UnexpectedValue, "/a/#indent")]
    [InlineData("""{"a":{"#indent":{}}}""", MappingErrorCode.UnexpectedValue, "/a/#indent")]
    [InlineData("""{"a":{"@b":[]}}""", MappingErrorCode.ValueNotScalar, "/a/@b")]
    [InlineData("""{"a":{"#text":{}}}""", MappingErrorCode.ValueNotScalar, "/a/#text")]
    [InlineData("""{"a":{"#comment":{}}}""", MappingErrorCode.ValueNotScalar, "/a/#comment")]
    [InlineData("""{"a":{"#comment":"x--y"}}""", MappingErrorCode.InvalidComment, null)]
    [InlineData("""{"a":{"?p":"?>"}}""", MappingErrorCode.InvalidProcessingInstruction, null)]
    [InlineData("""{"a":{"?p q":""}}""", MappingErrorCode.InvalidProcessingInstruction, null)]
    [InlineData("""{"a":{"b c":""}}""", MappingErrorCode.InvalidName, null)]
    [InlineData("""{"a":{"":""}}""", MappingErrorCode.InvalidName, null)]
    [InlineData("""{"a":{"#other":""}}""", MappingErrorCode.InvalidName, null)]
    [InlineData("""{"a":{"@":""}}""", MappingErrorCode.InvalidName, null)]
    [InlineData("""{"a":{"@><b":""}}""", MappingErrorCode.InvalidName, null)]
    [InlineData("""{"a":{"p:b":""}}""", MappingErrorCode.UndeclaredPrefix, null)]
    [InlineData("""{"a":{"@xmlns:p":""}}""", MappingErrorCode.InvalidNamespaceDeclaration, null)]
    [InlineData("""{"a":{"@b":"1","@b":"2"}}""", MappingErrorCode.DuplicateAttribute, null)]
    [InlineData("""{"a":{"@b":"1","@+b":"2"}}""", MappingErrorCode.DuplicateAttribute, null)]
    [InlineData("""{"a":"\u0000"}""", MappingErrorCode.InvalidCharacter, "/a")]
    [InlineData("""{"a":"\ud800"}""", MappingErrorCode.InvalidCharacter, "/a")]
    [InlineData("""{"a":{"#":[{"&e":null}]}}""", MappingErrorCode.InvalidEntityReference, null)]
    [InlineData("""{"!DOCTYPE":{"@name":"a","@system":""},"a":{"#":[{"&lt":null}]}}""", MappingErrorCode.InvalidEntityReference, null)]
    [InlineData("""{"!DOCTYPE":{"@name":"a","@system":""},"a":{"#":[{"&e;<b/>&f":null}]}}""", MappingErrorCode.InvalidEntityReference, null)]
    [InlineData("""{"#":[{"&e":null}],"a":""}""", MappingErrorCode.TextOutsideRoot, "/#/0/&e")]
    [InlineData("""{"!DOCTYPE":{"@name":"a","@internalSubset":"<!ENTITY e 'x'>"},"a":""}""", MappingErrorCode.InvalidDocumentType, null)]
    [InlineData("""{"!DOCTYPE":{"name":"a"},"a":""}""", MappingErrorCode.InvalidDocumentType, "/!DOCTYPE/name")]
    [InlineData("""{"!DOCTYPE":"a","a":""}""", MappingErrorCode.InvalidDocumentType, "/!DOCTYPE")]
    [InlineData("""{"a":{"!DOCTYPE":{"@name":"a"}}}""", MappingErrorCode.InvalidDocumentType, "/a/!DOCTYPE")]
    [InlineData("""{"a":"","?xml":{"@version":"1.0"}}""", MappingErrorCode.InvalidXmlDeclaration, null)]
    [InlineData("""{"?xml":{"@version":"1.0","@version":"1.0"},"a":""}""", MappingErrorCode.InvalidXmlDeclaration, "/?xml/@version")]
    public void What_has_no_meaning_is_a_typed_error(string json, MappingErrorCode code, string? path)
    {
        var error = Assert.Throws<MappingException>(() => Conversion.EventsOfJson(json, LosslessConvention.Default));
        Assert.Equal(code, error.Code);
        Assert.Equal(1, error.Position.Line);
        if (path is not null)
        {
            Assert.Equal(path, error.Path);
        }
    }

    [Fact]
    public void A_late_attribute_is_waited_for_as_long_as_the_options_say()
    {
        var json = """{"a":{"b":[""" + string.Join(',', Enumerable.Repeat("\"some text\"", 100)) + """],"@id":"1"}}""";
        Assert.StartsWith("document\nstart a id=\"1\"\n", Conversion.EventsOfJson(json, LosslessConvention.Default), StringComparison.Ordinal);
        var error = Assert.Throws<MappingException>(() => Conversion.EventsOfJson(json, LosslessConvention.Default, new MappingOptions { MaxLookAhead = 500 }));
        Assert.Equal((MappingErrorCode.LookAheadLimit, "/a/@id"), (error.Code, error.Path));
    }

    [Theory]
    [InlineData("<r>|<x><a>1</a><b>2</b><a>3</a></x>|</r>")]
    [InlineData("<r>t|<x/>|</r>")]
    [InlineData("<r>\n|  <x>\n    <a>1</a>\n  </x>\n|</r>")]
    [InlineData("<r><h/>|<x/><y/>|</r>")]
    [InlineData("<r>|some text |</r>")]
    [InlineData("<r><a/>|some text |</r>")]
    [InlineData("<r><a><![CDATA[|some text |]]></a></r>")]
    [InlineData("<r><a><b>|<x>some text</x>|</b></a></r>")]
    [InlineData("<r>|<x i='1'/><!-- c -->|</r>")]
    public void Memory_does_not_grow_with_the_document(string pattern)
    {
        const int Records = 50_000;
        var parts = pattern.Split('|');
        using var output = new CountingStream();
        using var sink = new JsonSink(output, LosslessConvention.Default);
        using var parser = new Utf8XmlParser();
        var handler = sink;
        parser.Feed(Encoding.UTF8.GetBytes(parts[0]), ref handler);
        var record = Encoding.UTF8.GetBytes(parts[1]);
        var lag = 0L;
        var fed = 0L;
        for (var i = 0; i < Records; i++)
        {
            parser.Feed(record, ref handler);
            fed += record.Length;
            lag = Math.Max(lag, (fed / 6) - output.Length);
        }

        parser.Feed(Encoding.UTF8.GetBytes(parts[2]), ref handler);
        parser.Complete(ref handler);

        // What waits is the look-ahead, the writer's buffer, and the parser's window.
        Assert.InRange(lag, 0, 200 * 1024);
        Assert.True(output.Length > fed / 6);
    }

    [Theory]
    [InlineData("<r>|</r>")]
    [InlineData("<r a='1'>|<b/></r>")]
    [InlineData("<r><b/>|</r>")]
    [InlineData("<r><a>|</a><a/></r>")]
    [InlineData("<r><![CDATA[|]]>t</r>")]
    public void Text_of_any_length_comes_back_whole(string pattern)
    {
        var xml = pattern.Replace("|", string.Concat(Enumerable.Range(0, 60_000).Select(i => $"é{i}😀")), StringComparison.Ordinal);
        using var json = new MemoryStream();
        Xml.ToJson(new MemoryStream(Encoding.UTF8.GetBytes(xml)), json, LosslessConvention.Default);
        json.Position = 0;
        using var back = new EventLog();
        Json.Parse(json, back, LosslessConvention.Default);
        Assert.Equal(Conversion.Events(xml), back.ToString());
        Assert.Equal(Encoding.UTF8.GetString(json.ToArray()), Conversion.ThereAndBack(Encoding.UTF8.GetString(json.ToArray()), out var report, LosslessConvention.Default));
        Assert.True(report.IsEmpty);
    }

    [Fact]
    public void JSON_streams_too()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("""{"r":{"#indent":" ","x":[""" + string.Join(',', Enumerable.Repeat("""{"@i":"1","a":"some text","#":["t"]}""", 100_000)) + "]}}"));
        var first = new FirstRead(input);
        using var source = new JsonSource(LosslessConvention.Default, new MappingOptions { MaxLookAhead = 1000 });
        Assert.Equal(ParseStatus.Completed, source.Parse(input, first));
        Assert.Equal(200_001, first.Elements);
        Assert.InRange(first.Position, 1, 200_000);
        Assert.True(input.Length > 3_000_000);
    }

    public static TheoryData<string, string, string> Large => new()
    {
        { "<a>", "", "</a>" },
        { "<a>t", "", "</a>" },
        { "<a><b/>", "", "</a>" },
        { "<a x='1'><b/><c/>", "<b/>", "</a>" },
        { "<b/>", "", "" },
        { "<b/><c/>", "", "" },
        { "<b/>t", "", "" },
        { "<!--c--><?p?>", "", "" },
    };

    // A quadratic step would take hours, and recursion would overflow the stack.
    [Theory]
    [MemberData(nameof(Large))]
    public void A_million_levels_or_siblings_take_linear_time_on_a_small_stack(string start, string middle, string end)
    {
        const int Count = Effort.Million;
        var xml = Encoding.UTF8.GetBytes($"<r>{Repeat(start, Count)}{middle}{Repeat(end, Count)}</r>");
        var options = XmlParserOptions.Default with { MaxDepth = int.MaxValue };
        SmallStack.Run(() =>
        {
            using var json = new MemoryStream();
            Assert.True(Xml.ToJson(new MemoryStream(xml), json, LosslessConvention.Default, Unlimited, options).IsEmpty);
            json.Position = 0;
            var back = new MemoryStream();
            Assert.True(Json.ToXml(json, back, LosslessConvention.Default, Unlimited).IsEmpty);
            var first = new EventCounter();
            Xml.Parse(xml, ref first, options);
            var second = new EventCounter();
            Xml.Parse(back.ToArray(), ref second, options);
            Assert.Equal((first.Elements, first.TextBytes, first.Comments), (second.Elements, second.TextBytes, second.Comments));
        });
    }

    [Fact]
    public void A_million_attributes_and_a_million_names_take_linear_time()
    {
        const int Count = Effort.Million;
        var attributes = "<r" + string.Concat(Enumerable.Range(0, Count).Select(i => $" a{i}='1'")) + "/>";
        var names = "<r>" + string.Concat(Enumerable.Range(0, Count).Select(i => $"<n{i}/>")) + "</r>";
        foreach (var xml in new[] { attributes, names })
        {
            using var json = new MemoryStream();
            var options = XmlParserOptions.Default with { MaxAttributes = int.MaxValue, MaxMarkupLength = int.MaxValue, MaxNames = int.MaxValue };
            Xml.ToJson(new MemoryStream(Encoding.UTF8.GetBytes(xml)), json, LosslessConvention.Default, parserOptions: options);
            var counter = new EventCounter();
            json.Position = 0;
            Json.Parse(json, ref counter, LosslessConvention.Default);
            Assert.Equal(Count + 1, counter.Elements + counter.Attributes);
        }
    }

    [Fact]
    public void Short_JSON_cannot_imply_long_white_space()
    {
        var unit = new string(' ', 255);
        var nested = Repeat("{\"a\":", 500) + "\"\"" + Repeat("}", 500);
        var json = "{\"r\":{\"#indent\":\"" + unit + "\",\"a\":" + nested + "}}";
        var counter = new EventCounter();
        Json.Parse(Encoding.UTF8.GetBytes(json), ref counter, LosslessConvention.Default);
        Assert.InRange(counter.TextBytes, 256, 2 * 256);

        // Each unit is as long as it may be, and deeper than that nothing is implied.
        var deep = "{\"r\":{\"#indent\":\" \",\"a\":" + nested + "}}";
        counter = new EventCounter();
        Json.Parse(Encoding.UTF8.GetBytes(deep), ref counter, LosslessConvention.Default);
        Assert.InRange(counter.TextBytes, 255 * 256, 256 * 256);
    }

    [Fact]
    public void A_negative_look_ahead_is_refused() =>
        Assert.Throws<ArgumentException>(() => new JsonSink(Stream.Null, new LosslessConvention { LookAhead = -1 }));

    [Fact]
    public void Depth_is_a_typed_error()
    {
        var xml = Repeat("<a>", 10) + Repeat("</a>", 10);
        var error = Assert.Throws<MappingException>(() => Conversion.ToJson(xml, LosslessConvention.Default, new MappingOptions { MaxDepth = 9 }));
        Assert.Equal(MappingErrorCode.DepthLimit, error.Code);
        var json = Repeat("{\"a\":", 10) + "\"\"" + Repeat("}", 10);
        error = Assert.Throws<MappingException>(() => Conversion.EventsOfJson(json, LosslessConvention.Default, new MappingOptions { MaxDepth = 9 }));
        Assert.Equal(MappingErrorCode.DepthLimit, error.Code);
        Assert.NotEmpty(Conversion.EventsOfJson(json, LosslessConvention.Default, new MappingOptions { MaxDepth = 10 }));
    }

    [Fact]
    public void Indented_JSON_is_the_same_JSON()
    {
        var xml = "<a><b>1</b><b>2</b>t<c><d/><d/></c></a>";
        var indented = Conversion.ToJson(xml, LosslessConvention.Default, new MappingOptions { Indented = true });
        Assert.Contains("\n", indented, StringComparison.Ordinal);
        using var first = JsonDocument.Parse(indented);
        using var second = JsonDocument.Parse(Conversion.ToJson(xml, LosslessConvention.Default));
        Assert.True(JsonElement.DeepEquals(first.RootElement, second.RootElement));
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    private sealed class FirstRead(Stream input) : ContentHandler
    {
        public int Elements { get; private set; }

        public long Position { get; private set; }

        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
        {
            Position = Elements == 1 ? input.Position : Position;
            Elements++;
        }
    }

    private sealed class CountingStream : Stream
    {
        private long _length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position
        {
            get => _length;
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => _length += count;

        public override void Write(ReadOnlySpan<byte> buffer) => _length += buffer.Length;
    }
}
