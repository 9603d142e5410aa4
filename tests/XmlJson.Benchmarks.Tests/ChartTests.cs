using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace XmlJson.Benchmarks.Tests;

public sealed class ChartTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly ComparisonRow[] Rows =
    [
        new("a.xml", "events", "XmlReader", 100, 1, 1.5, 9, "a machine · of parts"),
        new("a.xml", "events", "xmljson-struct", 420.25, 4.2025, 0, 9, "a machine · of parts"),
        new("<&>.xml", "events", "XmlReader", 80, 1, 1.5, 9, "a machine · of parts"),
        new("<&>.xml", "events", "xmljson-struct", 40, 0.5, 0, 9, "a machine · of parts"),
        new("*", "events", "XmlReader", 89.4, 1, 1.5, 9, "a machine · of parts"),
        new("*", "events", "xmljson-struct", 129.6, 1.45, 0, 9, "a machine · of parts"),
        new("a.xml", "limits", "memcpy", 10_000, 1, 0, 9, "a machine · of parts"),
        new("a.xml", "limits", "xmljson-parse", 500, 0.05, 0, 9, "a machine · of parts"),
    ];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("xmljson-benchmarks-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Every_row_has_a_bar_as_long_as_its_ratio_within_its_work()
    {
        var bars = Bars(Draw(Rows));
        var widths = bars.Select(bar => Number(bar, "width")).ToArray();

        Assert.Equal(Rows.Length, bars.Length);
        Assert.Equal(4.2025, widths[1] / widths[0], 0.01);
        Assert.Equal(0.5, widths[3] / widths[2], 0.01);
        Assert.Equal(0.05, widths[7] / widths[6], 0.01);
        Assert.Equal("<&>.xml, xmljson-struct: 0.50× · 40 MB/s", bars[3].Element(Svg + "title")!.Value);
    }

    [Fact]
    public void Contenders_keep_their_colours_from_file_to_file()
    {
        var colors = Bars(Draw(Rows)).Select(bar => bar.Attribute("fill")!.Value).ToArray();

        Assert.Equal([colors[0], colors[1], colors[0], colors[1]], colors[2..6]);
        Assert.NotEqual(colors[0], colors[1]);
    }

    [Fact]
    public void Nothing_lies_outside_or_on_another_bar()
    {
        var svg = Draw(Rows);
        var bars = Bars(svg);
        for (var i = 1; i < bars.Length; i++)
        {
            Assert.True(Number(bars[i], "y") >= Number(bars[i - 1], "y") + Number(bars[i - 1], "height"), $"Bar {i} lies on the one before.");
        }

        Assert.All(bars, bar => Assert.InRange(Number(bar, "x") + Number(bar, "width"), 0, Number(svg, "width")));
        Assert.All(svg.Descendants(Svg + "text"), text => Assert.InRange(Number(text, "y"), 0, Number(svg, "height")));
    }

    [Fact]
    public void Titles_machine_and_contenders_are_named()
    {
        var texts = Draw(Rows).Elements(Svg + "text").Select(text => text.Value).ToArray();

        Assert.Contains($"events: {Work.Events.Title}", texts);
        Assert.Contains($"limits: {Work.Limits.Title}", texts);
        Assert.Contains("a machine · of parts", texts);
        Assert.Contains("geometric mean", texts);
        Assert.Equal(["XmlReader", "memcpy", "xmljson-parse", "xmljson-struct"], texts.Intersect(Rows.Select(row => row.Contender)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_results_give_the_same_bytes()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        RatioChart.Draw(first, Rows);
        RatioChart.Draw(second, Rows);

        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Fact]
    public void The_verb_draws_what_compare_wrote()
    {
        using (var results = File.Create(PathOf("r.json")))
        {
            Report.WriteJson(results, Rows);
        }

        Assert.Equal(0, ChartCommand.Create().Parse([PathOf("r.json"), "--output", PathOf("r.svg")]).Invoke());
        Assert.Equal(Rows.Length, Bars(XElement.Load(PathOf("r.svg"))).Length);
        Assert.Equal(0, ChartCommand.Create().Parse([PathOf("r.json"), "--work", "limits", "--output", PathOf("r.svg")]).Invoke());
        Assert.Equal(2, Bars(XElement.Load(PathOf("r.svg"))).Length);
        Assert.Equal(1, ChartCommand.Create().Parse([PathOf("missing.json"), "--output", PathOf("m.svg")]).Invoke());
    }

    [Fact]
    public void Results_are_read_as_they_were_written()
    {
        using var stream = new MemoryStream();
        Report.WriteJson(stream, Rows);
        stream.Position = 0;

        Assert.Equal(Rows, Report.ReadJson(stream));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""[{"file":"a.xml"}]""")]
    [InlineData("""[{"file":"a.xml","work":"events","contender":"x","mbPerSecond":0,"ratio":0,"allocatedPerByte":0,"rounds":1}]""")]
    [InlineData("[null]")]
    public void What_is_no_result_is_refused(string json) => Assert.Throws<JsonException>(() => Report.ReadJson(new MemoryStream(Encoding.UTF8.GetBytes(json))));

    private static XElement Draw(IReadOnlyList<ComparisonRow> rows)
    {
        using var stream = new MemoryStream();
        RatioChart.Draw(stream, rows);
        stream.Position = 0;
        return XElement.Load(stream);
    }

    private static XElement[] Bars(XElement svg) => [.. svg.Descendants(Svg + "rect").Where(bar => bar.Attribute("class")?.Value == "bar")];

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private string PathOf(string name) => Path.Combine(_directory.FullName, name);
}
