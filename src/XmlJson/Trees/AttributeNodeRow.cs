namespace XmlJson.Trees;

/// <summary>One attribute of an element of a <see cref="Document"/>, namespace declarations included. An element's attributes follow each other when it was parsed.</summary>
//  0               4                    8        12      16
//  | name | type,k | start of the value | length | next  |
//
//  bits 0–3 of the first word: NodeKind (an attribute, written or defaulted); 4–7: AttributeType; 8–31: the name's number in NameTable.
//  The last attribute's "next" is the complement of its element's row: ~0, the document, while it belongs to no element.
//  Index 0 is not used, so that 0 can mean none.
internal struct AttributeNodeRow
{
    /// <summary>The bytes that a row takes.</summary>
    public const int Size = 16;

    private uint _head;
    private int _start;
    private int _length;

    public int Next;

    public TextSlice Value
    {
        readonly get => new(_start, _length);
        set => (_start, _length) = value;
    }

    /// <summary>Makes it an attribute.</summary>
    public void Set(int name, bool isSpecified, AttributeType type, int next, int start, int length)
    {
        _head = (uint)(isSpecified ? NodeKind.Attribute : NodeKind.DefaultedAttribute) | ((uint)type << 4) | ((uint)name << 8);
        Next = next;
        _start = start;
        _length = length;
    }

    public readonly bool IsSpecified => (NodeKind)(_head & 15) == NodeKind.Attribute;

    public readonly AttributeType Type => (AttributeType)((_head >> 4) & 15);

    public readonly int Name => (int)(_head >> 8);

    public void Rename(int name) => _head = (_head & 255) | ((uint)name << 8);

    /// <summary>A value that was set is no default any more.</summary>
    public void Specify() => _head = (_head & ~15u) | (uint)NodeKind.Attribute;
}
