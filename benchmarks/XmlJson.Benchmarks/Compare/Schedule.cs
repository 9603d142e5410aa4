namespace XmlJson.Benchmarks;

/// <summary>Who runs when: everybody once in each round, each round begun by the next one, so that no one always follows the same state of the machine.</summary>
internal static class Schedule
{
    /// <summary>The order of a round.</summary>
    /// <param name="count">The number of contenders.</param>
    /// <param name="round">The round, from 0.</param>
    public static IEnumerable<int> Round(int count, int round) => Enumerable.Range(0, count).Select(place => (place + round) % count);
}
