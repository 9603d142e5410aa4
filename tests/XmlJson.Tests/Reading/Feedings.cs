using System.Buffers;
using System.IO.Pipelines;

namespace XmlJson.Tests.Reading;

/// <summary>The ways to give a document to a parser.</summary>
internal static class Feedings
{
    /// <summary>The whole document in one span: what all others are compared with.</summary>
    public static Feeding Whole { get; } = new("whole", (parser, document, handler) =>
        ResumeUntilDone(parser, parser.Parse(document, ref handler), ref handler));

    /// <summary>The whole document to a handler behind its interface.</summary>
    public static Feeding WholeByInterface { get; } = new("whole, by interface", (parser, document, recorder) =>
    {
        IContentHandler handler = recorder;
        return ResumeUntilDone(parser, parser.Parse(document, ref handler), ref handler);
    });

    /// <summary>The whole document to a struct.</summary>
    public static Feeding WholeToStruct { get; } = new("whole, to a struct", (parser, document, recorder) =>
    {
        var handler = new RecorderStruct(recorder);
        return ResumeUntilDone(parser, parser.Parse(document, ref handler), ref handler);
    });

    /// <summary>The whole document to a ref struct.</summary>
    public static Feeding WholeToRefStruct { get; } = new("whole, to a ref struct", (parser, document, recorder) =>
    {
        var handler = new RecorderRefStruct(recorder);
        return ResumeUntilDone(parser, parser.Parse(document, ref handler), ref handler);
    });

    /// <summary>Ways that have no pieces to choose.</summary>
    public static IReadOnlyList<Feeding> InOne { get; } = [Whole, WholeByInterface, WholeToStruct, WholeToRefStruct];

    /// <summary>Ways through the front door, for handlers that never stop and default options.</summary>
    public static IReadOnlyList<Feeding> ThroughTheDoor { get; } =
    [
        new("Xml.Parse(span, ref)", (_, document, handler) => Xml.Parse((ReadOnlySpan<byte>)document, ref handler)),
        new("Xml.Parse(span)", (_, document, handler) => Xml.Parse((ReadOnlySpan<byte>)document, handler)),
        new("Xml.Parse(sequence)", (_, document, handler) => Xml.Parse(CutSequence.Of(document, Cuts.Chunks(document.Length, 5)), handler)),
        new("Xml.Parse(stream)", (_, document, handler) => Xml.Parse(new MemoryStream(document), handler)),
        new("Xml.ParseAsync(stream)", (_, document, handler) => Xml.ParseAsync(new ShortReadStream(document, 9, yields: true), handler).GetAwaiter().GetResult()),
        new("Xml.ParseAsync(pipe)", (_, document, handler) => Xml.ParseAsync(PipeReader.Create(new ReadOnlySequence<byte>(document)), handler).GetAwaiter().GetResult()),
    ];

    /// <summary>Pushed in pieces; a stopped parser is resumed before the next.</summary>
    public static Feeding Fed(string cut, Func<int, IEnumerable<int>> lengths) => new($"fed {cut}", (parser, document, handler) =>
    {
        parser.Reset();
        var position = 0;
        foreach (var length in lengths(document.Length))
        {
            var status = ResumeUntilDone(parser, parser.Feed(document.AsSpan(position, length), ref handler), ref handler);
            Expect(ParseStatus.NeedsInput, status);
            position += length;
        }

        return ResumeUntilDone(parser, parser.Complete(ref handler), ref handler);
    });

    /// <summary>Pushed in pieces; a stopped parser goes on with the next.</summary>
    public static Feeding FedOn(string cut, Func<int, IEnumerable<int>> lengths) => new($"fed on {cut}", (parser, document, handler) =>
    {
        parser.Reset();
        var position = 0;
        foreach (var length in lengths(document.Length))
        {
            parser.Feed(document.AsSpan(position, length), ref handler);
            position += length;
        }

        ParseStatus status;
        while ((status = parser.Complete(ref handler)) == ParseStatus.Stopped)
        {
        }

        return status;
    });

    /// <summary>A sequence of segments.</summary>
    public static Feeding Sequence(string cut, Func<int, IEnumerable<int>> lengths) => new($"sequence {cut}", (parser, document, handler) =>
        ResumeUntilDone(parser, parser.Parse(CutSequence.Of(document, lengths(document.Length)), ref handler), ref handler));

    /// <summary>A stream of short reads.</summary>
    public static Feeding Stream(int atMost) => new($"stream by {atMost}", (parser, document, handler) =>
    {
        using var stream = new ShortReadStream(document, atMost);
        var status = parser.Parse(stream, ref handler);
        while (status == ParseStatus.Stopped)
        {
            status = parser.Resume(stream, ref handler);
        }

        return status;
    });

    /// <summary>A stream of short reads, without blocking.</summary>
    public static Feeding AsyncStream(int atMost) => new($"async stream by {atMost}", (parser, document, handler) =>
        ReadAsync(parser, new ShortReadStream(document, atMost, yields: true), handler).GetAwaiter().GetResult());

    /// <summary>A pipe over a stream of short reads.</summary>
    public static Feeding Pipe(int atMost) => new($"pipe by {atMost}", (parser, document, handler) =>
        ReadAsync(parser, PipeReader.Create(new ShortReadStream(document, atMost, yields: true)), handler).GetAwaiter().GetResult());

    /// <summary>Every way that has pieces, with pieces of one size.</summary>
    public static IEnumerable<Feeding> InChunks(int size)
    {
        IEnumerable<int> Lengths(int length) => Cuts.Chunks(length, size);
        yield return Fed($"by {size}", Lengths);
        yield return FedOn($"by {size}", Lengths);
        yield return Sequence($"by {size}", Lengths);
        yield return Stream(size);
        yield return AsyncStream(size);
        yield return Pipe(size);
    }

    /// <summary>Ways for handlers that never stop: structs that are copied into a task, and a pipe that has everything at once.</summary>
    public static IEnumerable<Feeding> ToTheEnd(int size)
    {
        yield return new($"async stream by {size}, to a struct", (parser, document, recorder) =>
        {
            parser.ParseAsync(new ShortReadStream(document, size, yields: true), new RecorderStruct(recorder)).GetAwaiter().GetResult();
            return parser.Status;
        });
        yield return new($"pipe by {size}, to a struct", (parser, document, recorder) =>
        {
            parser.ParseAsync(PipeReader.Create(new ShortReadStream(document, size, yields: true)), new RecorderStruct(recorder)).GetAwaiter().GetResult();
            return parser.Status;
        });
        yield return new($"pipe over a sequence by {size}", (parser, document, recorder) =>
            parser.ParseAsync(PipeReader.Create(CutSequence.Of(document, Cuts.Chunks(document.Length, size))), recorder).GetAwaiter().GetResult());
    }

    private static async Task<ParseStatus> ReadAsync(Utf8XmlParser parser, Stream stream, Recorder handler)
    {
        var status = await parser.ParseAsync(stream, handler);
        while (status == ParseStatus.Stopped)
        {
            status = await parser.ResumeAsync(stream, handler);
        }

        return status;
    }

    private static async Task<ParseStatus> ReadAsync(Utf8XmlParser parser, PipeReader reader, Recorder handler)
    {
        var status = await parser.ParseAsync(reader, handler);
        while (status == ParseStatus.Stopped)
        {
            status = await parser.ResumeAsync(reader, handler);
        }

        return status;
    }

    private static ParseStatus ResumeUntilDone<THandler>(Utf8XmlParser parser, ParseStatus status, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        while (status == ParseStatus.Stopped)
        {
            status = parser.Resume(ref handler);
        }

        return status;
    }

    private static void Expect(ParseStatus expected, ParseStatus status)
    {
        if (status != expected)
        {
            throw new InvalidOperationException($"The parser returned {status}, not {expected}.");
        }
    }
}
