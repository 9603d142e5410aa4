using System.Text;
using System.Text.Unicode;
using XmlJson.Tests.Cases;
using XmlJson.Tests.Reading;

namespace XmlJson.Tests.Laws;

/// <summary>A document that is written in another encoding gives the same events at the same places.</summary>
public class EveryEncodingTests
{
    private static readonly (string Name, Encoding Encoding, int Mark)[] Encodings =
    [
        ("UTF-16LE", new UnicodeEncoding(false, true), 2),
        ("UTF-16BE", new UnicodeEncoding(true, true), 2),
        ("UTF-32LE", new UTF32Encoding(false, true), 4),
        ("UTF-32BE", new UTF32Encoding(true, true), 4),
    ];

    public static TheoryData<string> Groups => [.. XmlCases.Groups];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_encoding_gives_the_same_events_and_places(string group)
    {
        foreach (var one in XmlCases.Of(group).Where(CanBeTranscoded))
        {
            var expected = new Recorder();
            var expectedError = Feedings.Whole.Run(one.Document, one.Options, expected).Error;
            var text = Encoding.UTF8.GetString(one.Document);
            foreach (var (name, encoding, mark) in Encodings)
            {
                byte[] document = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
                foreach (var feeding in (Feeding[])[Feedings.Whole, Feedings.Fed("by 1", length => Cuts.Chunks(length, 1)), Feedings.Stream(7)])
                {
                    var found = new Recorder();
                    var error = feeding.Run(document, one.Options, found).Error;
                    Assert.Equal(
                        (one.Name, name, feeding.Name, string.Join('\n', expected.Events.Select(recorded => Move(recorded, one.Document, encoding, mark)))),
                        (one.Name, name, feeding.Name, string.Join('\n', found.Events)));
                    Assert.Equal((one.Name, name, WithoutOffset(expectedError)), (one.Name, name, WithoutOffset(error)));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Text_gives_the_same_events_and_places(string group)
    {
        var strings = new Feeding("text", (parser, document, handler) =>
        {
            var status = parser.Parse(Encoding.UTF8.GetString(document).AsSpan(), ref handler);
            while (status == ParseStatus.Stopped)
            {
                status = parser.Resume(ref handler);
            }

            return status;
        });
        foreach (var one in XmlCases.Of(group).Where(one => Utf8.IsValid(one.Document) && !one.Document.AsSpan().StartsWith("\uFEFF"u8) && !one.Expected.Contains("Encoding", StringComparison.Ordinal)))
        {
            using var parser = new Utf8XmlParser(one.Options);
            var expected = Feedings.Whole.Run(parser, one.Document);
            Laws.Same(expected, one, strings, parser);
            Laws.Same(expected, one, strings, parser, new Recorder { StopsEvery = 1 });
            Laws.Same(expected, one, strings, parser, new Recorder { StopsEvery = 3 });
        }
    }

    [Fact]
    public void Text_keeps_no_encoding()
    {
        var handler = new Recorder();
        using var parser = new Utf8XmlParser();

        Assert.Equal(ParseStatus.Completed, parser.Parse("\uFEFF<?xml version='1.0' encoding='UTF-16'?><a>é</a>", ref handler));
        Assert.Contains(handler.Events, recorded => recorded.What == "Text é");
    }

    [Theory]
    [InlineData("<a>x*y</a>", '\ud800', 5)]
    [InlineData("<a>x*y</a>", '\udc00', 5)]
    [InlineData("<a>x*", '\ud800', 5)]
    [InlineData("<a>😀*</a>", '\ud83d', 5)]
    public void Half_a_pair_in_text_is_refused_where_it_stands(string shape, char half, int column)
    {
        // Half a pair in the data itself would not survive the test runner.
        var document = shape.Replace('*', half);
        foreach (var before in (int[])[0, 1, 59, 60, 61, 62, 63, 64, 8000, 8189, 8190, 8191])
        {
            var handler = new Recorder { AsksPositions = false };
            using var parser = new Utf8XmlParser();
            var error = Assert.Throws<XmlSyntaxException>(() => parser.Parse(new string(' ', before) + document, ref handler));

            Assert.Equal((XmlErrorCode.InvalidEncoding, (long)column + before), (error.Code, error.Position.Column));
        }
    }

    private static bool CanBeTranscoded(CaseFile one) =>
        Utf8.IsValid(one.Document) && !one.Document.AsSpan().StartsWith("\uFEFF"u8) && one.Document.AsSpan().IndexOf("<?xml "u8) < 0 && one.Document.AsSpan().IndexOf("<?xml\t"u8) < 0
        && !one.Expected.Contains("Encoding", StringComparison.Ordinal) && one.Document.Length > 0;

    // Where the event stands in the other encoding.
    private static RecordedEvent Move(RecordedEvent recorded, byte[] document, Encoding encoding, int mark)
    {
        var before = Encoding.UTF8.GetString(document.AsSpan(0, (int)recorded.Position.ByteOffset));
        return recorded with { Position = recorded.Position with { ByteOffset = mark + encoding.GetByteCount(before) } };
    }

    private static string WithoutOffset(string error) =>
        System.Text.RegularExpressions.Regex.Replace(error, "offset -?[0-9]+", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
}
