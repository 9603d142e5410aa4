using System.Buffers;
using System.Text;

namespace XmlJson;

/// <summary>Writes events as an XML document in UTF-8: what a source sends in is what a parse of the output will send again. The counterpart of <see cref="System.Text.Json.Utf8JsonWriter"/>.</summary>
/// <remarks>
/// <para>It is a handler, so any source drives it; the <c>Write…</c> methods are for writing by hand, with strings. Both may be mixed.</para>
/// <para>Output is always well-formed and namespace-well-formed. A declaration that a name needs and that is missing is added to its start tag. Text and attribute values are escaped as Canonical
/// XML does: <c>&amp;amp; &amp;lt; &amp;gt; &amp;#xD;</c> in text, <c>&amp;amp; &amp;lt; &amp;quot; &amp;#x9; &amp;#xA; &amp;#xD;</c> in values. A CDATA section that holds
/// <c>]]&gt;</c> or a carriage return is split around it. Carriage returns in comments, processing instructions and internal subsets, where no reference can stand for them, become line feeds.
/// XML declaration, document type declaration and comments and processing instructions outside the root element stand on lines of their own, which is no content.</para>
/// <para>What cannot be written throws: <see cref="ArgumentException"/> for a value XML cannot hold, <see cref="InvalidOperationException"/> for a call that may not come now, such as the end of
/// another element than the open one. After an exception the document is broken off: nothing but <see cref="Dispose"/> and <see cref="Reset(Stream)"/> may follow.</para>
/// <para>With <see cref="Utf8XmlWriterOptions.Indented"/> no element that has text of its own, white space included, gets any more: see there.</para>
/// <para>Bytes are passed on when the buffer is full, and by <see cref="Flush"/>, <see cref="FlushAsync"/> and <see cref="Dispose"/>. The stream or buffer writer is never closed.</para>
/// </remarks>
/// <exception cref="ArgumentException">From any event: XML cannot hold the value.</exception>
/// <exception cref="InvalidOperationException">From any event: it may not come now, or an earlier exception has broken off the document.</exception>
/// <exception cref="ObjectDisposedException">From any event: the writer was disposed.</exception>
public sealed partial class Utf8XmlWriter : IContentHandler, ITextElementHandler, IDirectHandler, IDisposable, IAsyncDisposable
{
    // What is kept for another document.
    private const int LargeDepth = 4096;
    private const int LargeOutput = 256 * 1024;

    private readonly Utf8XmlWriterOptions _options;
    private readonly Indenter? _indenter;
    private readonly byte[] _newLine;
    private OutputBuffer _output;
    private State _state;

    private OpenElement[] _open = new OpenElement[16];
    private int _depth;
    private readonly PrefixBindings _namespaces = new();
    private WrittenNames _names = new();
    private ExpandedNames _expandedNames;
    private int _tag;

    /// <summary>Makes a writer into memory that grows, a pipe, or the like.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="options">How to write; <see langword="null"/> for the defaults.</param>
    public Utf8XmlWriter(IBufferWriter<byte> output, Utf8XmlWriterOptions? options = null)
        : this((object)output, options)
    {
    }

    /// <summary>Makes a writer into a stream, which stays open when the writer is disposed.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="options">How to write; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">The stream cannot be written to.</exception>
    public Utf8XmlWriter(Stream output, Utf8XmlWriterOptions? options = null)
        : this((object)OutputBuffer.Writable(output), options)
    {
    }

    private Utf8XmlWriter(object output, Utf8XmlWriterOptions? options)
    {
        ArgumentNullException.ThrowIfNull(output);
        _options = options ?? Utf8XmlWriterOptions.Default;
        _newLine = Encoding.ASCII.GetBytes(_options.NewLine);
        _indenter = _options.Indented ? new Indenter(output, _options) : null;
        _output = new OutputBuffer(output, _indenter is null ? _options.BufferSize : int.MaxValue);
    }

    // What may come next.
    private enum State : byte
    {
        /// <summary>Nothing was written.</summary>
        Start,

        /// <summary>Before the root element.</summary>
        Prolog,

        /// <summary>In a start tag by hand, whose names wait for the namespace declarations.</summary>
        TagByHand,

        /// <summary>In a start tag, behind the last attribute.</summary>
        Tag,

        /// <summary>In an element.</summary>
        Content,

        /// <summary>In a CDATA section.</summary>
        CData,

        /// <summary>Behind the root element.</summary>
        Epilog,

        /// <summary>The document has ended.</summary>
        Ended,

        /// <summary>An exception has broken off the document.</summary>
        Broken,

        Disposed,
    }

    /// <summary>How many elements were started and not ended: 0 before and behind the root element.</summary>
    public int Depth => _depth + (_state == State.TagByHand ? 1 : 0);

    /// <summary>The number of bytes that wait to be passed on.</summary>
    public int BytesPending => _output.Pending + (_indenter?.Output.Pending ?? 0);

    /// <summary>The number of bytes passed on to the stream or buffer writer since the writer was made or reset.</summary>
    public long BytesCommitted => Outlet.Drained;

    /// <summary>How it writes.</summary>
    internal Utf8XmlWriterOptions Options => _options;

    // The last buffer before the target.
    private ref OutputBuffer Outlet
    {
        get
        {
            if (_indenter is not null)
            {
                return ref _indenter.Output;
            }

            return ref _output;
        }
    }

    /// <summary>Passes on all bytes that wait, and flushes a stream. When indenting, the elements that are open now get no further lines of their own.</summary>
    /// <exception cref="ObjectDisposedException">The writer was disposed.</exception>
    public void Flush()
    {
        ObjectDisposedException.ThrowIf(_state == State.Disposed, this);
        _indenter?.Release(ref _output);
        Outlet.Drain();
        (Outlet.Target as Stream)?.Flush();
    }

    /// <inheritdoc cref="Flush"/>
    /// <param name="cancellationToken">Ends the wait for the stream.</param>
    /// <returns>A task that is done when the bytes are passed on. A buffer writer gets them at once; that it passes them on itself, as a pipe can, is the caller's matter.</returns>
    public async Task FlushAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_state == State.Disposed, this);
        _indenter?.Release(ref _output);
        if (Outlet.Target is Stream stream)
        {
            await stream.WriteAsync(Outlet.Take(), cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            Outlet.Drain();
        }
    }

    /// <summary>Begins anew, with another stream; bytes that wait are dropped. Saves the memory a new writer takes.</summary>
    /// <param name="output">Where the bytes go from now on.</param>
    /// <exception cref="ObjectDisposedException">The writer was disposed.</exception>
    public void Reset(Stream output) => Reset((object)OutputBuffer.Writable(output));

    /// <summary>Begins anew, with another buffer writer; bytes that wait are dropped. Saves the memory a new writer takes.</summary>
    /// <param name="output">Where the bytes go from now on.</param>
    /// <exception cref="ObjectDisposedException">The writer was disposed.</exception>
    public void Reset(IBufferWriter<byte> output) => Reset((object)output);

    /// <summary>Passes on all bytes that wait and gives the buffer back. A document may be incomplete: nothing is closed for it.</summary>
    public void Dispose()
    {
        if (_state != State.Disposed)
        {
            if (!Outlet.HasFailed)
            {
                Flush();
            }

            Release();
        }
    }

    /// <inheritdoc cref="Dispose"/>
    public async ValueTask DisposeAsync()
    {
        if (_state != State.Disposed)
        {
            if (!Outlet.HasFailed)
            {
                await FlushAsync().ConfigureAwait(false);
            }

            Release();
        }
    }

    /// <summary>Passes on all bytes that wait and lets go of the target, to be reset for another; not when the output has failed or memory has grown large.</summary>
    /// <returns>Whether it is of further use; if not, it must be disposed.</returns>
    internal bool TryForget()
    {
        if (Outlet.HasFailed || _names.IsLarge || _open.Length > LargeDepth)
        {
            return false;
        }

        Flush();
        if (_output.Room > LargeOutput || Outlet.Room > LargeOutput)
        {
            return false;
        }

        Reset(Stream.Null);
        return true;
    }

    private void Reset(object output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ObjectDisposedException.ThrowIf(_state == State.Disposed, this);
        _output.Retarget(output);
        _indenter?.Reset(output);
        _namespaces.Reset();
        _depth = 0;
        _hasDocumentType = false;
        _state = State.Start;
    }

    private void Release()
    {
        _output.Release();
        _indenter?.Output.Release();
        _state = State.Disposed;
    }
}
