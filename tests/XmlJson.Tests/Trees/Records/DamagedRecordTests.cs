using System.Text;
using System.Xml;
using CsCheck;
using XmlJson.Dom;
using XmlJson.Tests.Reading;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.Records;

/// <summary>Records that are not well-formed, between others that are.</summary>
public class DamagedRecordTests
{
    private static RecordOptions Reporting { get; } = new() { OnError = RecordErrorPolicy.Report };

    /// <summary>A damaged record, what of the input it is taken to be (all of it where null), and what is wrong.</summary>
    public static TheoryData<string, string?, XmlErrorCode> Damages { get; } = new()
    {
        { "<e>a & b</e>", null, XmlErrorCode.InvalidReference },
        { "<e>a < b</e>", null, XmlErrorCode.InvalidMarkup },
        { "<e>&undeclared;</e>", null, XmlErrorCode.UndeclaredEntity },
        { "<e>\u0001</e>", null, XmlErrorCode.InvalidCharacter },
        { "<e>]]></e>", null, XmlErrorCode.CDataEndInText },
        { "<e><f></e>", null, XmlErrorCode.MismatchedEndTag },
        { "<e></f></e>", null, XmlErrorCode.MismatchedEndTag },
        { "<e><f></g></e>", null, XmlErrorCode.MismatchedEndTag },
        { "<e><f a='1' a='2'/></e>", null, XmlErrorCode.DuplicateAttribute },
        { "<e><f a=1>text</f></e>", null, XmlErrorCode.ExpectedQuote },
        { "<e><f a='<'>text</f></e>", null, XmlErrorCode.LessThanInAttribute },
        { "<e><p:f>text</p:f></e>", null, XmlErrorCode.UndeclaredPrefix },
        { "<e><![CDATA[ </e> \u0001 </e> ]]> </e>", null, XmlErrorCode.InvalidCharacter },
        { "<e>&<![CDATA[ </e> ]]><!-- </e> --> </e>", null, XmlErrorCode.InvalidReference },
        { "<e>&<e>nested</e><e/></e>", null, XmlErrorCode.InvalidReference },
        { "<e><e>&</e></e>", null, XmlErrorCode.InvalidReference },
        { "<e><e></e>&</e>", null, XmlErrorCode.InvalidReference },
        { "<e>&<ee></ee><e.x></e.x></e>", null, XmlErrorCode.InvalidReference },
        { "<e>&</e \n>", null, XmlErrorCode.InvalidReference },
        { "<e></e x>&</e>", null, XmlErrorCode.ExpectedTagEnd },
        { "<e a=1>text</e>", null, XmlErrorCode.ExpectedQuote },
        { "<e a=1/>", null, XmlErrorCode.ExpectedQuote },
        { "<e a='1' a='2'><f/></e>", null, XmlErrorCode.DuplicateAttribute },
        { "<e p:a='1'>text</e>", null, XmlErrorCode.UndeclaredPrefix },
        { "<e xmlns:p='u' xmlns:q='u' p:a='1' q:a='1'>text</e>", null, XmlErrorCode.DuplicateExpandedName },
        { "<e xmlns:p='u' a=''>&</e>", null, XmlErrorCode.InvalidReference },
        { "<e><!-- a -- b --></e>", null, XmlErrorCode.DoubleHyphenInComment },
        { "<e><?xml a?></e>", null, XmlErrorCode.MisplacedXmlDeclaration },
        { "<e>&#0;</e>", null, XmlErrorCode.ForbiddenCharacterReference },
    };

    [Theory]
    [InlineData("p:-")]
    [InlineData("a:b:c")]
    [InlineData("é·:1")]
    public void A_name_that_is_refused_in_a_damaged_record_is_refused_again(string name)
    {
        var document = Encoding.UTF8.GetBytes($"<r xmlns:p='u'><{name}/><{name}/></r>");
        Assert.Throws<XmlSyntaxException>(() => Xml.Parse(document, new EventLog()));

        Assert.All(Xml.LoadEach(document, "/r/*", Reporting).Select(record => record.IsDamaged), Assert.True);

        Assert.Throws<XmlSyntaxException>(() => Xml.Parse(document, new EventLog()));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void What_is_damaged_is_reported_and_what_follows_is_read(string damaged, string? extent, XmlErrorCode code)
    {
        extent ??= damaged;
        var head = "<r xmlns:h='urn:h'>\n<s a='1'>\n<e>before</e>";
        var xml = Encoding.UTF8.GetBytes($"{head}{damaged}<e h:x='1'>behind</e></s><s a='2'><e>last</e></s></r>");
        for (var length = 1; length < xml.Length + 50; length += length < 20 ? 1 : 29)
        {
            using var stream = new ShortReadStream(xml, length);
            var records = Xml.LoadEach(stream, "/r/s/e", Reporting).Select(record => (Record: record, Text: record.IsDamaged ? "" : record.AsNode().TextContent!)).ToArray();
            Assert.Equal(["before", "", "behind", "last"], records.Select(record => record.Text));
            Assert.Equal([0L, 1, 2, 3], records.Select(record => record.Record.Index));
            var bad = records[1].Record;
            Assert.Equal(code, bad.Error!.Code);
            Assert.Equal(extent, Encoding.UTF8.GetString(xml[(int)bad.Position.ByteOffset..(int)bad.End]));
            Assert.Equal(new TextPosition(3, 1 + "<e>before</e>".Length, head.Length), bad.Position);
            Assert.Same(bad.Error, Assert.Throws<XmlSyntaxException>(() => bad.Document));
            Assert.Same(bad.Error, Assert.Throws<XmlSyntaxException>(() => bad.AsNode()));
            Assert.Equal(bad.End, records[2].Record.Position.ByteOffset);
        }
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_record_can_be_left_out(string damaged, string? extent, XmlErrorCode code)
    {
        Assert.True(extent is null && Enum.IsDefined(code));
        var records = Xml.LoadEach(Encoding.UTF8.GetBytes($"<s><e/>{damaged}<e/></s>"), "/s/e", new RecordOptions { OnError = RecordErrorPolicy.Skip });
        Assert.Equal([0L, 2], records.Select(record => record.Index));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_record_ends_the_reading_as_a_rule(string damaged, string? extent, XmlErrorCode code)
    {
        Assert.Null(extent);
        var xml = $"<s><e/>{damaged}<e/></s>";
        var seen = 0;
        var error = Assert.Throws<XmlSyntaxException>(() =>
        {
            foreach (var record in Xml.LoadEach(Encoding.UTF8.GetBytes(xml), "/s/e"))
            {
                seen++;
                Assert.False(record.IsDamaged);
            }
        });
        Assert.Equal((1, code), (seen, error.Code));
        Assert.Equal(Assert.Throws<XmlSyntaxException>(() => DocumentLoader.Load(xml)).Message, error.Message);
    }

    // Nothing ends such a record but its parent, or nothing at all.
    [Theory]
    [InlineData("<r><e>1</e><e>& <e>2</e></r>", "1|!<e>& <e>2</e>")]
    [InlineData("<r><e>1</e><e><f></r>", "1|!<e><f>")]
    [InlineData("<r><e>1</e><e></r>", "1|!<e>")]
    [InlineData("<r><e>1</e><e>&</e", "1|throws")]
    [InlineData("<r><e>1</e><e>&", "1|throws")]
    [InlineData("<r><e>1</e><e><![CDATA[ </e></r>", "1|throws")]
    [InlineData("<r><e>1</e><e>text", "1|throws")]
    [InlineData("<r><e>1</e>", "1|throws")]
    [InlineData("<r><e>1</e>&<e>2</e></r>", "1|throws")]
    [InlineData("<r><e>1</e></q><e>2</e></r>", "1|throws")]
    [InlineData("<r><e>1</e><q a=1/><e>2</e></r>", "1|throws")]
    [InlineData("<r><q><e>&</e></q><e>2</e></r>", "throws")]
    [InlineData("<r><e>1</e></r>&", "1|throws")]
    [InlineData("<r>\uFFFE<e>1</e></r>", "throws")]
    public void What_cannot_be_passed_over_is_an_error_whatever_the_policy(string text, string expected)
    {
        var xml = Encoding.UTF8.GetBytes(text);
        for (var length = 1; length <= xml.Length; length++)
        {
            var seen = new List<string>();
            try
            {
                using var stream = new ShortReadStream(xml, length);
                foreach (var record in Xml.LoadEach(stream, "/r/e", Reporting))
                {
                    seen.Add(record.IsDamaged ? "!" + Encoding.UTF8.GetString(xml[(int)record.Position.ByteOffset..(int)record.End]) : record.AsNode().TextContent!);
                }
            }
            catch (XmlSyntaxException)
            {
                seen.Add("throws");
            }

            Assert.Equal(expected, string.Join('|', seen));
        }
    }

    [Fact]
    public void A_damaged_root_can_be_a_record()
    {
        var record = Assert.Single(Xml.LoadEach(Encoding.UTF8.GetBytes("<r>&</r> <!-- end -->"), "/r", Reporting).ToArray());
        Assert.Equal((XmlErrorCode.InvalidReference, 8L), (record.Error!.Code, record.End));
    }

    [Fact]
    public void Invalid_bytes_damage_only_their_record()
    {
        byte[] xml = [.. "<r><e>1</e><e>"u8, 0xFF, 0xC0, .. "</e><e>3</e></r>"u8];
        var records = Xml.LoadEach(xml, "/r/e", Reporting).Select(record => record.IsDamaged ? record.Error.Code.ToString() : record.AsNode().TextContent!);
        Assert.Equal(["1", "InvalidEncoding", "3"], records);
    }

    [Fact]
    public void Another_encoding_is_no_hindrance()
    {
        var xml = Encoding.BigEndianUnicode.GetBytes("\uFEFF<r><e>é</e><e>é & é</e><e>ü</e></r>");
        var records = Xml.LoadEach(xml, "/r/e", Reporting).ToArray();
        Assert.Equal([false, true, false], records.Select(record => record.IsDamaged));
        Assert.Equal("<e>é & é</e>", Encoding.BigEndianUnicode.GetString(xml[(int)records[1].Position.ByteOffset..(int)records[1].End]));
    }

    [Fact]
    public void An_error_in_an_entity_damages_the_record_that_refers_to_it()
    {
        var xml = "<!DOCTYPE r [<!ENTITY bad '<f>'><!ENTITY worse '<e><f></e>'><!ENTITY good '<e>3</e>'>]><r><e>1</e><e>&bad;</e><e>2</e>&good;</r>";
        var options = Reporting with { Parser = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse } };
        Assert.Equal(["1", "!", "2", "3"], Texts(xml));

        // A record that begins in an entity would have to end there, but what is wrong is behind the reference by then.
        Assert.Throws<XmlSyntaxException>(() => Texts(xml.Replace("&good;", "&worse;", StringComparison.Ordinal)));

        string[] Texts(string text) => [.. Xml.LoadEach(Encoding.UTF8.GetBytes(text), "/r/e", options).Select(record => record.IsDamaged ? "!" : record.AsNode().TextContent!)];
    }

    [Theory]
    [InlineData(RecordErrorPolicy.Fail)]
    [InlineData(RecordErrorPolicy.Skip)]
    [InlineData(RecordErrorPolicy.Report)]
    public void A_record_has_a_greatest_size(RecordErrorPolicy policy)
    {
        var large = "<e><e>" + string.Concat(Enumerable.Repeat("<f a='1'>text<!--c--></f>", 100)) + "</e></e>";
        var xml = Encoding.UTF8.GetBytes($"<r><e>1</e>{large}<e>2</e><e>{new string('x', 5000)}</e><e>3</e></r>");
        var options = new RecordOptions { OnError = policy, MaxRecordSize = 4000 };
        var seen = new List<string>();
        void Read()
        {
            foreach (var record in Xml.LoadEach(xml, "/r/e", options))
            {
                seen.Add(record.IsDamaged ? $"!{record.Error.Code} {record.End - record.Position.ByteOffset}" : record.AsNode().TextContent!);
            }
        }

        if (policy == RecordErrorPolicy.Fail)
        {
            Assert.Equal(XmlErrorCode.RecordSizeLimit, Assert.Throws<XmlSyntaxException>(Read).Code);
        }
        else
        {
            Read();
        }

        Assert.Equal(
            policy switch
            {
                RecordErrorPolicy.Fail => ["1"],
                RecordErrorPolicy.Skip => ["1", "2", "3"],
                _ => ["1", $"!RecordSizeLimit {large.Length}", "2", $"!RecordSizeLimit {5007}", "3"],
            },
            seen);
        Assert.Equal(5, Xml.LoadEach(xml, "/r/e", options with { MaxRecordSize = 20_000 }).Count());
    }

    [Fact]
    public void A_limit_of_the_parser_damages_one_record()
    {
        var options = Reporting with { Parser = XmlParserOptions.Default with { MaxDepth = 3, MaxAttributes = 2 } };
        var xml = Encoding.UTF8.GetBytes("<r><e><f><g/></f></e><e a='1' b='2' c='3'/><e a='1' b='2'/></r>");
        var codes = Xml.LoadEach(xml, "/r/e", options).Select(record => record.Error?.Code);
        Assert.Equal([XmlErrorCode.DepthLimit, XmlErrorCode.AttributeCountLimit, null], codes);
    }

    [Fact]
    public void A_document_that_is_too_long_is_refused()
    {
        var options = Reporting with { Parser = XmlParserOptions.Default with { MaxDocumentLength = 20 } };
        Assert.Equal(XmlErrorCode.DocumentLengthLimit, Assert.Throws<XmlSyntaxException>(() => Xml.LoadEach(Encoding.UTF8.GetBytes("<r><e>1</e><e>2</e></r>"), "/r/e", options).Count()).Code);
    }

    // Nothing in these texts looks like an end tag of the record, or begins what would hide one.
    [Fact]
    public void Damage_stays_where_it_is_however_the_input_is_cut() =>
        Gen.Select(Gen.Int[0, 13].Select(i => "<>&'\"=/ab ];#x"[i]).Array[0, 12].Select(string.Concat).Array[1, 6], Gen.Int[1, 60]).Sample(
            (texts, length) =>
            {
                var xml = Encoding.UTF8.GetBytes("<r>" + string.Concat(texts.Select((text, i) => $"<e><n>{i}</n>{text}</e><keep>{i}</keep>")) + "</r>");
                var whole = Collect(new ShortReadStream(xml, xml.Length));
                Assert.Equal(whole, Collect(new ShortReadStream(xml, length)));
                Assert.Equal(2 * texts.Length, whole.Count);
                Assert.All(texts.Index(), text => Assert.StartsWith($"<keep>{text.Index}</keep>", whole[(2 * text.Index) + 1], StringComparison.Ordinal));
            },
            iter: 60_000);

    // Whatever stands in a record: it is read, reported, or refused, and always the same.
    [Fact]
    public void Every_cut_gives_the_same_answer() =>
        Gen.Select(Gen.OneOf("<e>", "</e>", "<e ", "<e/>", "<!--", "-->", "<![CDATA[", "]]>", "<r>", "</r>", "<keep>", "</keep>", "&", "a", "=", "'", "\"", " ", "<", ">", "/", "<?p ", "?>", "é", "\u0001").Array[1, 24], Gen.Int[1, 40]).Sample(
            (pieces, length) =>
            {
                var xml = Encoding.UTF8.GetBytes($"<r><e>{string.Concat(pieces)}</e></r>");
                Assert.Equal(Collect(new ShortReadStream(xml, xml.Length)), Collect(new ShortReadStream(xml, length)));
            },
            iter: 100_000);

    private static List<string> Collect(Stream stream)
    {
        var seen = new List<string>();
        using (stream)
        {
            try
            {
                foreach (var record in Xml.LoadEach(stream, "/r/*", Reporting))
                {
                    seen.Add(record.IsDamaged ? $"!{record.Error.Message} {record.Position} {record.End}" : record.AsNode().ToXml() + record.End);
                }
            }
            catch (XmlSyntaxException error)
            {
                seen.Add("throws " + error.Message);
            }
        }

        return seen;
    }
}
