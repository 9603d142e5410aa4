using XmlJson.Tests.Reading;

namespace XmlJson.Tests.Laws;

/// <summary>What a handler does wrong is its own exception, or a clear error; the parser is not harmed by it.</summary>
public class MisbehavingHandlerTests
{
    private static readonly byte[] Document = "<?xml version='1.0'?><!--c--><a b='c'>text&amp;<![CDATA[d]]><e/><?p q?>\r\n<f xmlns='u'>x</f></a>"u8.ToArray();

    private static IEnumerable<Feeding> Ways => Feedings.InOne.Concat(new[] { 1, 7, 4096 }.SelectMany(Feedings.InChunks));

    [Fact]
    public void A_handler_that_throws_at_the_nth_event_ends_the_parse_with_its_exception()
    {
        var calls = CallsOf(Document);
        foreach (var way in Ways)
        {
            using var parser = new Utf8XmlParser();
            var expected = Feedings.Whole.Run(parser, Document);
            for (var n = 1; n <= calls; n++)
            {
                var thrown = new OperationCanceledException($"{n}");
                var caught = Record.Exception(() => way.Read(parser, Document, new Recorder { AtEvent = call => ThrowIf(call == n, thrown) }));

                Assert.Same(thrown, caught);
                var handler = new Recorder();
                Assert.Throws<InvalidOperationException>(() => parser.Feed(" "u8, ref handler));
                Assert.Throws<InvalidOperationException>(() => parser.Complete(ref handler));
                Laws.Same(expected, $"after a throw at {n}", way, way.Run(parser, Document));
            }
        }
    }

    [Fact]
    public void A_handler_that_uses_its_parser_is_told_so_and_the_parse_goes_on()
    {
        foreach (var way in Ways)
        {
            using var parser = new Utf8XmlParser();
            var expected = Feedings.Whole.Run(parser, Document);
            foreach (var (name, misuse) in Misuses(parser))
            {
                var found = way.Run(parser, Document, new Recorder { AtEvent = _ => Assert.Throws<InvalidOperationException>(misuse) });
                Laws.Same(expected, $"handler that calls {name}", way, found);
                Laws.Same(expected, $"after a handler that calls {name}", way, way.Run(parser, Document));
            }
        }
    }

    [Fact]
    public void A_handler_that_disposes_its_parser_does_no_harm()
    {
        foreach (var way in Ways)
        {
            using var parser = new Utf8XmlParser();
            var expected = Feedings.Whole.Run(Document);

            Laws.Same(expected, "handler that disposes", way, way.Run(parser, Document, new Recorder { AtEvent = _ => parser.Dispose() }));
        }
    }

    [Fact]
    public void A_handler_may_use_another_parser()
    {
        using var inner = new Utf8XmlParser();
        var expected = Feedings.Whole.Run(Document);
        foreach (var way in Ways)
        {
            var innerOutcomes = new List<Outcome>();
            var found = way.Run(Document, recorder: new Recorder
            {
                AtEvent = _ =>
                {
                    innerOutcomes.Add(Feedings.Whole.Run(inner, Document));
                    var events = new EventCounter();
                    Xml.Parse(Document, ref events);
                    Assert.Equal(3, events.Elements);
                },
            });

            Laws.Same(expected, "handler that parses", way, found);
            Assert.All(innerOutcomes, outcome => Assert.Equal(expected, outcome));
        }
    }

    [Fact]
    public void An_exception_between_two_pieces_is_not_needed_to_reset()
    {
        using var parser = new Utf8XmlParser();
        var handler = new Recorder { AtEvent = call => ThrowIf(call == 3, new FormatException()) };
        parser.Feed(Document.AsSpan(0, 30), ref handler);
        Assert.Throws<FormatException>(() => parser.Feed(Document.AsSpan(30), ref handler));
        parser.Reset();

        Assert.True(Feedings.Whole.Run(parser, Document).IsAccepted);
    }

    private static IEnumerable<(string Name, Action Misuse)> Misuses(Utf8XmlParser parser)
    {
        yield return ("Reset", parser.Reset);
        yield return ("Parse", () =>
        {
            var handler = new Discard();
            parser.Parse("<x/>"u8, ref handler);
        }
        );
        yield return ("Parse of text", () =>
        {
            var handler = new Discard();
            parser.Parse("<x/>", ref handler);
        }
        );
        yield return ("Parse of a stream", () =>
        {
            var handler = new Discard();
            parser.Parse(new MemoryStream([1]), ref handler);
        }
        );
        yield return ("Feed", () =>
        {
            var handler = new Discard();
            parser.Feed("<x/>"u8, ref handler);
        }
        );
        yield return ("Complete", () =>
        {
            var handler = new Discard();
            parser.Complete(ref handler);
        }
        );
        yield return ("Resume", () =>
        {
            var handler = new Discard();
            parser.Resume(ref handler);
        }
        );
        yield return ("ParseAsync", () => parser.ParseAsync(new MemoryStream([1]), new Recorder()).GetAwaiter().GetResult());
    }

    private static int CallsOf(byte[] document)
    {
        var recorder = new Recorder();
        Feedings.Whole.Run(document, recorder: recorder);
        return recorder.Calls;
    }

    private static void ThrowIf(bool condition, Exception exception)
    {
        if (condition)
        {
            throw exception;
        }
    }
}
