namespace XmlJson.Tests.Reading;

/// <summary>Ways to cut a document, as the lengths of its pieces.</summary>
internal static class Cuts
{
    /// <summary>The chunk sizes that the laws are tested with.</summary>
    public static IReadOnlyList<int> ChunkSizes { get; } = [1, 2, 3, 5, 7, 13, 64, 4096];

    /// <summary>In pieces of one size, but for the last.</summary>
    public static IEnumerable<int> Chunks(int length, int size)
    {
        for (; length > 0; length -= size)
        {
            yield return Math.Min(length, size);
        }
    }

    /// <summary>In two, or one at either end.</summary>
    public static IEnumerable<int> InTwo(int length, int at) => [at, length - at];
}
