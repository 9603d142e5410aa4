namespace XmlJson.Benchmarks;

/// <summary>FNV-1a, 64 bits: does not care how its input is cut, and is the same on every machine. Finds accidents, not attacks.</summary>
internal struct Hash64
{
    private const ulong OffsetBasis = 0xcbf29ce484222325;
    private const ulong Prime = 0x100000001b3;

    private ulong _state;

    public Hash64() => _state = OffsetBasis;

    public readonly ulong Value => _state;

    public void Add(byte value) => _state = (_state ^ value) * Prime;

    public void Add(ReadOnlySpan<byte> values)
    {
        var state = _state;
        foreach (var value in values)
        {
            state = (state ^ value) * Prime;
        }

        _state = state;
    }

    public void Add(ulong value)
    {
        for (var shift = 0; shift < 64; shift += 8)
        {
            Add((byte)(value >> shift));
        }
    }
}
