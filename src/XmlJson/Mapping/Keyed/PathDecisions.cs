using System.Runtime.InteropServices;
using System.Text;

namespace XmlJson.Mapping.Keyed;

/// <summary>
/// Decides by the path of an element or attribute: by patterns, and by a function where none matches. A state stands for a path; where there is a function it stands for one alone, so that the function is
/// asked once.
/// </summary>
internal sealed class PathDecisions<T>
    where T : struct
{
    private readonly T[] _decisions;
    private readonly Func<MappedPath, T?>? _decide;
    private readonly ElementPathMatcher _patterns;
    private readonly List<Place> _places = [];
    private readonly Dictionary<(int State, int Name, int Uri), (int State, T? Decision)> _children = [];

    /// <summary>Makes it of a rule.</summary>
    /// <param name="patterns">The patterns.</param>
    /// <param name="decisions">What each decides.</param>
    /// <param name="decide">Is asked where no pattern matches.</param>
    public PathDecisions(ElementPathPattern[] patterns, T[] decisions, Func<MappedPath, T?>? decide)
    {
        _decisions = decisions;
        _decide = decide;
        _patterns = new ElementPathMatcher(patterns);
        _places.Add(new Place(null, _patterns.Start));
    }

    /// <summary>The state at the document, above its root element.</summary>
    public int Start => _decide is null ? _patterns.Start : 0;

    /// <summary>Begins a document.</summary>
    public void Begin()
    {
        _children.Clear();
        _places.RemoveRange(1, _places.Count - 1);
    }

    /// <summary>The state of a child element, and what is decided; null where nothing is.</summary>
    public int Enter(int state, in XmlName name, out T? decision)
    {
        if (_decide is not null)
        {
            ref var child = ref CollectionsMarshal.GetValueRefOrAddDefault(_children, (state, name.Id, name.NamespaceId), out var isKnown);
            if (!isKnown)
            {
                var inner = _patterns.EnterAndFind(_places[state].Patterns, in name, out var found);
                child = Add(state, inner, found, name.Qualified);
            }

            decision = child.Decision;
            return child.State;
        }

        state = _patterns.EnterAndFind(state, in name, out var pattern);
        decision = pattern < 0 ? null : _decisions[pattern];
        return state;
    }

    /// <inheritdoc cref="Enter(int, in XmlName, out T?)"/>
    /// <param name="state">The parent's state.</param>
    /// <param name="id">The number of the child's name.</param>
    /// <param name="name">The name as it is written; an attribute's with an <c>@</c> before it.</param>
    /// <param name="decision">What is decided.</param>
    public int Enter(int state, int id, ReadOnlySpan<byte> name, out T? decision)
    {
        if (_decide is not null)
        {
            ref var child = ref CollectionsMarshal.GetValueRefOrAddDefault(_children, (state, id, -1), out var isKnown);
            if (!isKnown)
            {
                var inner = _patterns.EnterAndFind(_places[state].Patterns, id, name, out var found);
                child = Add(state, inner, found, name);
            }

            decision = child.Decision;
            return child.State;
        }

        state = _patterns.EnterAndFind(state, id, name, out var pattern);
        decision = pattern < 0 ? null : _decisions[pattern];
        return state;
    }

    /// <summary>Forgets which number stands for which name.</summary>
    public void ForgetNames()
    {
        _patterns.ForgetNames();
        Begin();
    }

    private (int State, T? Decision) Add(int parent, int patterns, int pattern, ReadOnlySpan<byte> name)
    {
        var state = _places.Count;
        var path = new MappedPath(_places[parent].Path, Encoding.UTF8.GetString(name));
        _places.Add(new Place(path, patterns));
        return (state, pattern < 0 ? _decide!(path) : _decisions[pattern]);
    }

    // Of the document itself there is no path.
    private readonly record struct Place(MappedPath? Path, int Patterns);
}
