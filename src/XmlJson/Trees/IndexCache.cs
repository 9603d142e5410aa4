namespace XmlJson.Trees;

/// <summary>Remembers one position in one list of siblings and one list's length, so that a loop over indexes stays linear. Threads that share it only make each other forget.</summary>
//  each word:  | position or length + 1 : 32 | row : 32 |      read and written whole; 0: nothing known
internal struct IndexCache
{
    private long _position;
    private long _length;

    /// <summary>A child whose position is known; 0 when there is none.</summary>
    public int Row(out int position)
    {
        var word = Volatile.Read(ref _position);
        position = (int)(word >> 32) - 1;
        return position < 0 ? 0 : (int)word;
    }

    public void Remember(int row, int position) => Volatile.Write(ref _position, Pack(row, position));

    /// <summary>The number of children of a parent; -1 when it is not known.</summary>
    public int Length(int parent)
    {
        var word = Volatile.Read(ref _length);
        return (int)word == parent ? (int)(word >> 32) - 1 : -1;
    }

    public void RememberLength(int parent, int length) => Volatile.Write(ref _length, Pack(parent, length));

    /// <summary>Children were added to a parent or taken out of it.</summary>
    public void ChangeLength(int parent, int by)
    {
        var length = Length(parent);
        if (length >= 0)
        {
            RememberLength(parent, length + by);
        }
    }

    public void ForgetPosition() => Volatile.Write(ref _position, 0);

    private static long Pack(int row, int number) => ((long)(number + 1) << 32) | (uint)row;
}
