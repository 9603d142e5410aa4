using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace XmlJson.Tests.Samples;

/// <summary>docs/writing.md shows what every option of the writer does, and what it refuses.</summary>
public sealed partial class WritingGuideTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "writing.md"));

    private static readonly Dictionary<string, Utf8XmlWriterOptions> Options = new(StringComparer.Ordinal)
    {
        ["the defaults"] = Utf8XmlWriterOptions.Default,
        ["Declaration = XmlDeclarationStyle.Always"] = new() { Declaration = XmlDeclarationStyle.Always },
        ["Declaration = XmlDeclarationStyle.Omit"] = new() { Declaration = XmlDeclarationStyle.Omit },
        ["EmptyElements = EmptyElementStyle.SelfClosingWithSpace"] = new() { EmptyElements = EmptyElementStyle.SelfClosingWithSpace },
        ["EmptyElements = EmptyElementStyle.StartAndEndTag"] = new() { EmptyElements = EmptyElementStyle.StartAndEndTag },
        ["Indented = true"] = new() { Indented = true },
        ["Indented = true, ReplaceWhiteSpace = true"] = new() { Indented = true, ReplaceWhiteSpace = true },
        ["Indented = true, IndentSize = 4"] = new() { Indented = true, IndentSize = 4 },
        ["Indented = true, IndentCharacter = '\\t', IndentSize = 1"] = new() { Indented = true, IndentCharacter = '\t', IndentSize = 1 },
        ["Indented = true, NewLine = \"\\r\\n\""] = new() { Indented = true, NewLine = "\r\n" },
        ["Indented = true, IndentLookAhead = 0"] = new() { Indented = true, IndentLookAhead = 0 },
        ["WriteDefaultAttributes = false"] = new() { WriteDefaultAttributes = false },
        ["IsFragment = true"] = new() { IsFragment = true },
    };

    private static readonly Dictionary<string, Action<Utf8XmlWriter>> Refused = new(StringComparer.Ordinal)
    {
        ["`WriteStartElement(\"1a\")`"] = writer => writer.WriteStartElement("1a"),
        ["`WriteStartElement(\"s:a\")`"] = writer =>
        {
            writer.WriteStartElement("s:a");
            writer.WriteEndElement();
        },
        ["`WriteAttribute(\"b\", \"2\")` after one of that name"] = writer =>
        {
            writer.WriteStartElement("a");
            writer.WriteAttribute("b", "1");
            writer.WriteAttribute("b", "2");
            writer.WriteEndElement();
        },
        ["`WriteAttribute(\"b\", \"1\")` after content"] = writer =>
        {
            writer.WriteStartElement("a");
            writer.WriteText("x");
            writer.WriteAttribute("b", "1");
        },
        ["`WriteText(\"\\u0001\")`"] = writer =>
        {
            writer.WriteStartElement("a");
            writer.WriteText("\u0001");
        },
        ["`WriteText(\"x\")` outside the root element"] = writer => writer.WriteText("x"),
        ["`WriteComment(\"a -- b\")`"] = writer => writer.WriteComment("a -- b"),
        ["`WriteProcessingInstruction(\"p\", \"?>\")`"] = writer => writer.WriteProcessingInstruction("p", "?>"),
        ["`WriteElement(\"a\", \"\")` a second time at the root"] = writer =>
        {
            writer.WriteElement("a", "");
            writer.WriteElement("a", "");
        },
    };

    [Fact]
    public void Each_option_writes_what_its_row_shows()
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in OptionRow().Matches(Page).Select(match => match.Groups))
        {
            using var output = new MemoryStream();
            using (var writer = new Utf8XmlWriter(output, Options[row["option"].Value]))
            {
                Xml.Parse(row["xml"].Value, writer, XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse });
            }

            Assert.Equal(row["written"].Value, Encoding.UTF8.GetString(output.ToArray()).Replace('\n', '⏎').Replace('\r', '␍').Replace('\t', '⇥'));
            shown.Add(row["option"].Value);
        }

        Assert.Equal(Options.Keys.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_option_is_mentioned() => Assert.All(
        typeof(Utf8XmlWriterOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance),
        option => Assert.Contains(option.Name, Page, StringComparison.Ordinal));

    [Fact]
    public void Each_call_is_refused_as_its_row_says()
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in RefusedRow().Matches(Page).Select(match => match.Groups))
        {
            var writer = new Utf8XmlWriter(new MemoryStream());
            var error = Assert.ThrowsAny<SystemException>(() => Refused[row["call"].Value](writer));
            Assert.StartsWith(row["message"].Value, error.Message, StringComparison.Ordinal);
            shown.Add(row["call"].Value);
        }

        Assert.Equal(Refused.Keys.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `?(?<option>[^|`]+)`? \| `(?<xml><[^`]*)` \| `(?<written><[^`]*)` \|$", RegexOptions.Multiline)]
    private static partial Regex OptionRow();

    [GeneratedRegex(@"^\| (?<call>`Write[^|]*) \| `(?<message>[^|]*)` \|$", RegexOptions.Multiline)]
    private static partial Regex RefusedRow();
}
