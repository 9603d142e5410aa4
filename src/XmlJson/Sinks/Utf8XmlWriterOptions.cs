namespace XmlJson;

/// <summary>How <see cref="Utf8XmlWriter"/> writes. What is written means the same under all options.</summary>
public sealed record Utf8XmlWriterOptions
{
    /// <summary>The options used when none are given.</summary>
    public static Utf8XmlWriterOptions Default { get; } = new();

    /// <summary>How an element without content is written.</summary>
    public EmptyElementStyle EmptyElements { get; init; }

    /// <summary>Whether an XML declaration is written.</summary>
    public XmlDeclarationStyle Declaration { get; init; }

    /// <summary>
    /// Whether what is written is no document but a piece of one: any number of elements and text, at any place. There is then no XML declaration and no document type declaration,
    /// and several documents' events may follow each other, or come inside an element.
    /// </summary>
    public bool IsFragment { get; init; }

    /// <summary>
    /// Whether attributes that were not in the source's tag but added because their default is declared are written; on by default, since who reads the output may not read the declaration.
    /// </summary>
    public bool WriteDefaultAttributes { get; init; } = true;

    /// <summary>
    /// How many bytes may wait before they are passed on unasked, 16 KB by default. A <see cref="Stream"/> is then written to synchronously; a writer that must not do so is given
    /// <see cref="int.MaxValue"/> and flushed by <see cref="Utf8XmlWriter.FlushAsync"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int BufferSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 16 * 1024;
}
