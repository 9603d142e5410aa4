using System.Diagnostics;

namespace XmlJson.Trees;

/// <summary>One node of a <see cref="Document"/> that is not an attribute. A parsed document has its rows in document order; edits add rows at the end and change links.</summary>
//  0            4        8        12         16                  20               24
//  | name | …k  | parent | next   | previous | first child       | first attribute |   document, fragment, element
//  | name | …k  | parent | next   | previous | start of the text | length          |   all others
//
//  bits 0–3 of the first word: NodeKind; bits 8–31: the name's number in NameTable (0: none).
//  A link of 0 means none: row 0 is the document, which is nobody's child and no sibling.
//  The first child's "previous" is the last child, so that appending takes one step and costs no further link.
internal struct NodeRow
{
    /// <summary>The bytes that a row takes.</summary>
    public const int Size = 24;

    private uint _head;

    public int Parent;
    public int Next;
    public int Previous;

    private int _fifth;
    private int _sixth;

    /// <summary>Makes it a node.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="name">Its name's number; 0 for none.</param>
    /// <param name="parent">Its parent's row; negative for none.</param>
    /// <param name="next">The row of the child after it; 0 for none.</param>
    /// <param name="previous">The row of the child before it, or of the last one; 0 without a parent.</param>
    /// <param name="fifth">Where its text begins; of an element, 0.</param>
    /// <param name="sixth">How long its text is; of an element, the first attribute.</param>
    public void Set(NodeKind kind, int name, int parent, int next, int previous, int fifth, int sixth)
    {
        _head = (uint)kind | ((uint)name << 8);
        Parent = parent;
        Next = next;
        Previous = previous;
        _fifth = fifth;
        _sixth = sixth;
    }

    public NodeKind Kind
    {
        readonly get => (NodeKind)(_head & 15);
        set
        {
            Debug.Assert((value <= NodeKind.Element) == IsContainer, "The other words would mean something else.");
            _head = (_head & ~15u) | (uint)value;
        }
    }

    public readonly int Name => (int)(_head >> 8);

    public readonly bool IsContainer => Kind <= NodeKind.Element;

    public readonly bool IsText => Kind is >= NodeKind.Text and <= NodeKind.CData;

    /// <summary>Whether ElementTree has it among an element's children.</summary>
    public readonly bool IsElementLike => Kind is NodeKind.Element or NodeKind.Comment or NodeKind.ProcessingInstruction;

    public int FirstChild
    {
        readonly get => IsContainer ? _fifth : 0;
        set
        {
            Debug.Assert(IsContainer, "Only these have children.");
            _fifth = value;
        }
    }

    public int FirstAttribute
    {
        readonly get => Kind == NodeKind.Element ? _sixth : 0;
        set
        {
            Debug.Assert(Kind == NodeKind.Element, "Only elements have attributes.");
            _sixth = value;
        }
    }

    public TextSlice Text
    {
        readonly get
        {
            Debug.Assert(!IsContainer, "These have links in its place.");
            return new TextSlice(_fifth, _sixth);
        }

        set
        {
            Debug.Assert(!IsContainer, "These have links in its place.");
            _fifth = value.Start;
            _sixth = value.Length;
        }
    }

    public void Rename(int name) => _head = (_head & 255) | ((uint)name << 8);
}
