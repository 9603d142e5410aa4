using System.Buffers;

namespace XmlJson;

/// <summary>A writer from the pool: one waits on each thread, with the options last used there.</summary>
internal readonly struct RentedWriter : IDisposable
{
    [ThreadStatic]
    private static Utf8XmlWriter? s_waiting;

    private RentedWriter(Utf8XmlWriter writer) => Writer = writer;

    /// <summary>The writer.</summary>
    public Utf8XmlWriter Writer { get; }

    /// <summary>Takes the writer that waits on this thread, or a new one.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="options">How to write; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">The stream cannot be written to.</exception>
    public static RentedWriter Rent(Stream output, Utf8XmlWriterOptions? options)
    {
        if (TakeWaiting(options) is not { } waiting)
        {
            return new RentedWriter(new Utf8XmlWriter(output, options));
        }

        waiting.Reset(output);
        return new RentedWriter(waiting);
    }

    /// <inheritdoc cref="Rent(Stream, Utf8XmlWriterOptions?)"/>
    public static RentedWriter Rent(IBufferWriter<byte> output, Utf8XmlWriterOptions? options)
    {
        if (TakeWaiting(options) is not { } waiting)
        {
            return new RentedWriter(new Utf8XmlWriter(output, options));
        }

        waiting.Reset(output);
        return new RentedWriter(waiting);
    }

    /// <summary>Passes on all bytes that wait, as <see cref="Utf8XmlWriter.Dispose"/> does, and gives the writer back.</summary>
    public void Dispose()
    {
        if (Writer.TryForget())
        {
            s_waiting?.Dispose();
            s_waiting = Writer;
        }
        else
        {
            Writer.Dispose();
        }
    }

    private static Utf8XmlWriter? TakeWaiting(Utf8XmlWriterOptions? options)
    {
        if (s_waiting is not { } waiting || !waiting.Options.Equals(options ?? Utf8XmlWriterOptions.Default))
        {
            return null;
        }

        s_waiting = null;
        return waiting;
    }
}
