namespace XmlJson.Benchmarks;

/// <summary>SplitMix64: the same numbers for the same seed, on every machine and in every version of .NET, which <see cref="Random"/> does not promise.</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to <paramref name="bound"/> - 1.</summary>
    public int Next(int bound) => (int)(((UInt128)NextBits() * (uint)bound) >> 64);

    /// <summary>A number from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public int Next(int first, int last) => first + Next(last - first + 1);

    /// <summary>Whether something that happens this often of a hundred times happens now.</summary>
    public bool Percent(int chance) => Next(100) < chance;

    /// <summary>One of several, each as likely.</summary>
    public string Pick(ReadOnlySpan<string> choices) => choices[Next(choices.Length)];

    /// <summary>One of several, the first ones more often, as words are in a language.</summary>
    public string PickCommon(ReadOnlySpan<string> choices) => choices[Next(Next(choices.Length) + 1)];

    private ulong NextBits()
    {
        var bits = _state += 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
