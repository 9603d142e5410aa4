using System.Text;
using XmlJson.Trees;

namespace XmlJson.ElementTree;

/// <summary>Indents the elements under one. All indentations are parts of one text, the deepest one's, since each begins like it.</summary>
internal readonly struct Indentation
{
    private readonly Document _document;
    private readonly int _top;
    private readonly int _level;
    private readonly int _width;
    private readonly TextSlice _deepest;

    public Indentation(Document document, int top, string space, int level)
    {
        _document = document;
        _top = top;
        _level = level;
        _width = space.Length;
        var deepest = new StringBuilder("\n");
        _deepest = document.StoreText(deepest.Insert(1, space, level + Height()).ToString().AsSpan());
    }

    public void Apply()
    {
        var level = _level;
        var row = FirstChild(_top);
        if (row == 0)
        {
            return;
        }

        Begin(_top, ++level);
        while (true)
        {
            if (FirstChild(row) is var child and not 0)
            {
                Begin(row, ++level);
                row = child;
                continue;
            }

            // Up from here until there is a next sibling: the last one's tail leads back to its parent's level.
            while (NextSibling(row) == 0)
            {
                End(row, --level);
                row = _document.Node(row).Parent;
                if (row == _top)
                {
                    return;
                }
            }

            End(row, level);
            row = NextSibling(row);
        }
    }

    private int Height()
    {
        var (height, level) = (0, 0);
        var row = _top;
        while (true)
        {
            if (FirstChild(row) is var child and not 0)
            {
                height = Math.Max(height, ++level);
                row = child;
                continue;
            }

            while (row != _top && NextSibling(row) == 0)
            {
                row = _document.Node(row).Parent;
                level--;
            }

            if (row == _top)
            {
                return height;
            }

            row = NextSibling(row);
        }
    }

    private int FirstChild(int row) => _document.SkipForward(_document.Node(row).FirstChild, elementsOnly: true);

    private int NextSibling(int row) => _document.SkipForward(_document.Node(row).Next, elementsOnly: true);

    private TextSlice At(int level) => _deepest with { Length = 1 + (level * _width) };

    private void Begin(int parent, int level)
    {
        var first = _document.Node(parent).FirstChild;
        if (_document.IsBlankRun(first))
        {
            _document.ReplaceRun(parent, first, At(level));
        }
    }

    private void End(int row, int level)
    {
        ref var node = ref _document.Node(row);
        if (_document.IsBlankRun(node.Next))
        {
            _document.ReplaceRun(node.Parent, node.Next, At(level));
        }
    }
}
