namespace XmlJson.Conformance;

/// <summary>How much may be allocated for a hostile document, however it is read.</summary>
internal static class MemoryBound
{
    private const int Factor = 100;
    private const long Allowance = 64L * 1024 * 1024;

    /// <summary>The bound for a document, in bytes.</summary>
    public static long Of(byte[] document) => (Factor * (long)document.Length) + Allowance;
}
