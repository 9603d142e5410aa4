using XmlJson.Text;

namespace XmlJson.Mapping;

/// <summary>Guesses which key comes next: the one that came behind the last one before. In most JSON it does again, and one comparison tells; nothing has to wait for a hash.</summary>
internal struct KeyGuesses
{
    // By key number + 1; the first stands for the start.
    private Entry[] _entries = new Entry[64];
    private int _last;

    public KeyGuesses()
    {
    }

    /// <summary>The number of a key if it is the one that is guessed, or -1.</summary>
    /// <param name="head">Its first bytes.</param>
    /// <param name="length">Its length.</param>
    public int Next(NameHead head, int length)
    {
        var entries = _entries;
        var guess = entries[_last].Next;

        // Where nothing is guessed, 0, the entry is that of no key.
        ref readonly var entry = ref entries[guess];
        if (entry.Length != length || !entry.Head.Is(head) || guess == 0)
        {
            return -1;
        }

        _last = guess;
        return guess - 1;
    }

    /// <summary>A key came that was not guessed.</summary>
    /// <param name="key">Its number.</param>
    /// <param name="head">Its first bytes, which are all of it.</param>
    /// <param name="length">Its length.</param>
    public void Note(int key, NameHead head, int length)
    {
        if (key + 1 >= _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(key + 2, _entries.Length * 2));
        }

        _entries[_last].Next = key + 1;
        _last = key + 1;
        ref var entry = ref _entries[_last];
        entry.Head = head;
        entry.Length = length;
    }

    private struct Entry
    {
        public NameHead Head;
        public int Length;
        public int Next;
    }
}
