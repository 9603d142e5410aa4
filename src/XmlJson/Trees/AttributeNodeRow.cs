namespace XmlJson.Trees;

/// <summary>One attribute of an element of a <see cref="Document"/>, namespace declarations included. An element's attributes follow each other when it was parsed.</summary>
//  0               4                    8        12      16
//  | name | type,k | start of the value | length | next  |
//
//  bit 0 of the first word: it was added because its default is declared; bit 1: an edit says that it identifies its element; 4–7: AttributeType; 8–31: the name's number in NameTable.
//  The last attribute's "next" is the complement of its element's row: ~0, the document, while it belongs to no element.
//  Index 0 is not used, so that 0 can mean none.
internal struct AttributeNodeRow
{
    /// <summary>The bytes that a row takes.</summary>
    public const int Size = 16;

    private const uint Defaulted = 1;
    private const uint Identifying = 2;

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
        _head = (isSpecified ? 0 : Defaulted) | ((uint)type << 4) | ((uint)name << 8);
        Next = next;
        _start = start;
        _length = length;
    }

    public readonly bool IsSpecified => (_head & Defaulted) == 0;

    /// <summary>Whether an edit made it identify its element, whatever is declared.</summary>
    public bool IsMadeId
    {
        readonly get => (_head & Identifying) != 0;
        set => _head = value ? _head | Identifying : _head & ~Identifying;
    }

    public readonly AttributeType Type => (AttributeType)((_head >> 4) & 15);

    public readonly int Name => (int)(_head >> 8);

    public void Rename(int name) => _head = (_head & 255) | ((uint)name << 8);

    /// <summary>A value that was set is no default any more.</summary>
    public void Specify() => _head &= ~Defaulted;
}
