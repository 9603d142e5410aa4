using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Xml;

namespace XmlJson.Tests.Sources;

/// <summary>Streams that fail, lie or are still reading when the parser is let go of.</summary>
public class InputFaultTests
{
    [Fact]
    public void After_a_failed_read_the_parser_wants_a_reset()
    {
        using var parser = new Utf8XmlParser();
        var log = new EventLog();
        Assert.Throws<IOException>(() => parser.Parse(new Scripted("<a>on", new IOException("gone")), ref log));

        Assert.Throws<InvalidOperationException>(() => parser.Feed("</a>"u8, ref log));
        parser.Reset();
        Assert.Equal(ParseStatus.Completed, parser.Parse("<a/>"u8, ref log));
    }

    [Fact]
    public async Task After_a_cancelled_read_the_parser_wants_a_reset()
    {
        using var parser = new Utf8XmlParser();
        var log = new EventLog();
        using var cancellation = new CancellationTokenSource();
        var parse = parser.ParseAsync(new Scripted("<a>on", null), log, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => parse);

        Assert.Throws<InvalidOperationException>(() => parser.Feed("</a>"u8, ref log));
        parser.Reset();
    }

    [Fact]
    public async Task A_parser_that_waits_for_input_is_not_used_and_lets_go_of_its_memory_without_giving_it_away()
    {
        var parser = new Utf8XmlParser();
        var log = new EventLog();
        var stream = new Scripted("<a>on", null);
        using var cancellation = new CancellationTokenSource();
        var parse = parser.ParseAsync(stream, log, cancellation.Token);
        Assert.False(parse.IsCompleted);
        Assert.Throws<InvalidOperationException>(parser.Reset);
        Assert.Throws<InvalidOperationException>(() => parser.Feed("x"u8, ref log));

        parser.Dispose();
        var rented = Enumerable.Range(0, 20).Select(_ => ArrayPool<byte>.Shared.Rent(stream.Pending.Length)).ToList();
        Assert.DoesNotContain(rented, array => stream.Pending.Span.Overlaps(array));
        stream.Finish("</a>");
        await Assert.ThrowsAsync<ObjectDisposedException>(() => parse);
    }

    [Fact]
    public async Task A_parser_disposed_while_a_pipe_is_empty_leaves_the_pipe_as_it_was()
    {
        var parser = new Utf8XmlParser();
        var pipe = new Pipe();
        var parse = parser.ParseAsync(pipe.Reader, new EventLog());
        parser.Dispose();
        await pipe.Writer.WriteAsync("<a/>"u8.ToArray());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => parse);

        Assert.True(pipe.Reader.TryRead(out var rest));
        Assert.Equal(4, rest.Buffer.Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void A_stream_that_says_more_than_it_read_is_not_believed(int more)
    {
        using var parser = new Utf8XmlParser();
        var log = new EventLog();

        Assert.Throws<IOException>(() => parser.Parse(new Boasting(more), ref log));
    }

    [Fact]
    public void An_external_entity_has_a_limit_without_being_asked()
    {
        var options = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse, XmlResolver = new Endless() };
        var discard = default(Discard);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<XmlSyntaxException>(() => Xml.Parse("<!DOCTYPE a [<!ENTITY e SYSTEM 'e'>]><a>&e;</a>"u8, ref discard, options));

        Assert.Equal(XmlErrorCode.ExternalLengthLimit, error.Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY % p SYSTEM 'x'> %p; ")]
    [InlineData("<!DOCTYPE a SYSTEM 'x' [<!ENTITY % p SYSTEM 'x'> %p;] x><a/>")]
    public void Nothing_is_opened_for_a_definition_that_is_not_whole(string document)
    {
        var resolver = new Endless();
        var options = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse, XmlResolver = resolver };
        var discard = default(Discard);

        Assert.Throws<XmlSyntaxException>(() => Xml.Parse(Encoding.UTF8.GetBytes(document), ref discard, options));
        Assert.Equal(0, resolver.Opened);
    }

    [Fact]
    public void Pending_markup_that_cannot_be_right_is_refused_at_once()
    {
        foreach (var beginning in (string[])["<a>&" + new string('x', 200), "<a " + new string('x', 200), "<a b='" + new string('x', 200)])
        {
            using var parser = new Utf8XmlParser();
            var log = new EventLog();
            parser.Feed(Encoding.UTF8.GetBytes(beginning), ref log);
            Assert.Throws<XmlSyntaxException>(() => parser.Feed(" <b/> "u8, ref log));
        }
    }

    [Fact]
    public void Attributes_with_prefixes_take_time_in_proportion_to_their_number()
    {
        // Numbers of names chosen so that simple hashes of them agree: a table that clusters would take minutes.
        const int Count = 60_000;
        var tag = new StringBuilder("<t");
        for (var i = 0; i < Count; i++)
        {
            tag.Append(System.Globalization.CultureInfo.InvariantCulture, $" xmlns:p{i}='{i}' p{i}:l{i ^ 1}=''");
        }

        var counter = default(EventCounter);
        Xml.Parse(Encoding.UTF8.GetBytes(tag.Append("/>").ToString()), ref counter, XmlParserOptions.Default with { MaxAttributes = 2 * Count });

        Assert.Equal(2 * Count, counter.Attributes);
    }

    [Theory]
    [InlineData("span")]
    [InlineData("sequence")]
    [InlineData("text")]
    [InlineData("utf-16")]
    public void What_is_left_of_an_input_is_not_copied_when_nobody_can_resume(string way)
    {
        var text = "<a>" + new string('x', 8 << 20) + "</a>";
        var bytes = way == "utf-16" ? Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray() : Encoding.UTF8.GetBytes(text);
        var sequence = Reading.CutSequence.Of(bytes, Reading.Cuts.Chunks(bytes.Length, 1 << 20));
        var handler = new StopAtOnce();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var status = way switch
        {
            "sequence" => Xml.Parse(sequence, handler),
            "text" => Xml.Parse(text.AsSpan(), handler),
            _ => Xml.Parse(bytes, handler),
        };

        Assert.Equal(ParseStatus.Stopped, status);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    private sealed class StopAtOnce : ContentHandler
    {
        public override void StartDocument(scoped DocumentStart document) => document.Locator.Stop();
    }

    private sealed class Endless : XmlResolver
    {
        public int Opened { get; private set; }

        public override object GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
        {
            Opened++;
            return new Zeros();
        }

        public override Uri ResolveUri(Uri? baseUri, string? relativeUri) => new("memory:" + relativeUri);
    }

    private abstract class ReadOnlyStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private sealed class Zeros : ReadOnlyStream
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)' ', offset, count);
            return count;
        }
    }

    private sealed class Boasting(int more) : ReadOnlyStream
    {
        public override int Read(byte[] buffer, int offset, int count) => count + more;

        public override int Read(Span<byte> buffer) => buffer.Length + more;
    }

    // Gives its text, then fails or waits.
    private sealed class Scripted(string text, Exception? failure) : ReadOnlyStream
    {
        private readonly TaskCompletionSource<int> _pending = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool _isGiven;

        public Memory<byte> Pending { get; private set; }

        public void Finish(string rest) => _pending.SetResult(Encoding.UTF8.GetBytes(rest, Pending.Span));

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_isGiven)
            {
                throw failure!;
            }

            _isGiven = true;
            return Encoding.UTF8.GetBytes(text, buffer);
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_isGiven)
            {
                return Read(buffer.Span);
            }

            Pending = buffer;
            return await _pending.Task.WaitAsync(cancellationToken);
        }
    }
}
