namespace XmlJson.Mapping.Keyed;

/// <summary>One node that waits to be written: in a <see cref="NodeTape"/> an element's row is followed by the rows of its attributes and its content, in document order.</summary>
//  0     4     8      12          16           20      22     23
//  | Key | End | Next | TextStart | TextLength | Flags | Kind | Type |
internal struct NodeRow
{
    /// <summary>What a row takes, in bytes.</summary>
    public const int Size = 24;

    /// <summary>The number of its JSON key.</summary>
    public int Key;

    /// <summary>The row behind the node's last.</summary>
    public int End;

    /// <summary>The next sibling with the same key, or -1; known once the siblings were grouped.</summary>
    public int Next;

    /// <summary>Where its text begins on the tape.</summary>
    public int TextStart;
    public int TextLength;
    public NodeFlags Flags;
    public NodeKind Kind;

    /// <summary>The type of its text.</summary>
    public TextType Type;
}
