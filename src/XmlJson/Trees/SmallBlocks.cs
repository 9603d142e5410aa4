namespace XmlJson.Trees;

/// <summary>The first blocks of a document's rows or bytes: one of each size waits on each thread. For a message the shared pool takes longer than reading it, above all when it is empty.</summary>
internal static class SmallBlocks<T>
    where T : unmanaged
{
    /// <summary>So many of a document's blocks are small.</summary>
    public const int Count = 5;

    [ThreadStatic]
    private static T[]?[]? s_waiting;

    /// <summary>Takes the block that waits, or a new one, with whatever the memory held before.</summary>
    /// <param name="block">Which of a document's blocks it will be; below <see cref="Count"/>.</param>
    /// <param name="size">Its length, always the same for one of these.</param>
    public static T[] Rent(int block, int size)
    {
        var waiting = s_waiting;
        if (waiting is null || waiting[block] is not { } rented)
        {
            return GC.AllocateUninitializedArray<T>(size);
        }

        waiting[block] = null;
        return rented;
    }

    /// <summary>Lets the next document of this thread have a block.</summary>
    public static void Return(int block, T[] rented) => (s_waiting ??= new T[]?[Count])[block] = rented;
}
