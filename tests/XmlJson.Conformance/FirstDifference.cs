namespace XmlJson.Conformance;

/// <summary>Shows where two texts differ.</summary>
internal static class FirstDifference
{
    /// <summary>The first line of each that the other has not.</summary>
    public static string Of(string expected, string found)
    {
        var (a, b) = (expected.Split('\n'), found.Split('\n'));
        var at = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"  expected: {a.ElementAtOrDefault(at)}\n  found:    {b.ElementAtOrDefault(at)}";
    }
}
