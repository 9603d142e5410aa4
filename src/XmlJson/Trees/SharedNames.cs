namespace XmlJson.Trees;

/// <summary>The strings behind the names of documents that are built one after the other. One builder at a time adds to them, and who maps a document may; any thread reads those of a document that is built.</summary>
internal sealed class SharedNames
{
    // A small document that lives long must not keep much: who needs more takes a copy.
    private const int MaxNames = 1024;
    private const int MaxBytes = 64 * 1024;

    // Beyond so many declarations of a document, the one expected is that of another place: a power of two.
    private const int Declarations = 16;

    private readonly int[] _declared = new int[Declarations];

    /// <summary>The strings.</summary>
    public XmlNames Names { get; } = new();

    /// <summary>The names of the document that had others than the one before it, by their numbers. They stay as they are.</summary>
    public NameRow[] Rows { get; set; } = new NameRow[1];

    /// <summary>How many of <see cref="Rows"/> are used, the first one, which is none's, counted too.</summary>
    public int RowCount { get; set; } = 1;

    /// <summary>Whether nothing more should be added.</summary>
    public bool IsFull => Names.Total >= MaxNames || Names.ByteCount >= MaxBytes;

    /// <summary>The number of the namespace that the last document declared in a place, counted from 0; for who builds a document.</summary>
    public ref int DeclaredAt(int place) => ref _declared[place & (Declarations - 1)];
}
