using System.Text;
using XmlJson.Tests.Cases;
using XmlJson.Tests.Reading;

namespace XmlJson.Tests.Laws;

/// <summary>The locator's answers, compared with a count by hand.</summary>
public class PlaceTests
{
    public static TheoryData<string> Groups => [.. XmlCases.Groups.Where(group => group != "dtd")];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_event_stands_where_a_plain_walk_finds_it(string group)
    {
        foreach (var one in XmlCases.Of(group).Where(IsUtf8))
        {
            foreach (var feeding in Feedings.InOne.Concat(new[] { 1, 2, 5, 64 }.SelectMany(Feedings.InChunks)))
            {
                var recorder = new Recorder { Pieces = [] };
                feeding.Run(one.Document, one.Options, recorder);
                var walk = new PlainWalk(one.Document);
                foreach (var piece in recorder.Pieces)
                {
                    var expected = PlainWalk.PositionOf(one.Document, walk.Place(piece));
                    if (expected != piece.Position)
                    {
                        Assert.Fail($"{one}, {feeding}: {piece.Kind} '{Encoding.UTF8.GetString(piece.Text)}' stands at {expected}, offset {expected.ByteOffset}, not at {piece.Position}, offset {piece.Position.ByteOffset}.");
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Asking_now_and_then_gives_the_same_places(string group)
    {
        foreach (var one in XmlCases.Of(group))
        {
            var all = new Recorder { Pieces = [] };
            Feedings.Whole.Run(one.Document, one.Options, all);
            foreach (var every in (int[])[2, 3, 7])
            {
                var some = new SometimesAsking(every);
                using var parser = new Utf8XmlParser(one.Options);
                try
                {
                    parser.Parse(one.Document, ref some);
                }
                catch (XmlSyntaxException)
                {
                    // The events before it are what is looked at.
                }

                foreach (var (call, position) in some.Asked)
                {
                    Assert.Equal((one.Name, all.Pieces[call - 1].Position), (one.Name, position));
                }
            }
        }
    }

    [Fact]
    public void Depth_and_path_are_those_of_the_open_elements()
    {
        var recorder = new Recorder();
        Feedings.Whole.Run("<!--0--><a>1<p:b xmlns:p='u'><c/>2</p:b></a><?e?>"u8.ToArray(), recorder: recorder);

        Assert.Equal(
            ["0 /", "0 /", "1 /a", "1 /a", "2 /a/p:b", "3 /a/p:b/c", "3 /a/p:b/c", "2 /a/p:b", "2 /a/p:b", "1 /a", "0 /", "0 /"],
            recorder.Events.Select(recorded => $"{recorded.Depth} {recorded.Path}"));
    }

    [Fact]
    public void A_path_of_many_elements_is_shortened_in_the_middle()
    {
        var document = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 200).Select(i => $"<e{i}>")));
        using var parser = new Utf8XmlParser();
        var handler = new Recorder { AsksPositions = false };
        var error = Assert.Throws<XmlSyntaxException>(() => parser.Parse(document, ref handler));

        Assert.StartsWith("/e0/e1/", error.ElementPath, StringComparison.Ordinal);
        Assert.EndsWith("/e198/e199", error.ElementPath, StringComparison.Ordinal);
        Assert.Contains("/…/", error.ElementPath, StringComparison.Ordinal);
        Assert.DoesNotContain("/e100/", error.ElementPath, StringComparison.Ordinal);
    }

    private static bool IsUtf8(CaseFile one) =>
        System.Text.Unicode.Utf8.IsValid(one.Document) && one.Document.AsSpan().IndexOf((byte)0) < 0 && !HasOtherEncoding(one);

    private static bool HasOtherEncoding(CaseFile one) =>
        one.Expected.Split('\n')[0] is var first && first.Contains("encoding=", StringComparison.Ordinal) && !first.Contains("utf-8", StringComparison.OrdinalIgnoreCase);

    // A class of its own, since a recorder asks always or never.
    private sealed class SometimesAsking(int every) : IContentHandler
    {
        private Locator? _locator;
        private int _calls;

        public List<(int Call, TextPosition Position)> Asked { get; } = [];

        public void StartDocument(scoped DocumentStart document)
        {
            _locator = document.Locator;
            Called();
        }

        public void DocumentType(scoped DocumentTypeDeclaration documentType) => Called();

        public void StartElement(scoped in XmlName name, scoped AttributeList attributes) => Called();

        public void EndElement(scoped in XmlName name) => Called();

        public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => Called();

        public void StartCData() => Called();

        public void EndCData() => Called();

        public void Comment(scoped ReadOnlySpan<byte> text) => Called();

        public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => Called();

        public void SkippedEntity(scoped ReadOnlySpan<byte> name) => Called();

        public void EndDocument() => Called();

        private void Called()
        {
            if (++_calls % every == 0)
            {
                Asked.Add((_calls, _locator!.Position));
            }
        }
    }
}
