using System.Globalization;

namespace XmlJson.Cli.Tests;

public sealed class StatsTests
{
    [Fact]
    public void The_parts_are_counted()
    {
        const string Document = "<?xml version='1.0'?><r xmlns:p='u'><a k='12'>x&amp;y</a><a k=''/><p:a><k/><![CDATA[z]]></p:a><!--c--><?pi?></r>";

        var run = CommandRun.WithInput(Document, "stats");
        var values = run.Lines.Select(line => line.Split('\t')).ToDictionary(fields => fields[0], fields => fields[1], StringComparer.Ordinal);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("5", values["elements"]);
        Assert.Equal("3", values["attributes"]);
        Assert.Equal("1", values["namespace declarations"]);
        Assert.Equal("4", values["text bytes"]);
        Assert.Equal("3", values["attribute value bytes"]);
        Assert.Equal("1", values["cdata sections"]);
        Assert.Equal("1", values["comments"]);
        Assert.Equal("1", values["processing instructions"]);
        Assert.Equal("3", values["depth"]);
        Assert.Equal("5", values["names"]);
        Assert.Equal(Document.Length.ToString(CultureInfo.InvariantCulture), values["bytes"]);
        var speed = double.Parse(values["MB/s"], CultureInfo.InvariantCulture);
        var time = double.Parse(values["seconds"], CultureInfo.InvariantCulture);
        Assert.True(time > 0);
        Assert.Equal(Document.Length / 1e6 / time, speed, 0.06);
    }

    [Fact]
    public void A_bad_document_has_no_statistics()
    {
        var run = CommandRun.WithInput("<a><b/>", "stats", "-");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("-:1:8: ", run.Error, StringComparison.Ordinal);
    }
}
