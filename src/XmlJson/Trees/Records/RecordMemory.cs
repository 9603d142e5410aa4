namespace XmlJson.Trees;

/// <summary>What a builder of records needs beside the rows. One waits on each thread: for a message it takes as long to make as to read it.</summary>
internal sealed class RecordMemory
{
    // What only an unusual document needed is not kept.
    private const int MaxKept = 1024;

    [ThreadStatic]
    private static RecordMemory? s_waiting;

    private RecordMemory(ElementPathPattern path) => Paths = new ElementPathMatcher([path]);

    /// <summary>Finds the records.</summary>
    public ElementPathMatcher Paths { get; }

    /// <summary>The open elements above them.</summary>
    public AncestorStack Ancestors { get; } = new();

    /// <summary>Those that were found.</summary>
    public Queue<FoundRecord> Found { get; } = new();

    /// <summary>Takes what waits, if it is for this path, or makes it.</summary>
    public static RecordMemory Rent(ElementPathPattern path)
    {
        var waiting = s_waiting;
        if (waiting is null || !waiting.Paths.IsFor(path))
        {
            return new RecordMemory(path);
        }

        s_waiting = null;
        return waiting;
    }

    /// <summary>Lets the next document of this thread have it.</summary>
    public void Return()
    {
        Found.Clear();
        Ancestors.Clear();
        Paths.ForgetLargeTable();
        if (Found.Capacity <= MaxKept && Ancestors.Capacity <= MaxKept && Paths.Steps <= MaxKept)
        {
            s_waiting = this;
        }
    }
}
