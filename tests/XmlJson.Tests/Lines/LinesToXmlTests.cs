using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using CsCheck;
using XmlJson.Mapping;
using XmlJson.Tests.Mapping;
using XmlJson.Tests.Reading;
using XmlJson.Trees;

namespace XmlJson.Tests.Lines;

/// <summary>Lines of JSON → XML: a line is the element that it would be as a text of its own.</summary>
public class LinesToXmlTests
{
    /// <summary>Lines, the root's name and that of the items, and the document.</summary>
    public static TheoryData<string, string?, string> Documents { get; } = new()
    {
        { "", null, "<records>\n</records>\n" },
        { "\n\r\n \t\n", null, "<records>\n</records>\n" },
        { "{\"a\":1}\n{\"b\":{\"@c\":\"<\"}}\n", null, "<records>\n<a>1</a>\n<b c=\"&lt;\"/>\n</records>\n" },
        { "{\"a\":1}\r\n\r\n  {\"a\":2}", null, "<records>\n<a>1</a>\n<a>2</a>\n</records>\n" },
        { "\uFEFF{\"a\":1}\n", null, "<records>\n<a>1</a>\n</records>\n" },
        { "{\"a\":1,\"b\":2}\n[1]\n3\nnull", null, "<records>\n<root><a>1</a><b>2</b></root>\n<root><item>1</item></root>\n<root>3</root>\n<root/>\n</records>\n" },
        { "{\"a\":1,\"b\":2}\n{\"a\":1}\n[1,2]\n3\nnull\n{\"@k\":1}", "row", "<records>\n<row><a>1</a><b>2</b></row>\n<row><a>1</a></row>\n<row><item>1</item><item>2</item></row>\n<row>3</row>\n<row/>\n<row k=\"1\"/>\n</records>\n" },
        { "{\"p:a\":{\"@xmlns:p\":\"u\",\"p:b\":1}}\n{\"a\":{\"@xmlns\":\"v\"}}", null, "<records>\n<p:a xmlns:p=\"u\"><p:b>1</p:b></p:a>\n<a xmlns=\"v\"/>\n</records>\n" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Each_line_is_an_element(string lines, string? item, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(lines);
        var options = new JsonLinesOptions { ItemName = item };
        var whole = new ArrayBufferWriter<byte>();
        Json.LinesToXml(bytes.AsSpan(), whole, linesOptions: options);
        Assert.Equal(expected, Encoding.UTF8.GetString(whole.WrittenSpan));
        for (var length = 1; length <= bytes.Length; length++)
        {
            using var stream = new ShortReadStream(bytes, length);
            using var output = new MemoryStream();
            Json.LinesToXml(stream, output, linesOptions: options);
            Assert.Equal(expected, Encoding.UTF8.GetString(output.ToArray()));
        }
    }

    [Fact]
    public void Lines_are_what_they_would_be_alone() =>
        Generated.Json.Select(json => json.ReplaceLineEndings(" ")).Array[0, 6].Sample(
            lines =>
            {
                var expected = new StringBuilder("<records>\n");
                var damaged = 0;
                foreach (var line in lines)
                {
                    try
                    {
                        expected.Append(Json.ToXml(line)).Append('\n');
                    }
                    catch (MappingException)
                    {
                        damaged++;
                    }
                }

                var summary = Convert(string.Join('\n', lines), out var xml, new JsonLinesOptions { OnError = RecordErrorPolicy.Skip });
                Assert.Equal(expected.Append("</records>\n").ToString(), xml);
                Assert.Equal((lines.Length - damaged, damaged), ((int)summary.Written, (int)summary.Damaged));
            },
            iter: 3000);

    [Theory]
    [InlineData("default", false)]
    [InlineData("lossless", true)]
    [InlineData("jsonml", true)]
    public void Records_come_back(string name, bool mixed)
    {
        MappingConvention convention = name switch { "lossless" => LosslessConvention.Default, "jsonml" => JsonMLConvention.Default, _ => JsonConvention.Default };
        var records = $"<e a='1'><f>x</f></e>\n<p:e xmlns:p='u' p:a='&lt;'/>\n{(mixed ? "<e>t<f/>u<f/></e>\n" : "")}<e>é😀</e>\n";
        var lines = new ArrayBufferWriter<byte>();
        Xml.ToJsonLines(Encoding.UTF8.GetBytes($"<records>\n{records}</records>"), "/records/*", lines, convention);
        var xml = new ArrayBufferWriter<byte>();
        Assert.True(Json.LinesToXml(lines.WrittenSpan, xml, convention).Report.IsEmpty);
        Assert.Equal($"<records>\n{records.Replace('\'', '"')}</records>\n", Encoding.UTF8.GetString(xml.WrittenSpan));
    }

    [Theory]
    [InlineData("{\"a\":1}\n\n{\"é\":x}\n{\"b\":2}", "x", 2, 6)]
    [InlineData("{\"a\":1}\n{\"c\":1\n{\"b\":2}", "{\"c\":1", 1, 6)]
    [InlineData("{\"a\":1}\n{} {}\n{\"b\":2}", "{} {}", 1, 3)]
    [InlineData("{\"a\":1}\r\n{\"c\":[1,]}\r\n{\"b\":2}", "]}", 1, 8)]
    public void What_is_no_JSON_is_told_with_its_line(string lines, string at, int line, int position)
    {
        Assert.Contains(at, lines, StringComparison.Ordinal);
        var xml = "";
        var error = Assert.Throws<JsonException>(() => Convert(lines, out xml));
        Assert.Equal((line, position), ((int)error.LineNumber!, (int)error.BytePositionInLine!));
        Assert.StartsWith("Record 2: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith($" LineNumber: {line} | BytePositionInLine: {position}.", error.Message, StringComparison.Ordinal);
        Assert.Equal("<records>\n<a>1</a>\n", xml);

        var reported = new List<DamagedRecord>();
        var summary = Convert(lines, out xml, new JsonLinesOptions { OnError = RecordErrorPolicy.Report, Report = reported.Add });
        Assert.Equal("<records>\n<a>1</a>\n<b>2</b>\n</records>\n", xml);
        var bad = Assert.Single(reported);
        Assert.Equal((1, error.Message, line + 1, 2, 1), (bad.Index, bad.Error.Message, bad.Position.Line, summary.Written, summary.Damaged));
        var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(lines)[(int)bad.Position.ByteOffset..(int)bad.End]);
        Assert.Equal(lines.Split('\n')[line], text);
    }

    [Theory]
    [InlineData("{\"é\":{\"#text\":{\"@a\":1}}}", MappingErrorCode.ValueNotScalar)]
    [InlineData("{\"é\":{\"@a\":[1]}}", MappingErrorCode.ValueNotScalar)]
    [InlineData("{\"é\":[[[[[[1]]]]]]}", MappingErrorCode.DepthLimit)]
    [InlineData("{\"é\":\"0123456789012345678901234567890123456789\"}", MappingErrorCode.BufferLimit)]
    [InlineData("{\"é\":\"\\u0000\"}", MappingErrorCode.InvalidCharacter)]
    public void What_cannot_be_XML_is_told_with_its_line(string refused, MappingErrorCode code)
    {
        var bytes = Encoding.UTF8.GetBytes($"{{\"a\":1}}\n{refused}\n{{\"b\":2}}");
        for (var length = 1; length <= bytes.Length; length++)
        {
            var reported = new List<DamagedRecord>();
            using var stream = new ShortReadStream(bytes, length);
            using var output = new MemoryStream();
            var options = new JsonLinesOptions { OnError = RecordErrorPolicy.Report, Report = reported.Add, MaxLineLength = 40 };
            Json.LinesToXml(stream, output, options: new MappingOptions { MaxDepth = 5 }, linesOptions: options);
            Assert.Equal("<records>\n<a>1</a>\n<b>2</b>\n</records>\n", Encoding.UTF8.GetString(output.ToArray()));
            var bad = Assert.Single(reported);
            var error = Assert.IsType<MappingException>(bad.Error);
            Assert.Equal((1, code, 2), (bad.Index, error.Code, error.Position.Line));
            Assert.Equal(refused, Encoding.UTF8.GetString(bytes[(int)bad.Position.ByteOffset..(int)bad.End]));
            Assert.InRange(error.Position.ByteOffset, bad.Position.ByteOffset, bad.End);
            Assert.StartsWith("Record 2: ", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Places_are_those_in_the_whole_input()
    {
        var summary = Convert("{\"a\":\"1\"}\n\n{\"é\":{\"b\":[]}}\n{\"c\":[true,{\"d\":[]}]}\n", out _);
        Assert.Equal(
            [(MappingLossKind.ValueType, 1, 4), (MappingLossKind.EmptyArray, 2, 3)],
            summary.Report.Losses.Where(loss => loss.Kind is MappingLossKind.ValueType or MappingLossKind.EmptyArray).Select(loss => (loss.Kind, (int)loss.Count, (int)loss.FirstPosition.Line)));
        Assert.Equal(Encoding.UTF8.GetByteCount("{\"a\":\"1\"}\n\n{\"é\":{\"b\":["), summary.Report.Losses.Single(loss => loss.Kind == MappingLossKind.EmptyArray).FirstPosition.ByteOffset);
    }

    [Fact]
    public void A_record_brings_no_prolog()
    {
        var output = new ArrayBufferWriter<byte>();
        using var lossless = new MemoryStream();
        foreach (var xml in (string[])["<?xml version='1.0'?><a>1</a>", "<!--c--><a>2</a><?p d?>", "<!DOCTYPE a><a>3</a>"])
        {
            var line = new ArrayBufferWriter<byte>();
            Xml.ToJson(Encoding.UTF8.GetBytes(xml), line, LosslessConvention.Default, parserOptions: XmlParserOptions.Default with { DtdProcessing = System.Xml.DtdProcessing.Parse });
            lossless.Write(line.WrittenSpan);
            lossless.Write("\n"u8);
        }

        var summary = Json.LinesToXml(lossless.ToArray(), output, LosslessConvention.Default, linesOptions: new JsonLinesOptions { OnError = RecordErrorPolicy.Skip });
        Assert.Equal("<records>\n<a>1</a>\n<!--c--><a>2</a><?p d?>\n</records>\n", Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.Equal((1, 1), (summary.Damaged, summary.Report.Count(MappingLossKind.XmlDeclaration)));
        Assert.Equal(MappingErrorCode.InvalidDocumentType, Assert.IsType<MappingException>(summary.FirstError).Code);
    }

    [Fact]
    public void Records_may_be_indented_within()
    {
        var output = new ArrayBufferWriter<byte>();
        Json.LinesToXml("{\"a\":{\"b\":{\"c\":1}}}\n{\"a\":2}"u8, output, writerOptions: new Utf8XmlWriterOptions { Indented = true, Declaration = XmlDeclarationStyle.Always });
        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <records>
            <a>
              <b>
                <c>1</c>
              </b>
            </a>
            <a>2</a>
            </records>

            """,
            Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("p:a")]
    [InlineData("1")]
    public void A_root_needs_a_name(string name) => Assert.Throws<ArgumentException>(() => Convert("{}", out _, new JsonLinesOptions { RootName = name }));

    [Fact]
    public void Items_are_named_under_keyed_conventions_alone()
    {
        var options = new JsonLinesOptions { ItemName = "row" };
        Assert.Throws<ArgumentException>(() => Json.LinesToXml(default, new ArrayBufferWriter<byte>(), LosslessConvention.Default, linesOptions: options));
        Assert.Throws<ArgumentException>(() => Convert("{}", out _, new JsonLinesOptions { ItemName = "a b" }));
    }

    [Fact]
    public async Task Every_door_without_blocking_gives_the_same_document()
    {
        var lines = "{\"a\":1}\n{\"b\":x}\n{\"c\":[1,2]}"u8.ToArray();
        var options = new JsonLinesOptions { OnError = RecordErrorPolicy.Skip };
        var expected = new ArrayBufferWriter<byte>();
        Json.LinesToXml(lines.AsSpan(), expected, linesOptions: options);
        for (var length = 1; length <= lines.Length; length++)
        {
            using var stream = new ShortReadStream(lines, length, yields: true);
            using var output = new MemoryStream();
            Assert.Equal(1, (await Json.LinesToXmlAsync(stream, output, linesOptions: options)).Damaged);
            Assert.Equal(expected.WrittenSpan.ToArray(), output.ToArray());
            using var piped = new ShortReadStream(lines, length, yields: true);
            var pipe = new Pipe();
            await Json.LinesToXmlAsync(PipeReader.Create(piped), pipe.Writer, linesOptions: options);
            await pipe.Writer.CompleteAsync();
            using var received = new MemoryStream();
            await pipe.Reader.CopyToAsync(received);
            Assert.Equal(output.ToArray(), received.ToArray());
        }

        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Json.LinesToXmlAsync(new MemoryStream(lines), new MemoryStream(), cancellationToken: cancelled.Token));
    }

    [Fact]
    public void A_file_is_there_whole_or_not_at_all()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (good, bad, xml) = (Path.Combine(folder.FullName, "good"), Path.Combine(folder.FullName, "bad"), Path.Combine(folder.FullName, "xml"));
            File.WriteAllText(good, "{\"a\":1}");
            File.WriteAllText(bad, "{\"a\":1}\n{");
            Assert.Equal(1, Json.LinesToXmlFile(good, xml).Written);
            Assert.Throws<JsonException>(() => Json.LinesToXmlFile(bad, xml));
            Assert.Equal("<records>\n<a>1</a>\n</records>\n", File.ReadAllText(xml));
            Assert.Equal(3, folder.GetFiles().Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_million_lines_and_one_of_a_million_values_take_linear_time()
    {
        var many = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":1}\n", Effort.Million)));
        Assert.Equal(Effort.Million, Json.LinesToXml(new MemoryStream(many), Stream.Null).Written);
        var longLine = Encoding.UTF8.GetBytes($"{{\"a\":[{string.Join(',', Enumerable.Repeat("1", Effort.Million))}]}}\n{{}}");
        using var shortReads = new ShortReadStream(longLine, 100);
        Assert.Equal(2, Json.LinesToXml(shortReads, Stream.Null).Written);
        using var again = new ShortReadStream(longLine, 100);
        Assert.Equal((1, 1), (Json.LinesToXml(again, Stream.Null, linesOptions: new JsonLinesOptions { MaxLineLength = 1000, OnError = RecordErrorPolicy.Skip }) is var summary ? (summary.Written, summary.Damaged) : default));
        var blank = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("\n", Effort.Million)));
        Assert.Equal(0, Json.LinesToXml(new MemoryStream(blank), Stream.Null).Written);
    }

    private static JsonLinesSummary Convert(string lines, out string xml, JsonLinesOptions? options = null)
    {
        var output = new ArrayBufferWriter<byte>();
        try
        {
            return Json.LinesToXml(Encoding.UTF8.GetBytes(lines), output, linesOptions: options);
        }
        finally
        {
            xml = Encoding.UTF8.GetString(output.WrittenSpan);
        }
    }
}
