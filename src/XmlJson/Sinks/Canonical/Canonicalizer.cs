using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace XmlJson;

/// <summary>Writes events in a canonical form: documents that differ only in how they are written become the same bytes, to be signed, hashed or compared.</summary>
/// <remarks>
/// <para>It is a handler, so any source drives it, and it works as the events come: memory does not depend on the document's length. <see cref="Xml"/> has methods that connect it to a parser.</para>
/// <para>The rules are those of Canonical XML 1.0 §2.3 in all versions: no XML declaration and no document type declaration; empty elements as two tags; CDATA sections as text; attributes in the order of
/// namespace name and local part, by bytes; namespace declarations before them, by prefix; those that change nothing left out; comments and processing instructions outside the root element on lines of
/// their own. Attributes that were added because their default is declared are written. An external document type definition or parameter entity that was not read is passed over: read it where it matters.</para>
/// <para>A carriage return in a comment or processing instruction, which only an entity can bring there, is written as it is, as the specifications say; a parse of the output makes it a line feed.</para>
/// <para>A declaration that a name needs and that is missing is added, as by <see cref="Utf8XmlWriter"/>. What cannot be written throws: <see cref="CanonicalizationException"/> for a document without
/// a canonical form, <see cref="ArgumentException"/> for a value XML cannot hold, <see cref="InvalidOperationException"/> for an event that may not come now. After an exception the output is broken off:
/// nothing but <see cref="Dispose"/> and <see cref="Reset(Stream)"/> may follow.</para>
/// <para>Bytes are passed on when the buffer is full, and by <see cref="Flush"/> and <see cref="Dispose"/>. The stream or buffer writer is never closed.</para>
/// </remarks>
/// <exception cref="CanonicalizationException">From any event: the document has no canonical form.</exception>
/// <exception cref="ArgumentException">From any event: XML cannot hold the value.</exception>
/// <exception cref="InvalidOperationException">From any event: it may not come now, or an earlier exception has broken off the output.</exception>
/// <exception cref="ObjectDisposedException">From any event: the canonicalizer was disposed.</exception>
public sealed partial class Canonicalizer : IContentHandler, IDisposable
{
    private readonly CanonicalizationOptions _options;
    private readonly CanonicalNames _names;
    private OutputBuffer _output;
    private State _state;
    private Locator? _locator;
    private OpenElement[] _open = new OpenElement[16];
    private int _depth;

    // How many elements are open in the one that is left out, itself included.
    private int _leftOut;

    /// <summary>Makes a canonicalizer into memory that grows, a pipe, or the like.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="options">Which form; <see cref="CanonicalizationOptions.Default"/> when null.</param>
    /// <exception cref="ArgumentException">The options hold a name that is none, or a parameter that their version does not have.</exception>
    public Canonicalizer(IBufferWriter<byte> output, CanonicalizationOptions? options = null)
        : this((object)output, options)
    {
    }

    /// <summary>Makes a canonicalizer into a stream.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="options">Which form; <see cref="CanonicalizationOptions.Default"/> when null.</param>
    /// <exception cref="ArgumentException">The stream cannot be written to; or the options hold a name that is none, or a parameter that their version does not have.</exception>
    public Canonicalizer(Stream output, CanonicalizationOptions? options = null)
        : this((object)OutputBuffer.Writable(output), options)
    {
    }

    private Canonicalizer(object output, CanonicalizationOptions? options)
    {
        ArgumentNullException.ThrowIfNull(output);
        _options = options ?? CanonicalizationOptions.Default;
        _names = new CanonicalNames(_options);
        _rewriting = _options.PrefixRewriting == PrefixRewriting.Sequential ? new SequentialPrefixes(_namespaces) : null;
        NoteInclusivePrefixes();
        _output = new OutputBuffer(output, _options.BufferSize);
    }

    // What may come next.
    private enum State : byte
    {
        /// <summary>Nothing has come.</summary>
        Start,

        /// <summary>Before the root element.</summary>
        Prolog,

        /// <summary>In an element.</summary>
        Content,

        /// <summary>Behind the root element.</summary>
        Epilog,

        /// <summary>The document has ended.</summary>
        Ended,

        /// <summary>An exception has broken off the output.</summary>
        Broken,

        Disposed,
    }

    /// <summary>The number of bytes that wait to be passed on.</summary>
    public int BytesPending => _output.Pending;

    /// <summary>The number of bytes passed on to the stream or buffer writer since this was made or reset.</summary>
    public long BytesCommitted => _output.Drained;

    /// <summary>Passes on all bytes that wait, and flushes a stream.</summary>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public void Flush()
    {
        ObjectDisposedException.ThrowIf(_state == State.Disposed, this);
        _output.Drain();
        (_output.Target as Stream)?.Flush();
    }

    /// <summary>Begins anew, with another stream; bytes that wait are dropped.</summary>
    /// <param name="output">Where the bytes go from now on.</param>
    /// <exception cref="ArgumentException">The stream cannot be written to.</exception>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public void Reset(Stream output) => Reset((object)OutputBuffer.Writable(output));

    /// <summary>Begins anew, with another buffer writer; bytes that wait are dropped.</summary>
    /// <param name="output">Where the bytes go from now on.</param>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public void Reset(IBufferWriter<byte> output) => Reset((object)output);

    /// <summary>Passes on all bytes that wait and gives the buffer back.</summary>
    public void Dispose()
    {
        if (_state != State.Disposed)
        {
            if (!_output.HasFailed)
            {
                Flush();
            }

            _output.Release();
            _state = State.Disposed;
        }
    }

    private void Reset(object output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ObjectDisposedException.ThrowIf(_state == State.Disposed, this);
        _output.Retarget(output);
        _namespaces.Reset();
        _rewriting?.Reset();
        NoteInclusivePrefixes();
        ResetText();
        _depth = _leftOut = 0;
        _locator = null;
        _state = State.Start;
    }

    [DoesNotReturn]
    private void Refuse(string message)
    {
        ObjectDisposedException.ThrowIf(_state == State.Disposed, this);
        var isBroken = _state == State.Broken;
        _state = State.Broken;
        throw new InvalidOperationException(isBroken ? "An earlier exception has broken off the output." : message);
    }

    [DoesNotReturn]
    private void Deny(string message, string argument)
    {
        _state = State.Broken;
        throw new ArgumentException(message, argument);
    }

    private void Demand(string? fault, string argument)
    {
        if (fault is not null)
        {
            Deny(fault, argument);
        }
    }

    [DoesNotReturn]
    private void Fail(CanonicalizationErrorCode code, string description)
    {
        _state = State.Broken;
        throw new CanonicalizationException(code, description, _locator?.Position ?? TextPosition.Unknown, _locator?.ElementPath ?? "/");
    }

    private static string Text(scoped ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
}
