using XmlJson.Mapping.Keyed;

namespace XmlJson.Mapping;

/// <summary>Decides which elements become JSON arrays.</summary>
public sealed record ArrayRule
{
    private readonly ElementPathPattern[] _patterns = [];

    private ArrayRule(ArrayDecision otherwise) => Default = otherwise;

    private ArrayRule(ElementPathPattern[] patterns, ArrayDecision otherwise)
    {
        _patterns = patterns;
        Default = otherwise;
    }

    /// <summary>Elements that occur more than once in their parent become an array, adjacent or not.</summary>
    public static ArrayRule Repeated { get; } = new(ArrayDecision.WhenRepeated);

    /// <summary>Every element but the root is in an array.</summary>
    public static ArrayRule Always { get; } = new(ArrayDecision.Array);

    /// <summary>Nothing is an array, and a repeated element is refused.</summary>
    public static ArrayRule Never { get; } = new(ArrayDecision.Single);

    /// <summary>What is decided where no path matches, and the caller does not decide.</summary>
    public ArrayDecision Default { get; private init; }

    /// <summary>The function given to <see cref="DecidedBy"/>.</summary>
    internal Func<MappedPath, ArrayDecision?>? Decide { get; private init; }

    /// <summary>What decides by path; null where nothing does.</summary>
    internal PathDecisions<ArrayDecision>? CreateDecisions()
    {
        if (_patterns.Length == 0 && Decide is null)
        {
            return null;
        }

        var decisions = new ArrayDecision[_patterns.Length];
        Array.Fill(decisions, ArrayDecision.Array);
        return new PathDecisions<ArrayDecision>(_patterns, decisions, Decide);
    }

    /// <summary>The elements at certain paths are always arrays; all others as <see cref="Repeated"/>, unless <see cref="Otherwise"/> says more.</summary>
    /// <param name="paths">Paths such as <c>/catalog/book</c> or <c>**/item</c>: names as written, with prefix; <c>*</c> is any one name, <c>**</c> any number of them.</param>
    /// <exception cref="ArgumentException">A path is malformed: empty, without a name, or it begins with neither <c>/</c> nor <c>**/</c>.</exception>
    public static ArrayRule AtPaths(params ReadOnlySpan<string> paths)
    {
        var patterns = new ElementPathPattern[paths.Length];
        for (var i = 0; i < paths.Length; i++)
        {
            patterns[i] = ElementPathPattern.Parse(paths[i]);
        }

        return new ArrayRule(patterns, ArrayDecision.WhenRepeated);
    }

    /// <summary>The same paths, with another decision for everything else: <c>AtPaths("/catalog/book").Otherwise(ArrayDecision.Single)</c> leaves nothing open, so nothing has to wait.</summary>
    /// <param name="decision">What is decided where no path matches.</param>
    public ArrayRule Otherwise(ArrayDecision decision) => this with { Default = decision };

    /// <summary>The same rule, with a function that decides where no path matches.</summary>
    /// <param name="decide">
    /// Is given the path of an element and decides; null leaves it to <see cref="Default"/>. It is asked once for each distinct path of a document, in the order
    /// of first occurrence, must decide the same for the same path, and be safe for use by the threads that convert. What it throws reaches the caller.
    /// </param>
    public ArrayRule DecidedBy(Func<MappedPath, ArrayDecision?> decide)
    {
        ArgumentNullException.ThrowIfNull(decide);
        return this with { Decide = decide };
    }

    /// <inheritdoc/>
    public bool Equals(ArrayRule? other) => other is not null && Default == other.Default && Decide == other.Decide && _patterns.AsSpan().SequenceEqual(other._patterns);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Default);
        hash.Add(Decide);
        foreach (var pattern in _patterns)
        {
            hash.Add(pattern);
        }

        return hash.ToHashCode();
    }
}
