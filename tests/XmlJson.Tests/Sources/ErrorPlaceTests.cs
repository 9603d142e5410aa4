using System.Text;
using System.Xml;
using XmlJson.Tests.Reading;

namespace XmlJson.Tests.Sources;

/// <summary>An error about an element that is still open says where that began, however the document came.</summary>
public class ErrorPlaceTests
{
    private static readonly XmlParserOptions Options = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse };

    [Theory]
    [InlineData("<a>\n  <b>\u00e9</c></a>", "'b', which began at line 2, column 3:")]
    [InlineData("<a>\r\n\r<b>\r\n</a>", "'b', which began at line 3, column 1:")]
    [InlineData("<a>\n<b/>\n<c></c> <d>", "'d', which began at line 3, column 9, is still open")]
    [InlineData("<!DOCTYPE a [<!ENTITY e '<x></y>'>]><a>&e;</a>", "'x', which began in the same entity:")]
    [InlineData("<!DOCTYPE a [<!ENTITY e 'text<x/>'>]>\n<a>&e;\n<b>&e;</a>", "'b', which began at line 3, column 1:")]
    public void The_start_of_the_open_element_is_told(string document, string expected)
    {
        foreach (var padding in (int[])[0, 100, 5_000, 40_000])
        {
            // In front, so that the element begins behind what a window holds; and behind, so that its start is long gone.
            var text = document.Replace("<a>", "<a>" + new string('.', padding), StringComparison.Ordinal).Replace("</a>", new string('.', padding) + "</a>", StringComparison.Ordinal);
            expected = padding > 0 && expected.Contains("line 1,", StringComparison.Ordinal) ? "line 1," : expected;
            var bytes = Encoding.UTF8.GetBytes(text);
            foreach (var size in (int[])[1, 7, 64, 4096, 33_000, int.MaxValue])
            {
                using var parser = new Utf8XmlParser(Options);
                var outcome = Feedings.Fed($"by {size}", length => Cuts.Chunks(length, Math.Min(size, Math.Max(1, length)))).Run(parser, bytes);
                Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
                Assert.Contains(expected, Feedings.Whole.Run(parser, bytes).Error, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Every_one_of_many_open_elements_is_placed()
    {
        var document = new StringBuilder();
        for (var i = 1; i <= 3000; i++)
        {
            document.Append(' ', i % 7).Append("<e>\n");
        }

        for (var closed = 0; closed < 3000; closed += 300)
        {
            var text = document + string.Concat(Enumerable.Repeat("</e>", closed)) + "</f>";
            var open = 3000 - closed;
            using var parser = new Utf8XmlParser();
            var outcome = Feedings.Fed("by 1000", length => Cuts.Chunks(length, 1000)).Run(parser, Encoding.UTF8.GetBytes(text));
            Assert.Contains($"which began at line {open}, column {(open % 7) + 1}:", outcome.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_stopped_parse_still_knows_where_its_elements_began()
    {
        var document = Encoding.UTF8.GetBytes("<a>\n <b>" + new string('x', 10_000) + "<stop/></a>");
        using var parser = new Utf8XmlParser();
        var handler = new StopAt("stop"u8.ToArray());
        Assert.Equal(ParseStatus.Stopped, parser.Parse(document, ref handler));
        Array.Fill(document, (byte)'\n');

        var error = Assert.Throws<XmlSyntaxException>(() => parser.Resume(ref handler));
        Assert.Contains("'b', which began at line 2, column 2:", error.Message, StringComparison.Ordinal);
    }

    private sealed class StopAt(byte[] name) : ContentHandler
    {
        private Locator? _locator;

        public override void StartDocument(scoped DocumentStart document) => _locator = document.Locator;

        public override void StartElement(scoped in XmlName element, scoped AttributeList attributes)
        {
            if (element.Qualified.SequenceEqual(name))
            {
                _locator!.Stop();
            }
        }
    }
}
