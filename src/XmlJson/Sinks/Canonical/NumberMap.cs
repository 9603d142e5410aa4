namespace XmlJson;

/// <summary>What a sink notes of the numbers of a source's table of names; 0 where nothing was noted. The table of the first name asked for is the one that is noted.</summary>
internal struct NumberMap
{
    private XmlNames? _table;
    private int[] _noted = [];
    private int _scratch;

    public NumberMap()
    {
    }

    /// <summary>The note on a number; the reference is valid until the next call.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ref int this[XmlNames table, int id]
    {
        get
        {
            _table ??= table;
            if (!ReferenceEquals(table, _table))
            {
                // Two tables taking turns would forget each other's notes at each name; so the second one gets none.
                _scratch = 0;
                return ref _scratch;
            }

            if (id >= _noted.Length)
            {
                Array.Resize(ref _noted, Math.Max(id + 1, Math.Max(16, _noted.Length * 2)));
            }

            return ref _noted[id];
        }
    }

    /// <summary>Forgets everything, the table too.</summary>
    public void Clear()
    {
        _table = null;
        _noted.AsSpan().Clear();
    }
}
