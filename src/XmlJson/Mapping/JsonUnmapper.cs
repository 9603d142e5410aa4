using System.Text.Json;

namespace XmlJson.Mapping;

/// <summary>The JSON → events half of a convention: takes JSON tokens, and puts events on the tape.</summary>
internal abstract class JsonUnmapper : IInputPlace
{
    /// <summary>Who had so many open containers holds much memory.</summary>
    protected const int LargeDepth = 4096;

    // Lines are counted by whoever has the text.
    public TextPosition Position => new(0, 0, Offset);

    public abstract string Path { get; }

    /// <summary>Whether the next text should begin with another unmapper: the keys so far take much memory, or what becomes of them depends on the texts so far.</summary>
    public abstract bool IsSpent { get; }

    /// <summary>Where the token begins that was taken last.</summary>
    protected long Offset { get; set; }

    /// <summary>Begins a document.</summary>
    public abstract void Begin();

    /// <summary>Takes tokens until something on the tape is decided.</summary>
    /// <param name="reader">A reader whose values are one span each; it stands on the token that was taken last.</param>
    /// <param name="offset">How many bytes of the document were before the reader's input.</param>
    /// <returns>Whether there is something; otherwise the reader has no more.</returns>
    public abstract bool Take(ref Utf8JsonReader reader, long offset);

    /// <summary>All row numbers on the tape are less than before.</summary>
    public abstract void Moved(int rows);

    /// <summary>Resolves the keys on the tape.</summary>
    public abstract EventNames Names { get; }
}
