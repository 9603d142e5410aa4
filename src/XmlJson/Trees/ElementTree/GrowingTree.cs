using XmlJson.Trees;

namespace XmlJson.ElementTree;

/// <summary>A document that grows at its end and is right at every moment, whatever is done to it in between: nodes are taken out, cleared, moved.</summary>
/// <remarks>What belongs to an element goes there wherever the element stands meanwhile, as in Python: the open elements are remembered here, not read from the tree.</remarks>
internal sealed class GrowingTree
{
    private readonly Stack<int> _open = [];

    // The last node that ElementTree counts in the open element, whose tail comes next; 0 while its text does.
    private int _last;

    // The last node of the text that comes now; 0 when none has come yet.
    private int _runEnd;

    // Whether the next piece of the same kind is joined to that.
    private bool _isJoinable;

    /// <summary>The document.</summary>
    public Document Document { get; } = new();

    /// <summary>The number of open elements.</summary>
    public int Depth => _open.Count;

    /// <summary>The innermost open element.</summary>
    public int Open => _open.TryPeek(out var row) ? row : Document.DocumentRow;

    /// <summary>Adds an element, and opens it.</summary>
    /// <param name="row">An element that stands nowhere.</param>
    public void Start(int row)
    {
        Document.Link(Open, row, before: 0);
        _open.Push(row);
        _last = _runEnd = 0;
    }

    /// <summary>Closes the innermost open element.</summary>
    public int End()
    {
        var row = _open.Pop();
        _last = row;
        _runEnd = 0;
        return row;
    }

    /// <summary>Adds a comment, a processing instruction, or a document type.</summary>
    /// <param name="row">A node that stands nowhere.</param>
    public void Add(int row)
    {
        Document.Link(Open, row, before: 0);
        _last = row;
        _runEnd = 0;
    }

    /// <summary>Adds text to the open element's, or to the tail of the last one in it.</summary>
    /// <param name="kind">The kind of text; pieces of one kind are joined, but for <see cref="BreakText"/> between them.</param>
    /// <param name="text">The text.</param>
    public void AddText(NodeKind kind, ReadOnlySpan<byte> text)
    {
        if (_isJoinable && _runEnd != 0 && Document.Node(_runEnd) is { Parent: not Document.NoParent } end && end.Kind == kind)
        {
            Document.Node(_runEnd).Text = Document.ExtendText(end.Text, text);
            return;
        }

        var row = Document.AddNode(kind, 0);
        Document.Node(row).Text = Document.StoreText(text);
        AddToRun(row);
        _isJoinable = true;
    }

    /// <summary>Adds a node that stands among text, such as a reference to an entity.</summary>
    /// <param name="row">A node that stands nowhere.</param>
    public void AddToRun(int row)
    {
        // Text may have been taken out meanwhile.
        var anchor = _runEnd != 0 && Document.Node(_runEnd).Parent != Document.NoParent ? _runEnd : _last;
        if (anchor == 0)
        {
            Document.Link(Open, row, Document.Node(Open).FirstChild);
        }
        else
        {
            if (Document.Node(anchor).Parent == Document.NoParent)
            {
                // An element that was taken out keeps its tail, like any other one that stands nowhere.
                Document.Link(Document.AddNode(NodeKind.Fragment, 0), anchor, before: 0);
            }

            Document.Link(Document.Node(anchor).Parent, row, Document.Node(anchor).Next);
        }

        _runEnd = row;
        _isJoinable = false;
    }

    /// <summary>The next piece of text is a node of its own.</summary>
    public void BreakText() => _isJoinable = false;
}
