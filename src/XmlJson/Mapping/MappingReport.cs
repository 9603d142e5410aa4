namespace XmlJson.Mapping;

/// <summary>What one conversion dropped or changed: empty when nothing was.</summary>
public sealed class MappingReport
{
    private static readonly int KindCount = Enum.GetValues<MappingLossKind>().Length;

    /// <summary>The report of a conversion that lost nothing; nothing is ever added to it.</summary>
    internal static MappingReport Empty { get; } = new();

    private readonly long[] _counts = new long[KindCount];
    private readonly (TextPosition Position, string Path, string? Target)[] _firsts = new (TextPosition, string, string?)[KindCount];

    /// <summary>Whether nothing was dropped or changed.</summary>
    public bool IsEmpty => _counts.AsSpan().IndexOfAnyExcept(0) < 0;

    /// <summary>Every kind of loss that occurred, in the order of <see cref="MappingLossKind"/>.</summary>
    public IReadOnlyList<MappingLoss> Losses
    {
        get
        {
            var losses = new List<MappingLoss>();
            for (var kind = 0; kind < _counts.Length; kind++)
            {
                if (_counts[kind] > 0)
                {
                    losses.Add(new MappingLoss((MappingLossKind)kind, _counts[kind], _firsts[kind].Position, _firsts[kind].Path, _firsts[kind].Target));
                }
            }

            return losses;
        }
    }

    /// <summary>How many times a kind of loss occurred.</summary>
    /// <param name="kind">The kind.</param>
    public long Count(MappingLossKind kind) => _counts[(int)kind];

    /// <summary>One loss a line; empty when nothing was lost.</summary>
    public override string ToString() => string.Join('\n', Losses);

    /// <summary>Counts a loss.</summary>
    /// <returns>Whether it is the first of its kind, so that <see cref="SetFirst"/> is due.</returns>
    internal bool Add(MappingLossKind kind) => _counts[(int)kind]++ == 0;

    /// <summary>Adds what another report has, whose conversion came later.</summary>
    /// <param name="other">The other report.</param>
    /// <param name="place">Where in the whole input a place in the other's is; null where it is the same.</param>
    internal void Add(MappingReport other, Func<TextPosition, TextPosition>? place)
    {
        for (var kind = 0; kind < KindCount; kind++)
        {
            if (_counts[kind] == 0 && other._counts[kind] > 0)
            {
                var (position, path, target) = other._firsts[kind];
                _firsts[kind] = (place is null ? position : place(position), path, target);
            }

            _counts[kind] += other._counts[kind];
        }
    }

    /// <summary>Forgets everything.</summary>
    internal void Clear()
    {
        Array.Clear(_counts);
        Array.Clear(_firsts);
    }

    internal void SetFirst(MappingLossKind kind, TextPosition position, string path, string? target) => _firsts[(int)kind] = (position, path, target);

    internal void SetTarget(MappingLossKind kind, string target) => _firsts[(int)kind].Target = target;
}
