using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace XmlJson;

/// <summary>The prefixes that namespaces get in turn: <c>n0</c>, <c>n1</c> and so on. Namespaces are numbers of a <see cref="CanonicalNamespaces"/>.</summary>
internal sealed class SequentialPrefixes
{
    // "n" and ten digits.
    private const int LongestPrefix = 11;

    private readonly CanonicalNamespaces _namespaces;
    private readonly Comparison<int> _prefixOrder;

    // One more than a namespace's number; 0 for those that have none.
    private int[] _numbers = [];
    private bool[] _isRendered = [];
    private readonly Stack<(int Depth, int Uri)> _undo = new();
    private readonly List<int> _used = [];
    private int _count;

    public SequentialPrefixes(CanonicalNamespaces namespaces)
    {
        _namespaces = namespaces;
        _prefixOrder = Compare;
    }

    /// <summary>The tag of the element at a depth uses a namespace.</summary>
    public void Use(int uri, int depth)
    {
        if (uri >= _numbers.Length)
        {
            var length = Math.Max(_namespaces.UriCount, Math.Max(16, _numbers.Length * 2));
            Array.Resize(ref _numbers, length);
            Array.Resize(ref _isRendered, length);
        }

        if (_isRendered[uri] || uri == XmlNames.XmlNamespace)
        {
            return;
        }

        _isRendered[uri] = true;
        _undo.Push((depth, uri));
        _used.Add(uri);
    }

    /// <summary>The namespaces that must be declared now, in the order of their prefixes; valid until the next tag.</summary>
    public ReadOnlySpan<int> Declared => CollectionsMarshal.AsSpan(_used);

    /// <summary>A tag begins.</summary>
    public void BeginTag() => _used.Clear();

    /// <summary>All namespaces that the tag uses are known: those that have no number get theirs, in the order of their names.</summary>
    public void Number()
    {
        _namespaces.SortUris(CollectionsMarshal.AsSpan(_used));
        foreach (var uri in _used)
        {
            if (_numbers[uri] == 0)
            {
                _numbers[uri] = ++_count;
            }
        }

        CollectionsMarshal.AsSpan(_used).Sort(_prefixOrder);
    }

    public void WritePrefix(int uri, ref OutputBuffer output)
    {
        if (uri == XmlNames.XmlNamespace)
        {
            output.Write("xml"u8);
            return;
        }

        output.Advance(Format(_numbers[uri], output.GetSpan(LongestPrefix)));
    }

    public void Leave(int depth)
    {
        while (_undo.TryPeek(out var last) && last.Depth == depth)
        {
            _isRendered[_undo.Pop().Uri] = false;
        }
    }

    public void Reset()
    {
        _numbers.AsSpan().Clear();
        _isRendered.AsSpan().Clear();
        _undo.Clear();
        _used.Clear();
        _count = 0;
    }

    // As text: "n10" comes before "n2".
    private int Compare(int x, int y)
    {
        Span<byte> first = stackalloc byte[LongestPrefix];
        Span<byte> second = stackalloc byte[LongestPrefix];
        return first[..Format(_numbers[x], first)].SequenceCompareTo(second[..Format(_numbers[y], second)]);
    }

    private static int Format(int number, Span<byte> target)
    {
        target[0] = (byte)'n';
        Utf8Formatter.TryFormat(number - 1, target[1..], out var digits);
        return digits + 1;
    }
}
