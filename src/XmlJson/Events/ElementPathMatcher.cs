using System.Runtime.InteropServices;

namespace XmlJson;

/// <summary>
/// Finds out while descending whether an element's path matches one of several patterns: the patterns are a nondeterministic automaton over names, and the sets of its places
/// that occur are numbered when they first do, so one step is one look into a table.
/// </summary>
internal sealed class ElementPathMatcher
{
    private readonly ElementPathPattern[] _patterns;
    private readonly List<Place[]> _states = [];
    private readonly Dictionary<(int State, int Name, int Uri), Step> _steps = [];

    // The step taken last: most often the next one is the same.
    private (int State, int Name, int Uri) _lastKey = (-1, 0, 0);
    private Step _lastStep;

    // The table of the names of the last elements that were entered.
    private XmlNames? _names;

    public ElementPathMatcher(ReadOnlySpan<ElementPathPattern> patterns)
    {
        _patterns = patterns.ToArray();
        var start = new SortedSet<Place>();
        for (var i = 0; i < _patterns.Length; i++)
        {
            Add(start, new Place(i, 0));
        }

        Start = Number(start);
    }

    /// <summary>How many steps are known.</summary>
    public int Steps => _steps.Count;

    /// <summary>The state at the document, above its root element.</summary>
    public int Start { get; }

    /// <summary>The state of a child element.</summary>
    /// <param name="state">The parent's state.</param>
    /// <param name="name">The child's name.</param>
    /// <param name="isMatch">Whether the child's path matches a pattern.</param>
    public int Enter(int state, in XmlName name, out bool isMatch)
    {
        state = EnterAndFind(state, in name, out var pattern);
        isMatch = pattern >= 0;
        return state;
    }

    /// <inheritdoc cref="Enter(int, in XmlName, out bool)"/>
    /// <param name="state">The parent's state.</param>
    /// <param name="name">The child's name.</param>
    /// <param name="pattern">The first pattern that the child's path matches, or -1.</param>
    public int EnterAndFind(int state, in XmlName name, out int pattern)
    {
        if (!ReferenceEquals(name.Table, _names))
        {
            ForgetNames();
            _names = name.Table;
        }

        var key = (state, name.Id, name.NamespaceId);
        if (key != _lastKey)
        {
            ref var step = ref CollectionsMarshal.GetValueRefOrAddDefault(_steps, key, out var known);
            if (!known)
            {
                step = Advance(state, name.Qualified, name.Local, name.NamespaceUri);
            }

            _lastKey = key;
            _lastStep = step;
        }

        pattern = _lastStep.Pattern;
        return _lastStep.State;
    }

    /// <summary>The state of a child whose name is no more than what is written, and in no namespace.</summary>
    /// <param name="state">The parent's state.</param>
    /// <param name="id">The number of the child's name; one number means one name until <see cref="ForgetNames"/>.</param>
    /// <param name="name">The child's name.</param>
    /// <param name="isMatch">Whether the child's path matches a pattern.</param>
    public int Enter(int state, int id, ReadOnlySpan<byte> name, out bool isMatch)
    {
        state = EnterAndFind(state, id, name, out var pattern);
        isMatch = pattern >= 0;
        return state;
    }

    /// <inheritdoc cref="Enter(int, int, ReadOnlySpan{byte}, out bool)"/>
    /// <param name="state">The parent's state.</param>
    /// <param name="id">The number of the child's name; one number means one name until <see cref="ForgetNames"/>.</param>
    /// <param name="name">The child's name.</param>
    /// <param name="pattern">The first pattern that the child's path matches, or -1.</param>
    public int EnterAndFind(int state, int id, ReadOnlySpan<byte> name, out int pattern)
    {
        ref var step = ref CollectionsMarshal.GetValueRefOrAddDefault(_steps, (state, id, -1), out var known);
        if (!known)
        {
            step = Advance(state, name, name, []);
        }

        pattern = step.Pattern;
        return step.State;
    }

    /// <summary>Whether one pattern is all that it looks for.</summary>
    public bool IsFor(ElementPathPattern pattern) => _patterns.Length == 1 && _patterns[0].Equals(pattern);

    /// <summary>Whether nothing under an element with this state can match.</summary>
    public bool IsDead(int state) => _states[state].Length == 0;

    /// <summary>Forgets which number stands for which name.</summary>
    public void ForgetNames()
    {
        _steps.Clear();
        _lastKey = (-1, 0, 0);
    }

    /// <summary>Lets go of a table of names that should not be kept for the sake of who waits for another document.</summary>
    public void ForgetLargeTable()
    {
        if (_names is { IsLarge: true })
        {
            ForgetNames();
            _names = null;
        }
    }

    private Step Advance(int state, ReadOnlySpan<byte> qualified, ReadOnlySpan<byte> local, ReadOnlySpan<byte> uri)
    {
        var places = new SortedSet<Place>();
        var pattern = int.MaxValue;
        foreach (var place in _states[state])
        {
            var steps = _patterns[place.Pattern].Steps;
            if (steps[place.Step].IsAnyDepth)
            {
                places.Add(place);
                places.Add(place with { Step = place.Step + 1 });
            }
            else if (steps[place.Step].Matches(qualified, local, uri))
            {
                if (place.Step + 1 == steps.Length)
                {
                    pattern = Math.Min(pattern, place.Pattern);
                }
                else
                {
                    Add(places, place with { Step = place.Step + 1 });
                }
            }
        }

        return new Step(Number(places), pattern == int.MaxValue ? -1 : pattern);
    }

    // A step for any number of names may stand for none; two of them are never in a row, and none is last.
    private void Add(SortedSet<Place> places, Place place)
    {
        places.Add(place);
        if (_patterns[place.Pattern].Steps[place.Step].IsAnyDepth)
        {
            places.Add(place with { Step = place.Step + 1 });
        }
    }

    private int Number(SortedSet<Place> places)
    {
        var known = _states.FindIndex(state => places.SetEquals(state));
        if (known < 0)
        {
            _states.Add([.. places]);
            known = _states.Count - 1;
        }

        return known;
    }

    private readonly record struct Step(int State, int Pattern);

    private readonly record struct Place(int Pattern, int Step) : IComparable<Place>
    {
        public int CompareTo(Place other) => (Pattern, Step).CompareTo((other.Pattern, other.Step));
    }
}
