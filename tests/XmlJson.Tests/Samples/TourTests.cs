using Tour;
using XmlJson.ElementTree;

namespace XmlJson.Tests.Samples;

/// <summary>What samples/Tour prints, held to tests/cases/tour.txt.</summary>
public sealed class TourTests
{
    [Fact]
    public void The_tour_prints_what_the_seed_programs_print()
    {
        using var output = new StringWriter { NewLine = "\n" };
        Stops.All(output, Path.Combine(Repository.Root, "samples"));

        var expected = File.ReadAllText(Path.Combine(Repository.Root, "tests", "cases", "tour.txt"));
        Assert.Equal(expected, output.ToString());
    }

    [Fact]
    public void The_books_are_twelve_in_both_formats()
    {
        var books = Path.Combine(Repository.Root, "samples", "books");
        using var document = Xml.LoadFile(books + ".xml");
        var json = Json.LoadFile(books + ".json")!["books"]!.AsArray();

        Assert.Equal(12, document.Root.Count);
        Assert.Equal(12, json.Count);
    }
}
