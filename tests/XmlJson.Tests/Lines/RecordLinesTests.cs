using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Xml;
using CsCheck;
using XmlJson.Mapping;
using XmlJson.Tests.Mapping;
using XmlJson.Tests.Reading;
using XmlJson.Trees;

namespace XmlJson.Tests.Lines;

/// <summary>XML → lines of JSON: a record is the line that its tree would become.</summary>
public class RecordLinesTests
{
    private static readonly XmlParserOptions WithDtd = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse };

    /// <summary>Every shape of convention.</summary>
    public static TheoryData<string> Conventions => [.. ByName.Keys];

    private static Dictionary<string, MappingConvention> ByName { get; } = new(StringComparer.Ordinal)
    {
        ["default"] = JsonConvention.Default,
        ["newtonsoft"] = JsonConvention.Newtonsoft with { Comments = CommentForm.Drop },
        ["without root"] = JsonConvention.Default with { KeepRoot = false, Arrays = ArrayRule.Always },
        ["lossless"] = LosslessConvention.Default,
        ["jsonml"] = JsonMLConvention.Default,
        ["xml-js"] = JsonConvention.XmlJs,
    };

    [Theory]
    [InlineData("<r><e/><e/></r>", "2 written")]
    [InlineData("<r k='1'><e/> x <f/></r>", "1 written, 3 left out, first at 1:1")]
    [InlineData("<r><e/><e>&</e></r>", "1 written, 1 damaged")]
    public void A_summary_is_a_line_for_people(string document, string expected) => Assert.Equal(
        expected,
        Xml.ToJsonLines(Encoding.UTF8.GetBytes(document), "/r/e", new ArrayBufferWriter<byte>(), linesOptions: new JsonLinesOptions { OnError = RecordErrorPolicy.Skip }).ToString());

    [Fact]
    public void Each_record_is_a_line()
    {
        var summary = Convert("<?pi?><r xmlns='u'>\n <a k='1'>x\ny</a> <!--c--> <b><c/><c/></b>\n<a/></r><!--end-->", "/r/*", out var lines);
        Assert.Equal("""
            {"a":{"@xmlns":"u","@k":"1","#text":"x\ny"}}
            {"b":{"@xmlns":"u","c":[null,null]}}
            {"a":{"@xmlns":"u"}}

            """, lines);
        Assert.Equal((3L, 0L, 0L, null, true), (summary.Written, summary.Damaged, summary.LeftOut, summary.FirstError, summary.Report.IsEmpty));
    }

    [Theory]
    [InlineData("<r xmlns:xs='{xs}' xmlns:xsi='{xsi}'><e xsi:type='xs:int'>5</e><e xsi:type=' xs:boolean '>true</e><e>7</e></r>", "{\"e\":5}\n{\"e\":true}\n{\"e\":\"7\"}\n")]
    [InlineData("<r xmlns:xsd='{xs}' xmlns:xsi='{xsi}'><e><f xsi:type='xsd:int'>5</f><f xsi:type='xsd:int'>6</f></e></r>", "{\"e\":{\"f\":[{\"@xmlns:xsd\":\"{xs}\",\"#text\":5},{\"@xmlns:xsd\":\"{xs}\",\"#text\":6}]}}\n")]
    [InlineData("<r xmlns:xs='u' xmlns:xsi='{xsi}'><e xmlns:xs='{xs}'><f xsi:type='xs:int'>5</f></e><e xsi:type='xs:int'>5</e></r>", "{\"e\":{\"f\":5}}\n{\"e\":{\"@xmlns:xs\":\"u\",\"#text\":\"5\"}}\n")]
    [InlineData("<r xmlns:xsi='{xsi}'><h xmlns:xs='{xs}'/><e xsi:type='xs:int'>5</e><e xsi:type='int'>5</e><e xsi:type=':int'>5</e></r>", "{\"e\":\"5\"}\n{\"e\":\"5\"}\n{\"e\":\"5\"}\n")]
    public void The_prefix_of_a_type_may_be_declared_above(string xml, string expected)
    {
        static string Named(string text) => text.Replace("{xs}", "http://www.w3.org/2001/XMLSchema", StringComparison.Ordinal).Replace("{xsi}", "http://www.w3.org/2001/XMLSchema-instance", StringComparison.Ordinal);
        var convention = JsonConvention.Default with { Types = TypeRule.Strings.WithSchemaInstance() };
        Convert(Named(xml), "/r/e", out var lines, convention);
        Assert.Equal(Named(expected), lines);
        AssertAsTrees(Named(xml), ["/r/e", "**/f"], convention, XmlParserOptions.Default);
    }

    [Theory]
    [InlineData("<r xml:space='preserve'><e> <f/> </e><e/></r>", "{\"e\":{\"@xml:space\":\"preserve\",\"#text\":[\" \",\" \"],\"f\":null}}\n{\"e\":{\"@xml:space\":\"preserve\"}}\n")]
    [InlineData("<r xml:space='preserve'><e xml:space='default'> <f/> </e></r>", "{\"e\":{\"@xml:space\":\"default\",\"f\":null}}\n")]
    [InlineData("<r xml:space='preserve'><h xml:space='default'><e> <f/> </e></h><e> </e></r>", "{\"e\":{\"f\":null}}\n{\"e\":{\"@xml:space\":\"preserve\",\"#text\":\" \"}}\n")]
    [InlineData("<r xmlns='u' xml:space='preserve'><e a='1'> <f/></e></r>", "{\"e\":{\"@xmlns\":\"u\",\"@xml:space\":\"preserve\",\"@a\":\"1\",\"#text\":\" \",\"f\":null}}\n")]
    public void White_space_that_is_preserved_above_is_preserved(string xml, string expected)
    {
        var summary = Convert(xml, "**/e", out var lines);
        Assert.Equal((expected, 0L), (lines, summary.LeftOut));
        AssertAsTrees(xml, ["**/e", "**/f"], JsonConvention.Default, XmlParserOptions.Default);
    }

    [Fact]
    public void What_is_inherited_is_the_same_in_a_line_and_in_the_tree_of_the_record()
    {
        // A tree uses either of two prefixes for one namespace.
        var attribute = Gen.OneOf(
            " xmlns:s='u'", " i:type='t:int'", " xmlns:t='http://www.w3.org/2001/XMLSchema'", " i:type='s:int'", " i:type='t:string'", " i:type='x:y'", " xmlns='v'", " xml:space='preserve'", " xml:space='default'", " s:a='1'");
        var element = Gen.Recursive<string>((depth, inner) => Gen.Select(
            Gen.OneOf("a", "b", "e"),
            attribute.Array[0, 3],
            depth > 3 ? Gen.OneOf("5", " ", "").Select(text => text) : Gen.OneOf(inner, Gen.OneOf("5", " ", "")).Array[0, 3].Select(string.Concat),
            (name, attributes, content) => $"<{name}{string.Concat(attributes.DistinctBy(text => text[..text.IndexOf('=', StringComparison.Ordinal)]))}>{content}</{name}>"));
        element.Sample(
            root =>
            {
                var xml = $"<r xmlns:i='http://www.w3.org/2001/XMLSchema-instance' xmlns:s='w'>{root}</r>";
                foreach (var convention in (MappingConvention[])[JsonConvention.Default, JsonConvention.Default with { Types = TypeRule.Strings.WithSchemaInstance() }, LosslessConvention.Default])
                {
                    AssertAsTrees(xml, ["**/e", "/r/*/*"], convention, XmlParserOptions.Default);
                }
            },
            iter: 5000);
    }

    [Theory]
    [MemberData(nameof(Conventions))]
    public void A_line_is_what_the_tree_of_the_record_becomes(string convention) =>
        LosslessDocuments.Document.Sample(xml => AssertAsTrees(xml, ["/r/*", "**/a", "/*", "/r/p:a/*", "**/{u}b"], ByName[convention], WithDtd), iter: 2000);

    // A tree uses either of two prefixes for one namespace; the lines keep the one that is written.
    [Fact]
    public void A_line_is_what_the_tree_of_the_record_becomes_under_any_keyed_convention() =>
        Gen.Select(Generated.Document, Generated.Convention).Sample((xml, convention) => AssertAsTrees(xml.Replace("xmlns:x='u'", "xmlns:x='y'", StringComparison.Ordinal), ["/*/*", "**/b"], convention, XmlParserOptions.Default), iter: 5000);

    [Theory]
    [InlineData("<r xmlns:p='u'><p:e/><e><p:f/><p:f><p:g/></p:f></e></r>", "/r/*", "{\"p:e\":{\"@xmlns:p\":\"u\"}}\n{\"e\":{\"p:f\":[{\"@xmlns:p\":\"u\"},{\"@xmlns:p\":\"u\",\"p:g\":null}]}}\n")]
    [InlineData("<r xmlns:p='u' xmlns:q='v'><e p:a='1' b='2'/><e xmlns:p='w' p:a='1'/></r>", "/r/*", "{\"e\":{\"@xmlns:p\":\"u\",\"@p:a\":\"1\",\"@b\":\"2\"}}\n{\"e\":{\"@xmlns:p\":\"w\",\"@p:a\":\"1\"}}\n")]
    [InlineData("<r xmlns='u'><s xmlns=''><e/></s><e><f xmlns=''/><g/></e></r>", "**/e", "{\"e\":null}\n{\"e\":{\"@xmlns\":\"u\",\"f\":{\"@xmlns\":\"\"},\"g\":null}}\n")]
    [InlineData("<r xml:lang='de'><e xml:lang='en'/></r>", "/r/e", "{\"e\":{\"@xml:lang\":\"en\"}}\n")]
    public void Declarations_that_names_need_come_along(string xml, string path, string expected)
    {
        Convert(xml, path, out var lines);
        Assert.Equal(expected, lines);
    }

    [Theory]
    [InlineData("<r><e/></r>", "/r/e", 0, 0)]
    [InlineData("<r a='1' xmlns:x='u' b='2'><e/></r>", "/r/e", 2, 1)]
    [InlineData("<r>\n<e/> text <!--c--> more<e/><![CDATA[x]]>y</r>", "/r/e", 3, 2)]
    [InlineData("<r><e/><f a='1'>text<g/></f><f/></r>", "/r/e", 2, 1)]
    [InlineData("<r><f><e/>t</f></r>", "/r/*/e", 1, 1)]
    [InlineData("<r a='1'/>", "/r/e", 1, 1)]
    public void What_is_in_no_record_is_counted(string xml, string path, int count, int line)
    {
        for (var length = 1; length <= xml.Length; length++)
        {
            using var stream = new ShortReadStream(Encoding.UTF8.GetBytes(xml), length);
            var summary = Xml.ToJsonLines(stream, path, Stream.Null);
            Assert.Equal((count, count == 0 ? 0 : line), ((int)summary.LeftOut, (int)summary.FirstLeftOut.Line));
        }
    }

    [Fact]
    public void Lines_hold_no_comments()
    {
        var output = new ArrayBufferWriter<byte>();
        var summary = Xml.ToJsonLines("<r><rec><a>1</a><!--x\ny--></rec></r>"u8, "/r/rec", output, JsonConvention.Newtonsoft);
        Assert.Equal("{\"rec\":{\"a\":\"1\"}}\n", Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.Equal(1, summary.Report.Count(MappingLossKind.Comment));
    }

    [Fact]
    public void The_report_is_the_sum_with_the_first_places()
    {
        var summary = Convert("<r>\n<e>1</e>\n<e><!--c--><f/><g/><f/></e>\n<e><!--c--><!--d--></e></r>", "/r/e", out _);
        Assert.Equal(
            [
                new MappingLoss(MappingLossKind.Comment, 3, new TextPosition(3, 4, 16), "/r/e", "/e"),
                new MappingLoss(MappingLossKind.SiblingOrder, 1, new TextPosition(3, 20, 32), "/r/e/f", "/e"),
            ],
            summary.Report.Losses);
    }

    [Fact]
    public void Every_cut_and_every_door_gives_the_same_lines()
    {
        var xml = "<r xmlns:p='u'>\n<e p:a='&lt;1'>text &amp; text<f>é😀</f></e><e>&bad;</e><e><![CDATA[x]]></e><g/><e><f/>t<f/></e>t</r>"u8.ToArray();
        var options = new JsonLinesOptions { OnError = RecordErrorPolicy.Skip };
        var expected = Outcome(output => Xml.ToJsonLines(xml.AsSpan(), "/r/e", output, linesOptions: options));
        Assert.Contains("3 written, 1 damaged, 2 left out at 2:", expected, StringComparison.Ordinal);
        for (var length = 1; length <= xml.Length; length++)
        {
            using var stream = new ShortReadStream(xml, length);
            Assert.Equal(expected, Outcome(output => Streamed(stream, output, options)));
        }
    }

    [Fact]
    public async Task Every_door_without_blocking_gives_the_same_lines()
    {
        var xml = "<r xmlns:p='u'>\n<e p:a='&lt;1'>text</e><e>&bad;</e><e/></r>"u8.ToArray();
        var options = new JsonLinesOptions { OnError = RecordErrorPolicy.Skip };
        var expected = new ArrayBufferWriter<byte>();
        Xml.ToJsonLines(xml.AsSpan(), "/r/e", expected, linesOptions: options);
        for (var length = 1; length <= xml.Length; length += 3)
        {
            using var stream = new ShortReadStream(xml, length, yields: true);
            using var output = new MemoryStream();
            var summary = await Xml.ToJsonLinesAsync(stream, "/r/e", output, linesOptions: options);
            Assert.Equal((2, 1), (summary.Written, summary.Damaged));
            Assert.Equal(Encoding.UTF8.GetString(expected.WrittenSpan), Encoding.UTF8.GetString(output.ToArray()));

            using var piped = new ShortReadStream(xml, length, yields: true);
            var pipe = new Pipe();
            await Xml.ToJsonLinesAsync(PipeReader.Create(piped), "/r/e", pipe.Writer, linesOptions: options);
            await pipe.Writer.CompleteAsync();
            using var received = new MemoryStream();
            await pipe.Reader.CopyToAsync(received);
            Assert.Equal(output.ToArray(), received.ToArray());
        }
    }

    [Fact]
    public async Task A_pipe_whose_reader_has_gone_ends_the_conversion()
    {
        var pipe = new Pipe();
        await pipe.Reader.CompleteAsync();
        var input = PipeReader.Create(new MemoryStream(Encoding.UTF8.GetBytes($"<r>{string.Concat(Enumerable.Repeat("<e/>", 100_000))}</r>")));
        Assert.InRange((await Xml.ToJsonLinesAsync(input, "/r/e", pipe.Writer)).Written, 1, 50_000);
    }

    [Fact]
    public void A_file_is_there_whole_or_not_at_all()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (good, bad, lines) = (Path.Combine(folder.FullName, "good.xml"), Path.Combine(folder.FullName, "bad.xml"), Path.Combine(folder.FullName, "lines"));
            File.WriteAllText(good, "<r><e>1</e></r>");
            File.WriteAllText(bad, "<r><e>1</e></broken>");
            Assert.Equal(1, Xml.ToJsonLinesFile(good, "/r/e", lines).Written);
            Assert.Throws<XmlSyntaxException>(() => Xml.ToJsonLinesFile(bad, "/r/e", lines));
            Assert.Equal("{\"e\":\"1\"}\n", File.ReadAllText(lines));
            Assert.Equal(3, folder.GetFiles().Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Lines_are_passed_on_before_more_is_read()
    {
        using var output = new MemoryStream();
        var seen = new List<long>();
        using var input = new ObservedReads("<r><e/><e/>"u8.ToArray(), () => seen.Add(output.Length));
        Assert.Throws<XmlSyntaxException>(() => Xml.ToJsonLines(input, "/r/e", output));
        Assert.Equal([0, 2 * "{\"e\":null}\n".Length], seen);
    }

    [Fact]
    public async Task Cancelling_ends_it()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Xml.ToJsonLinesAsync(new MemoryStream("<r><e/></r>"u8.ToArray()), "/r/e", new MemoryStream(), cancellationToken: cancelled.Token));
    }

    [Fact]
    public void An_output_that_fails_ends_it()
    {
        using var output = new FullStream();
        Assert.Throws<IOException>(() => Xml.ToJsonLines(new MemoryStream("<r><e/></r>"u8.ToArray()), "/r/e", output));

        // The parser of this thread is as good as new.
        Assert.Equal(1, Convert("<r><e/></r>", "/r/e", out _).Written);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Convert("<r/>", "r", out _));
        Assert.Throws<ArgumentNullException>(() => Xml.ToJsonLines(null!, "/r", Stream.Null));
        Assert.Throws<ArgumentNullException>(() => Xml.ToJsonLines(Stream.Null, null!, Stream.Null));
        Assert.Throws<ArgumentNullException>(() => Xml.ToJsonLines(Stream.Null, "/r", (Stream)null!));
    }

    [Fact]
    public void Records_in_the_text_of_entities_are_records()
    {
        var xml = "<!DOCTYPE r [<!ENTITY e '<e>1</e><e>2</e>'>]><r>&e;<e>&e;</e></r>";
        Convert(xml, "/r/e", out var lines, options: new JsonLinesOptions { Parser = WithDtd });
        Assert.Equal("{\"e\":\"1\"}\n{\"e\":\"2\"}\n{\"e\":{\"e\":[\"1\",\"2\"]}}\n", lines);
    }

    internal static JsonLinesSummary Convert(string xml, string path, out string lines, MappingConvention? convention = null, JsonLinesOptions? options = null, MappingOptions? mapping = null)
    {
        var output = new ArrayBufferWriter<byte>();
        try
        {
            return Xml.ToJsonLines(Encoding.UTF8.GetBytes(xml).AsSpan(), path, output, convention, mapping, options);
        }
        finally
        {
            lines = Encoding.UTF8.GetString(output.WrittenSpan);
        }
    }

    private static void AssertAsTrees(string xml, string[] paths, MappingConvention convention, XmlParserOptions parser)
    {
        foreach (var path in paths)
        {
            var expected = new StringBuilder();
            var errors = 0;
            foreach (var record in Xml.LoadEach(Encoding.UTF8.GetBytes(xml), path, new RecordOptions { Parser = parser }))
            {
                var line = new ArrayBufferWriter<byte>();
                using var sink = new JsonSink(line, convention);
                try
                {
                    record.WriteTo(sink);
                    expected.Append(Encoding.UTF8.GetString(line.WrittenSpan)).Append('\n');
                }
                catch (MappingException)
                {
                    errors++;
                }
            }

            var summary = Convert(xml, path, out var lines, convention, new JsonLinesOptions { Parser = parser, OnError = RecordErrorPolicy.Skip });
            Assert.Equal(expected.ToString(), lines);
            Assert.Equal((lines.Count(c => c == '\n'), errors), ((int)summary.Written, (int)summary.Damaged));
            foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                using var json = JsonDocument.Parse(line, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
                Assert.NotEqual(JsonValueKind.Undefined, json.RootElement.ValueKind);
            }
        }
    }

    private static JsonLinesSummary Streamed(Stream xml, ArrayBufferWriter<byte> output, JsonLinesOptions options)
    {
        using var stream = new MemoryStream();
        var summary = Xml.ToJsonLines(xml, "/r/e", stream, linesOptions: options);
        output.Write(stream.ToArray());
        return summary;
    }

    private static string Outcome(Func<ArrayBufferWriter<byte>, JsonLinesSummary> convert)
    {
        var output = new ArrayBufferWriter<byte>();
        var summary = convert(output);
        return $"{Encoding.UTF8.GetString(output.WrittenSpan)}{summary.Written} written, {summary.Damaged} damaged, {summary.LeftOut} left out at {summary.FirstLeftOut}: {summary.FirstError?.Message}; {summary.Report}";
    }

    private sealed class ObservedReads(byte[] bytes, Action beforeRead) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer)
        {
            beforeRead();
            return base.Read(buffer);
        }
    }

    private sealed class FullStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("There is no room.");
    }
}
