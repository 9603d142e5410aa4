using XmlJson.Trees;

namespace XmlJson.ElementTree;

/// <summary>Compares all text under elements with values, stopping at the first difference.</summary>
/// <remarks>
/// Elements under each other have their texts in common, so asking at each level of a deep tree could take quadratic time. When much time has been spent, the texts are listed once, and every
/// element is given its part of the list.
/// </remarks>
internal sealed class TextComparison(Document document, int root)
{
    private const int Patience = 100_000;

    private int _steps;

    // The texts under the root that are not empty, in document order; with the number of bytes before each.
    private List<int>? _texts;
    private List<long>? _offsets;

    // Where an element's texts begin and end in the list.
    private Dictionary<int, (int Start, int End)>? _parts;

    public bool AreEqual(int row, ReadOnlySpan<byte> value)
    {
        if (document.Node(row).Kind != NodeKind.Element)
        {
            return value.IsEmpty;
        }

        if (_steps <= Patience)
        {
            return CompareUnder(row, value);
        }

        if (_texts is null)
        {
            ListTexts();
        }

        var (start, end) = _parts![row];
        if (_offsets![end] - _offsets[start] != value.Length)
        {
            return false;
        }

        for (; start < end; start++)
        {
            if (!Take(_texts![start], ref value))
            {
                return false;
            }
        }

        return true;
    }

    private bool CompareUnder(int top, ReadOnlySpan<byte> value)
    {
        for (var row = document.Following(top, top); row != 0; row = document.Following(row, top))
        {
            _steps++;
            if (document.IsContent(row, ignorableToo: true) && !Take(row, ref value))
            {
                return false;
            }
        }

        return value.IsEmpty;
    }

    private bool Take(int row, ref ReadOnlySpan<byte> value)
    {
        var text = document.TextOf(row);
        if (!value.StartsWith(text))
        {
            return false;
        }

        value = value[text.Length..];
        return true;
    }

    private void ListTexts()
    {
        _texts = [];
        _offsets = [0];
        _parts = [];
        var row = root;
        while (true)
        {
            if (document.Node(row).Kind == NodeKind.Element)
            {
                _parts[row] = (_texts.Count, _texts.Count);
            }
            else if (document.IsContent(row, ignorableToo: true) && document.Node(row).Text.Length > 0)
            {
                _texts.Add(row);
                _offsets.Add(_offsets[^1] + document.Node(row).Text.Length);
            }

            if (document.Node(row).FirstChild is var child and not 0)
            {
                row = child;
                continue;
            }

            // Up from here until there is a next sibling.
            while (true)
            {
                if (_parts.TryGetValue(row, out var part))
                {
                    _parts[row] = part with { End = _texts.Count };
                }

                if (row == root)
                {
                    return;
                }

                if (document.Node(row).Next is var next and not 0)
                {
                    row = next;
                    break;
                }

                row = document.Node(row).Parent;
            }
        }
    }
}
