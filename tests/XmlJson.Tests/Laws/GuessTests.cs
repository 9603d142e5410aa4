using System.Globalization;
using System.Text;
using System.Xml;
using CsCheck;
using XmlJson.Tests.Reading;

namespace XmlJson.Tests.Laws;

/// <summary>A parser guesses from what it read before what comes next. What it read before changes nothing but its speed.</summary>
public class GuessTests
{
    private static readonly Gen<string> Attribute = Gen.Select(
        Gen.OneOf(" ", " ", " ", "\n", "\r\n  ", "  ", "\n        ", "\n                                        ", ""),
        Gen.OneOf("a", "b", "ab", "xml:lang", "p:a", "q:a", "xmlns", "xmlns:p", "xmlns:q", "a-name-that-is-longer-than-patterns", "é"),
        Gen.OneOf("=\"", "=\"", "=\"", "='", " = \""),
        Gen.OneOf("", "v", "u", "w", "&lt;&#65;", " &t;", "x\ny", "'", "\"", "long enough to go on behind the end of a block of sixty-four bytes"))
        .Select((space, name, equals, value) => $"{space}{name}{equals}{value}{(equals[^1])}");

    private static readonly Gen<string> Tag = Gen.Select(
        Gen.OneOf("e", "e", "ef", "p:e", "q:e", "an-element-with-a-name-longer-than-patterns"),
        Attribute.Array[0, 4],
        Gen.OneOf(">", ">", "/>", "/>", " />", " >", "\n>"),
        Gen.OneOf("", "\n", "\r\n", "t", "&amp;", "t&lt;u", "&#65;&gt;\n", "&t;", "&e;", "<e>"),
        Gen.OneOf(">", ">", " >", "x>"))
        .Select((name, attributes, end, text, close) =>
            $"<{name}{string.Concat(attributes)}{end}{(end.Contains('/', StringComparison.Ordinal) ? text.TrimStart('<') : text + (text == "<e>" ? "</e>" : "") + $"</{name}{close}")}");

    private static readonly Gen<string> Document = Tag.Array[1, 14].Select(tags => $"<r xmlns:p='u' xmlns:q='w'>{string.Concat(tags)}</r>");

    [Fact]
    public void What_was_read_before_changes_nothing() => Document.Array[8].Sample(
        documents =>
        {
            using var reused = new Utf8XmlParser();
            foreach (var document in documents)
            {
                var bytes = Encoding.UTF8.GetBytes(document);
                using var fresh = new Utf8XmlParser();
                var expected = Feedings.Whole.Run(fresh, bytes);

                Assert.Equal(expected.ToString(), Feedings.Whole.Run(reused, bytes).ToString());
                Assert.Equal(expected.ToString(), Feedings.Fed("by 7", length => Cuts.Chunks(length, 7)).Run(reused, bytes).ToString());
            }
        },
        iter: 3000);

    // What a document type says of elements, attributes and entities; nothing says anything of the last.
    private const string DocumentType =
        """
        <!DOCTYPE r [<!ELEMENT ef (e*)><!ENTITY t "&#60;"><!ENTITY e "x<e a='1' b='&#38;t;'>y</e>"><!ATTLIST e a NMTOKENS "u v" xmlns:p CDATA "t" b CDATA #IMPLIED>
        <!ATTLIST e é CDATA "x"><!ATTLIST ef ab CDATA #FIXED "w" xml:lang NMTOKEN "en"><!ATTLIST p:e b NMTOKENS #IMPLIED q:a CDATA "d">]>
        """;

    private const string Entities = """<!DOCTYPE r [<!ENTITY t "text"><!ENTITY e "x<e a='1' b='&#38;t;'>y</e>">]>""";

    // Each tag alone in a document of its own is one that nothing came before.
    [Theory]
    [InlineData("")]
    [InlineData(Entities)]
    [InlineData(DocumentType)]
    public void Tags_are_read_alike_after_each_other_and_alone(string documentType) => Tag.Array[2, 16].Sample(
        tags =>
        {
            var options = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse };
            var begin = documentType + "<r xmlns:p='u' xmlns:q='w'>";
            var together = new StringBuilder();
            var accepted = new StringBuilder();
            foreach (var tag in tags)
            {
                var alone = Feedings.Whole.Run(Encoding.UTF8.GetBytes($"{begin}{tag}</r>"), options, new Recorder { AsksPositions = false });
                if (alone.IsAccepted)
                {
                    accepted.Append(tag);
                    together.Append(Inside(alone));
                }
            }

            var all = Feedings.Whole.Run(Encoding.UTF8.GetBytes($"{begin}{accepted}</r>"), options, new Recorder { AsksPositions = false });
            Assert.True(all.IsAccepted, all.Error);
            Assert.Equal(Joined(together.ToString()), Joined(Inside(all)));
        },
        iter: 3000);

    // So are those of declared elements what the platform's reader makes of them.
    [Theory]
    [InlineData(Entities)]
    [InlineData(DocumentType)]
    public void Declared_tags_are_what_XmlReader_sees(string documentType) => Tag.Array[2, 16].Sample(
        tags =>
        {
            var options = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse };

            // Which white space is layout it tells otherwise.
            var begin = documentType.Replace("<!ELEMENT ef (e*)>", "", StringComparison.Ordinal) + "<r xmlns:p='u' xmlns:q='w'>";
            var accepted = tags.Where(tag => Feedings.Whole.Run(Encoding.UTF8.GetBytes($"{begin}{tag}</r>"), options).IsAccepted);
            AssertAsXmlReader(Encoding.UTF8.GetBytes($"{begin}{string.Concat(accepted)}</r>"));
        },
        iter: 1000);

    // Four shapes of a tag are kept; the one that is forgotten for another may be the longer of the two, and nothing of it may be left.
    [Theory]
    [InlineData("""<r><e a="" b="" c="" d=""/><e g=""/><e h=""/><e i=""/><e c=""/><e c="" b=""/><e c="1" b="2" c="3"/></r>""", "DuplicateAttribute")]
    [InlineData("""<r><w xmlns:p="u"><e a="" y="" p:c="" d=""/></w><e g=""/><e h=""/><e i=""/><e x=""/><e x="" y=""/><e x="1" y="2" p:c="3"/></r>""", "UndeclaredPrefix")]
    [InlineData("""<r><w xmlns:p="u"><e a="" y="" p:c="" d=""/></w><e g=""/><e h=""/><e i=""/><e x=""/><e x="" y=""/><q xmlns:p="v"><e x="1" y="2" p:c="3"/></q></r>""", "p:c(p:c){v}='3'")]
    [InlineData("""<r><e a="" y="" xmlns:p="u" d=""/><e g=""/><e h=""/><e i=""/><e x=""/><e x="" y=""/><e x="1" y="2" xmlns:p="v"><p:z/></e></r>""", "start p:z(p:z){v}")]
    [InlineData("""<r xmlns:p="out"><e a="" y="" xmlns:p="u" d=""/><e g=""/><e h=""/><e i=""/><e x=""/><e x="" y=""/><e x="1" y="2" xmlns:p="v"><p:z/></e></r>""", "start p:z(p:z){v}")]
    public void A_shape_that_was_forgotten_is_forgotten_whole(string document, string expected) =>
        Assert.Contains(expected, Feedings.Whole.Run(Encoding.UTF8.GetBytes(document)).ToString(), StringComparison.Ordinal);

    // When more tags have none of the shapes known than have one, none is expected for a while, and later again.
    [Fact]
    public void Shapes_that_rest_come_back()
    {
        string[] names = ["a", "b", "c", "d"];
        var random = new Random(7);
        var document = new StringBuilder("<r>");
        for (var i = 0; i < 3000; i++)
        {
            var inOrder = i is > 500 and < 1500;
            if (!inOrder)
            {
                random.Shuffle(names);
            }

            document.Append("<e");
            foreach (var name in inOrder ? ["a", "b", "c", "d"] : names[..random.Next(1, 5)])
            {
                document.Append(CultureInfo.InvariantCulture, $" {name}=\"{name}{i}\"");
            }

            document.Append("/>");
        }

        document.Append("</r>");
        AssertAsXmlReader(Encoding.UTF8.GetBytes(document.ToString()));

        var wrong = document.ToString().Replace("</r>", "<e a='' b='' a=''/></r>", StringComparison.Ordinal);
        Assert.Contains("DuplicateAttribute", Feedings.Whole.Run(Encoding.UTF8.GetBytes(wrong)).ToString(), StringComparison.Ordinal);
    }

    // Tags of one name that part at any attribute, also where prefixes are bound anew, and more names than there are guesses.
    [Fact]
    public void Tags_that_part_from_each_other_are_what_XmlReader_sees() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var random = new Random(seed);
            string[] attributes = [" a", " p:b", " p:c", " q:c", "\n d", " e"];
            string[] uris = ["u", "v"];
            var document = new StringBuilder("<r xmlns:p='u' xmlns:q='v'>");
            for (var i = 0; i < 60; i++)
            {
                var isScope = random.Next(8) == 0;
                if (isScope)
                {
                    document.Append(CultureInfo.InvariantCulture, $"<s xmlns:p='{uris[random.Next(2)]}' xmlns:q='w'>");
                }

                for (var tags = random.Next(1, 4); tags > 0; tags--)
                {
                    var name = random.Next(4) == 0 ? $"n{random.Next(400)}" : "e";
                    document.Append(CultureInfo.InvariantCulture, $"<{name}");
                    foreach (var attribute in attributes)
                    {
                        if (random.Next(10) < 6)
                        {
                            document.Append(CultureInfo.InvariantCulture, $"{attribute}=\"{random.Next(100)}\"");
                        }
                    }

                    document.Append("/>");
                }

                document.Append(isScope ? "</s>" : "");
            }

            document.Append("</r>");
            AssertAsXmlReader(Encoding.UTF8.GetBytes(document.ToString()));
        },
        iter: 300);

    // What is not UTF-8 ends the input, but a tag that is cut there is still compared with what is expected: that may be too long for a comparison, and must lead to no place far behind.
    [Theory]
    [InlineData(" a=''{long spaces}b=''", "e a=''")]
    [InlineData(" a=''{spaces}b=''", "e a=''")]
    [InlineData(" a='' {name}=''", "e a=''")]
    [InlineData(" a=\"\" {name}=\"\"", "f a=\"\"")]
    [InlineData("  {name}=\"\"", "e ")]
    public void What_stands_behind_the_input_leads_nowhere(string attributes, string cut)
    {
        attributes = attributes
            .Replace("{long spaces}", new string(' ', 1_000_000), StringComparison.Ordinal)
            .Replace("{spaces}", new string(' ', 200), StringComparison.Ordinal)
            .Replace("{name}", new string('n', 60_000), StringComparison.Ordinal);
        byte[] broken = [.. Encoding.UTF8.GetBytes($"<r><{cut}"), 0xFF, 0xFF, 0xFF, 0xFF];
        using var parser = new Utf8XmlParser();
        Assert.True(Feedings.Whole.Run(parser, Encoding.UTF8.GetBytes($"<r><e{attributes}/><e{attributes}/><e{attributes}/></r>")).IsAccepted);

        Assert.Equal(Feedings.Whole.Run(broken).ToString(), Feedings.Whole.Run(parser, broken).ToString());
    }

    private static void AssertAsXmlReader(byte[] document)
    {
        var log = new EventLog();
        using var parser = new Utf8XmlParser(XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse });
        parser.Parse(document, ref log);

        var expected = new EventLog();
        using var reader = XmlReader.Create(new MemoryStream(document), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse });
        new XmlReaderSource(reader).Parse(expected);
        Assert.Equal(expected.ToString(), log.ToString());
    }

    // Without the events of the document and of its root element.
    private static string Inside(Outcome outcome)
    {
        var lines = outcome.Events.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(lines[..^2].SkipWhile(line => !line.StartsWith("start r", StringComparison.Ordinal)).Skip(1).Select(line => line + "\n"));
    }

    // Text that follows text is one text.
    private static string Joined(string events)
    {
        var lines = new List<string>();
        foreach (var line in events.Split('\n'))
        {
            if (line.StartsWith("text ", StringComparison.Ordinal) && lines is [.., var last] && last.StartsWith("text ", StringComparison.Ordinal))
            {
                lines[^1] = last + line["text ".Length..];
            }
            else
            {
                lines.Add(line);
            }
        }

        return string.Join('\n', lines);
    }
}
