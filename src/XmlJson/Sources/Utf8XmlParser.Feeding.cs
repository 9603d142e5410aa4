using System.Buffers;
using System.IO.Pipelines;

namespace XmlJson;

// Input from streams, pipes and sequences: each of them feeds the one loop.
public sealed partial class Utf8XmlParser
{
    private const int LeastRead = 4 * 1024;

    private byte[] _undecoded = [];

    /// <summary>Reads a whole document from memory that is in pieces.</summary>
    /// <param name="document">The document.</param>
    /// <param name="handler">Is given the events.</param>
    /// <inheritdoc cref="Parse{THandler}(ReadOnlySpan{byte}, ref THandler)"/>
    public ParseStatus Parse<THandler>(in ReadOnlySequence<byte> document, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (document.IsSingleSegment)
        {
            return Parse(document.FirstSpan, ref handler);
        }

        Reset();
        foreach (var piece in document)
        {
            if (Status == ParseStatus.Stopped)
            {
                Take(piece.Span);
            }
            else
            {
                Feed(piece.Span, ref handler);
            }
        }

        if (Status == ParseStatus.Stopped)
        {
            EndInput();
            return Status;
        }

        return Complete(ref handler);
    }

    /// <summary>Reads a whole document from a stream, to the stream's end; the stream stays open.</summary>
    /// <param name="stream">The document.</param>
    /// <param name="handler">Is given the events.</param>
    /// <returns><see cref="ParseStatus.Completed"/>, or <see cref="ParseStatus.Stopped"/> when the handler asked for it; then <see cref="Resume{THandler}(Stream, ref THandler)"/> goes on.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <inheritdoc cref="Parse{THandler}(ReadOnlySpan{byte}, ref THandler)"/>
    public ParseStatus Parse<THandler>(Stream stream, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(stream);
        Reset();
        return ReadStream(stream, ref handler);
    }

    /// <summary>Goes on with a stream after a handler stopped the parse.</summary>
    /// <param name="stream">The stream, from where it was left.</param>
    /// <param name="handler">Is given the events.</param>
    /// <inheritdoc cref="Parse{THandler}(Stream, ref THandler)"/>
    /// <inheritdoc cref="Resume{THandler}(ref THandler)"/>
    public ParseStatus Resume<THandler>(Stream stream, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Resume(ref handler) == ParseStatus.NeedsInput ? ReadStream(stream, ref handler) : Status;
    }

    /// <summary>Reads a whole document from a stream without blocking a thread; the stream stays open.</summary>
    /// <param name="stream">The document.</param>
    /// <param name="handler">Is given the events, each on the thread that received its bytes, one at a time.</param>
    /// <param name="cancellationToken">Ends the parse between two reads; the parser can then be reset.</param>
    /// <returns><see cref="ParseStatus.Completed"/>, or <see cref="ParseStatus.Stopped"/> when the handler asked for it.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The parser is reading, or waits for the input of another asynchronous parse.</exception>
    /// <exception cref="ObjectDisposedException">The parser was disposed.</exception>
    public async Task<ParseStatus> ParseAsync(Stream stream, IContentHandler handler, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(handler);
        Reset();
        await ReadAsync(stream, new HandlerReference(handler), cancellationToken).ConfigureAwait(false);
        return Status;
    }

    /// <summary>As <see cref="ParseAsync(Stream, IContentHandler, CancellationToken)"/>, for a handler that is a struct.</summary>
    /// <param name="stream">The document.</param>
    /// <param name="handler">Is given the events: a copy, which is returned.</param>
    /// <param name="cancellationToken">Ends the parse between two reads; the parser can then be reset.</param>
    /// <returns>The handler after the last event; <see cref="Status"/> says how the parse ended.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The parser is reading, or waits for the input of another asynchronous parse.</exception>
    /// <exception cref="ObjectDisposedException">The parser was disposed.</exception>
    public Task<THandler> ParseAsync<THandler>(Stream stream, THandler handler, CancellationToken cancellationToken = default)
        where THandler : struct, IContentHandler
    {
        ArgumentNullException.ThrowIfNull(stream);
        Reset();
        return ReadAsync(stream, handler, cancellationToken);
    }

    /// <summary>Reads a whole document from a pipe; the reader is not completed.</summary>
    /// <param name="reader">The document.</param>
    /// <param name="handler">Is given the events, each on the thread that received its bytes, one at a time.</param>
    /// <param name="cancellationToken">Ends the parse between two reads; the parser can then be reset.</param>
    /// <inheritdoc cref="ParseAsync(Stream, IContentHandler, CancellationToken)"/>
    public async Task<ParseStatus> ParseAsync(PipeReader reader, IContentHandler handler, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(handler);
        Reset();
        await ReadAsync(reader, new HandlerReference(handler), cancellationToken).ConfigureAwait(false);
        return Status;
    }

    /// <summary>As <see cref="ParseAsync(PipeReader, IContentHandler, CancellationToken)"/>, for a handler that is a struct.</summary>
    /// <param name="reader">The document.</param>
    /// <param name="handler">Is given the events: a copy, which is returned.</param>
    /// <param name="cancellationToken">Ends the parse between two reads; the parser can then be reset.</param>
    /// <inheritdoc cref="ParseAsync{THandler}(Stream, THandler, CancellationToken)"/>
    public Task<THandler> ParseAsync<THandler>(PipeReader reader, THandler handler, CancellationToken cancellationToken = default)
        where THandler : struct, IContentHandler
    {
        ArgumentNullException.ThrowIfNull(reader);
        Reset();
        return ReadAsync(reader, handler, cancellationToken);
    }

    /// <summary>Goes on with a stream after a handler stopped an asynchronous parse.</summary>
    /// <param name="stream">The stream, from where it was left.</param>
    /// <param name="handler">Is given the events.</param>
    /// <param name="cancellationToken">Ends the parse between two reads; the parser can then be reset.</param>
    /// <exception cref="InvalidOperationException">The parser was not stopped.</exception>
    /// <inheritdoc cref="ParseAsync(Stream, IContentHandler, CancellationToken)"/>
    public async Task<ParseStatus> ResumeAsync(Stream stream, IContentHandler handler, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (Resume(ref handler) == ParseStatus.NeedsInput)
        {
            await ReadAsync(stream, new HandlerReference(handler), cancellationToken).ConfigureAwait(false);
        }

        return Status;
    }

    /// <summary>Goes on with a pipe after a handler stopped an asynchronous parse.</summary>
    /// <param name="reader">The pipe's reader, from where it was left.</param>
    /// <param name="handler">Is given the events.</param>
    /// <param name="cancellationToken">Ends the parse between two reads; the parser can then be reset.</param>
    /// <exception cref="InvalidOperationException">The parser was not stopped.</exception>
    /// <inheritdoc cref="ParseAsync(PipeReader, IContentHandler, CancellationToken)"/>
    public async Task<ParseStatus> ResumeAsync(PipeReader reader, IContentHandler handler, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (Resume(ref handler) == ParseStatus.NeedsInput)
        {
            await ReadAsync(reader, new HandlerReference(handler), cancellationToken).ConfigureAwait(false);
        }

        return Status;
    }

    private ParseStatus ReadStream<THandler>(Stream stream, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (!typeof(THandler).IsValueType)
        {
            var reference = Wrap(ref handler);
            return ReadStream(stream, ref reference);
        }

        do
        {
            var room = InputMemory();
            var count = -1;
            try
            {
                count = stream.Read(room.Span);
            }
            finally
            {
                FaultUnless(count >= 0);
            }

            Receive(count, room.Length);
        }
        while (ReadTaken(ref handler) == ParseStatus.NeedsInput);
        return Status;
    }

    private async Task<THandler> ReadAsync<THandler>(Stream stream, THandler handler, CancellationToken cancellationToken)
        where THandler : struct, IContentHandler
    {
        do
        {
            var room = InputMemory();
            var count = -1;
            _awaitsInput = true;
            try
            {
                count = await stream.ReadAsync(room, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _awaitsInput = false;
                FaultUnless(count >= 0);
            }

            Receive(count, room.Length);
        }
        while (ReadTaken(ref handler) == ParseStatus.NeedsInput);
        return handler;
    }

    private async Task<THandler> ReadAsync<THandler>(PipeReader reader, THandler handler, CancellationToken cancellationToken)
        where THandler : struct, IContentHandler
    {
        do
        {
            var result = default(ReadResult);
            var hasResult = false;
            _awaitsInput = true;
            try
            {
                result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                hasResult = true;
            }
            finally
            {
                _awaitsInput = false;
                FaultUnless(hasResult && !result.IsCanceled);
            }

            if (result.IsCanceled || _disposed)
            {
                // Nothing of it was used: the pipe can be read again.
                reader.AdvanceTo(result.Buffer.Start);
                ObjectDisposedException.ThrowIf(_disposed, this);
                throw new OperationCanceledException("The pipe's pending read was cancelled.");
            }

            foreach (var piece in result.Buffer)
            {
                Take(piece.Span);
            }

            if (result.IsCompleted)
            {
                EndInput();
            }

            reader.AdvanceTo(result.Buffer.End);
        }
        while (ReadTaken(ref handler) == ParseStatus.NeedsInput);
        return handler;
    }

    // Where the next bytes of a stream belong: the window, when they need no decoding.
    private Memory<byte> InputMemory()
    {
        if (_decoder is null)
        {
            return _window.GetMemory(Math.Max(1, Math.Min(LeastRead, StretchLength)));
        }

        if (_undecoded.Length == 0)
        {
            _undecoded = new byte[LeastRead];
        }

        return _undecoded;
    }

    // What a source that failed has left out is not to be read over.
    private void FaultUnless(bool received)
    {
        if (!received)
        {
            _phase = Phase.Faulted;
        }
    }

    private void Receive(int count, int room)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (count > room)
        {
            _phase = Phase.Faulted;
            throw new IOException($"The stream says that it read {count} bytes where there was room for {room}.");
        }

        if (count == 0)
        {
            EndInput();
        }
        else if (_decoder is null)
        {
            _window.Advance(count);
        }
        else
        {
            Take(_undecoded.AsSpan(0, count));
        }
    }

    // Reads what has come into the window.
    private ParseStatus ReadTaken<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        Begin();
        var completed = false;
        try
        {
            ReadWindow(ref handler);
            Finish(ref handler);
            completed = true;
            return Status;
        }
        finally
        {
            End(completed);
        }
    }
}
