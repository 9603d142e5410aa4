using System.IO.Pipelines;
using XmlJson.Tests.Reading;

namespace XmlJson.Tests.Laws;

/// <summary>Streams that fail, end too early or are cancelled, at every byte.</summary>
public class FaultyStreamTests
{
    private static readonly byte[] Document = "<?xml version='1.0' encoding='UTF-8'?>\r\n<a b='c'>té&amp;<![CDATA[d]]><e/><!--f--></a>\n"u8.ToArray();

    [Fact]
    public async Task A_stream_that_fails_fails_the_parse_with_its_exception()
    {
        for (var n = 0; n <= Document.Length; n++)
        {
            var fault = new IOException($"{n}");
            using var parser = new Utf8XmlParser();
            var handler = new Recorder();
            Assert.Same(fault, Record.Exception(() => parser.Parse(new FailingStream(Document, n, fault), ref handler)));
            Assert.Same(fault, await Record.ExceptionAsync(() => parser.ParseAsync(new FailingStream(Document, n, fault), new Recorder())));
            Assert.Same(fault, await Record.ExceptionAsync(() => parser.ParseAsync(PipeReader.Create(new FailingStream(Document, n, fault)), new Recorder())));
            Assert.Same(fault, await Record.ExceptionAsync(() => Xml.ParseAsync(new FailingStream(Document, n, fault), new Recorder())));
            Assert.True(Feedings.Stream(3).Run(parser, Document).IsAccepted);
        }
    }

    [Fact]
    public void A_document_that_ends_too_early_is_refused_alike_in_every_way()
    {
        for (var n = 0; n < Document.Length; n++)
        {
            var cut = Document[..n];
            var expected = Feedings.Whole.Run(cut);
            if (n < Document.Length - 1)
            {
                Assert.False(expected.IsAccepted);
            }

            foreach (var way in new[] { 1, 4, 4096 }.SelectMany(Feedings.InChunks))
            {
                Laws.Same(expected, $"the first {n} bytes", way, way.Run(cut));
            }
        }
    }

    [Fact]
    public async Task Cancelling_ends_the_parse_and_leaves_a_parser_that_can_be_reset()
    {
        using var parser = new Utf8XmlParser();
        using var source = new CancellationTokenSource();
        var recorder = new Recorder { AtEvent = call => CancelAt(call, 3, source) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => parser.ParseAsync(new ShortReadStream(Document, 2, yields: true), recorder, source.Token));
        Assert.InRange(recorder.Calls, 3, 5);
        Assert.True(Feedings.AsyncStream(5).Run(parser, Document).IsAccepted);

        using var already = new CancellationTokenSource();
        await already.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Xml.ParseAsync(new MemoryStream(Document), new Recorder(), cancellationToken: already.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Xml.ParseAsync(PipeReader.Create(new MemoryStream(Document)), new Recorder(), cancellationToken: already.Token));
    }

    [Fact]
    public async Task A_read_of_the_pipe_that_is_cancelled_ends_the_parse()
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(Document.AsMemory(0, 50));
        using var parser = new Utf8XmlParser();
        var parse = parser.ParseAsync(pipe.Reader, new Recorder());
        pipe.Reader.CancelPendingRead();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => parse);
    }

    [Fact]
    public async Task A_stream_stays_open()
    {
        using var stream = new MemoryStream(Document);
        var handler = new Recorder();
        Xml.Parse(stream, ref handler);
        Assert.True(stream.CanRead);
        stream.Position = 0;
        await Xml.ParseAsync(stream, new Recorder());
        Assert.True(stream.CanRead);
    }

    private static void CancelAt(int call, int at, CancellationTokenSource source)
    {
        if (call == at)
        {
            source.Cancel();
        }
    }

    // Gives so many bytes, then throws.
    private sealed class FailingStream(byte[] document, int good, IOException fault) : MemoryStream(document, 0, good)
    {
        private readonly byte[] _document = document;

        public override int Read(Span<byte> buffer)
        {
            if (Position == Length)
            {
                throw fault;
            }

            var count = (int)Math.Min(Math.Min(7, buffer.Length), Length - Position);
            _document.AsSpan((int)Position, count).CopyTo(buffer);
            Position += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }
}
