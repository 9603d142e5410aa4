using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace XmlJson.Tests.Sources;

/// <summary>The table of docs/error-messages.md says what the library says.</summary>
public partial class ErrorMessageTests
{
    private static readonly XmlParserOptions Options = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse };

    [Fact]
    public void The_table_of_messages_is_true()
    {
        var rows = File.ReadLines(Repository.PathOf("docs", "error-messages.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();

        Assert.True(rows.Count >= 100, $"{rows.Count} rows.");
        Assert.All(rows, row =>
        {
            var cells = Cells().Match(row);
            Assert.True(cells.Success, row);
            var document = Unescape(cells.Groups[1].Value);
            Assert.Equal(Unescape(cells.Groups[2].Value), MessageOf(document));
        });
    }

    private static string MessageOf(string document)
    {
        var discard = default(Discard);
        return Assert.Throws<XmlSyntaxException>(() => Xml.Parse(Encoding.UTF8.GetBytes(document), ref discard, Options)).Message;
    }

    private static string Unescape(string cell) => Escapes().Replace(cell, escape => escape.Value switch
    {
        @"\n" => "\n",
        @"\r" => "\r",
        @"\t" => "\t",
        @"\|" => "|",
        _ => ((char)int.Parse(escape.Value[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
    });

    [GeneratedRegex(@"^\| `(.*?)` \| `(.*?)` \| ", RegexOptions.CultureInvariant)]
    private static partial Regex Cells();

    [GeneratedRegex(@"\\(?:[nrt|]|u[0-9A-F]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}
