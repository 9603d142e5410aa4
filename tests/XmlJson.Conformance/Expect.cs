namespace XmlJson.Conformance;

/// <summary>Assertions over many documents at once.</summary>
internal static class Expect
{
    private const int Shown = 25;

    /// <summary>Fails with the faults found, the first of them in words.</summary>
    public static void None(IReadOnlyCollection<string> faults)
    {
        if (faults.Count > 0)
        {
            Assert.Fail($"{faults.Count} faults\n{string.Join('\n', faults.Take(Shown))}");
        }
    }
}
