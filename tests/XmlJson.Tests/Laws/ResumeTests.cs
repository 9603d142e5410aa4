using XmlJson.Tests.Cases;
using XmlJson.Tests.Reading;

namespace XmlJson.Tests.Laws;

/// <summary>A parse that is stopped and resumed gives what one without a stop gives, in every way of feeding.</summary>
public class ResumeTests
{
    public static TheoryData<string, int> GroupsAndStops
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var group in XmlCases.Groups)
            {
                foreach (var every in (int[])[1, 2, 3, 5])
                {
                    data.Add(group, every);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(GroupsAndStops))]
    public void Stopping_after_every_nth_event_changes_nothing(string group, int every)
    {
        foreach (var one in XmlCases.Of(group))
        {
            using var parser = new Utf8XmlParser(one.Options);
            var whole = Feedings.Whole.Run(parser, one.Document);
            foreach (var feeding in Feedings.InOne.Concat(new[] { 1, 7, 4096 }.SelectMany(Feedings.InChunks)))
            {
                Laws.Same(whole, one, feeding, parser, new Recorder { StopsEvery = every });
            }
        }
    }

    [Theory]
    [MemberData(nameof(GroupsAndStops))]
    public void Stopping_without_asking_for_places_changes_no_error(string group, int every)
    {
        foreach (var one in XmlCases.Of(group).Where(one => !one.IsAccepted))
        {
            using var parser = new Utf8XmlParser(one.Options);
            var whole = Feedings.Whole.Run(parser, one.Document, new Recorder { AsksPositions = false });
            foreach (var feeding in Feedings.InOne.Concat(new[] { 1, 7, 4096 }.SelectMany(Feedings.InChunks)))
            {
                Laws.Same(whole, one, feeding, parser, new Recorder { AsksPositions = false, StopsEvery = every });
            }
        }
    }

    [Fact]
    public void A_stopped_parse_reports_nothing_more()
    {
        var stop = new Recorder { StopsEvery = 2 };
        var handler = stop;
        using var parser = new Utf8XmlParser();

        Assert.Equal(ParseStatus.Stopped, parser.Parse("<a><b/>&not looked at"u8, ref handler));
        Assert.Equal(ParseStatus.Stopped, parser.Status);
        Assert.Equal(2, stop.Calls);
    }

    [Fact]
    public void Only_a_stopped_parser_is_resumed()
    {
        var handler = new Recorder();
        using var parser = new Utf8XmlParser();

        Assert.Throws<InvalidOperationException>(() => parser.Resume(ref handler));
        parser.Feed("<a>"u8, ref handler);
        Assert.Throws<InvalidOperationException>(() => parser.Resume(ref handler));
        parser.Feed("</a>"u8, ref handler);
        parser.Complete(ref handler);
        Assert.Throws<InvalidOperationException>(() => parser.Resume(ref handler));
    }
}
