using XmlJson.Tests.Cases;
using XmlJson.Tests.Reading;

namespace XmlJson.Tests.Laws;

/// <summary>However a document is cut and handed over, its events, their places, and its error are the same.</summary>
public class EveryCutTests
{
    public static TheoryData<string> Groups => [.. XmlCases.Groups];

    public static TheoryData<string, int> GroupsAndChunks
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var group in XmlCases.Groups)
            {
                foreach (var size in Cuts.ChunkSizes)
                {
                    data.Add(group, size);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_cut_into_two_gives_the_same_events(string group)
    {
        foreach (var one in XmlCases.Short(group))
        {
            using var parser = new Utf8XmlParser(one.Options);
            var whole = Feedings.Whole.Run(parser, one.Document);
            for (var at = 0; at <= one.Document.Length; at++)
            {
                Laws.Same(whole, one, Feedings.Fed($"in two at {at}", length => Cuts.InTwo(length, at)), parser);
                Laws.Same(whole, one, Feedings.Sequence($"in two at {at}", length => Cuts.InTwo(length, at)), parser);
            }
        }
    }

    [Theory]
    [MemberData(nameof(GroupsAndChunks))]
    public void Chunks_of_every_size_give_the_same_events(string group, int size)
    {
        foreach (var one in XmlCases.Of(group))
        {
            using var parser = new Utf8XmlParser(one.Options);
            var whole = Feedings.Whole.Run(parser, one.Document);
            foreach (var feeding in Feedings.InChunks(size))
            {
                Laws.Same(whole, one, feeding, parser);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_kind_of_handler_is_given_the_same_events(string group)
    {
        foreach (var one in XmlCases.Of(group))
        {
            using var parser = new Utf8XmlParser(one.Options);
            var whole = Feedings.Whole.Run(parser, one.Document);
            foreach (var feeding in Feedings.InOne)
            {
                Laws.Same(whole, one, feeding, parser);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_door_gives_the_same_events(string group)
    {
        var path = Path.GetTempFileName();
        var file = new Feeding("Xml.ParseFile", (_, _, handler) => Xml.ParseFile(path, handler));
        try
        {
            foreach (var one in XmlCases.Of(group).Where(one => one.Options == XmlParserOptions.Default))
            {
                var whole = Feedings.Whole.Run(one.Document);
                File.WriteAllBytes(path, one.Document);
                foreach (var feeding in Feedings.ThroughTheDoor.Append(file))
                {
                    Assert.Equal((one.Name, feeding.Name, whole.ToString()), (one.Name, feeding.Name, feeding.Run(one.Document).ToString()));
                }
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Nobody_asking_for_places_gives_the_same_events_and_error(string group)
    {
        foreach (var one in XmlCases.Of(group))
        {
            using var parser = new Utf8XmlParser(one.Options);
            var asked = Feedings.Whole.Run(parser, one.Document).Error;
            var unasked = Feedings.Whole.Run(parser, one.Document, new Recorder { AsksPositions = false });
            Assert.Equal((one.Name, asked), (one.Name, unasked.Error));
            foreach (var feeding in Cuts.ChunkSizes.SelectMany(Feedings.InChunks))
            {
                var cut = feeding.Run(parser, one.Document, new Recorder { AsksPositions = false });
                Assert.Equal((one.Name, feeding.Name, unasked.ToString()), (one.Name, feeding.Name, cut.ToString()));
            }
        }
    }
}
