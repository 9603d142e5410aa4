namespace XmlJson.Mapping.Keyed;

/// <summary>An open element, or the document, while <see cref="KeyedMapper"/> reads it.</summary>
internal struct MappedElement
{
    /// <summary>Its row on the tape; -1 for the document.</summary>
    public int Row;

    /// <summary>The tape's text when it began.</summary>
    public int Text;

    /// <summary>In an opened element: the first row that is held.</summary>
    public int Held;

    /// <summary>In an opened element: the key of the array that is being written, or -1.</summary>
    public int ArrayKey;

    /// <summary>The state of the path matcher.</summary>
    public int Path;

    /// <summary>The state of the paths of types.</summary>
    public int TypePath;

    /// <summary>The type of its text.</summary>
    public TextType Type;

    /// <summary>How many namespace declarations were in force before it.</summary>
    public int Declarations;

    /// <summary>How many keys were remembered as written before it.</summary>
    public int SeenCount;

    /// <summary>In an opened element: its number among them.</summary>
    public long Opened;

    /// <summary>Whether its value may be written where the writer stands.</summary>
    public bool MayBeWritten;

    /// <summary>Whether its brace and attributes were written.</summary>
    public bool IsOpened;

    /// <summary>Whether it has content that is not dropped.</summary>
    public bool HasNodes;

    /// <summary>Whether it has text beside other content, or will have.</summary>
    public bool HasText;

    /// <summary>Whether <c>xml:space</c> is <c>preserve</c>.</summary>
    public bool IsPreserving;
}
