namespace XmlJson.Trees;

/// <summary>The strings behind the names of documents that are built one after the other. One builder at a time adds to them, while any thread reads those of a document that is built.</summary>
internal sealed class SharedNames
{
    // A small document that lives long must not keep much: who needs more takes a copy.
    private const int MaxNames = 1024;
    private const int MaxBytes = 64 * 1024;

    // Held by who adds and by who copies: reading needs none.
    private readonly Lock _lock = new();

    /// <summary>The strings.</summary>
    public XmlNames Names { get; } = new();

    /// <summary>Whether nothing more should be added.</summary>
    public bool IsFull => Names.Total >= MaxNames || Names.ByteCount >= MaxBytes;

    /// <summary>Lets the one who builds a document add names, until the result is disposed.</summary>
    public Lock.Scope BeginAdding() => _lock.EnterScope();

    /// <summary>The same strings by the same numbers, in a table that is nobody else's.</summary>
    public XmlNames Copy()
    {
        lock (_lock)
        {
            return Names.Copy();
        }
    }
}
