using System.Runtime.InteropServices;
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

    /// <summary>The number of a key that is known, or -1.</summary>
    /// <param name="keys">All that are known.</param>
    /// <param name="key">The key as it stands in the JSON, escapes resolved.</param>
    /// <param name="readable">How many bytes are readable from its first on.</param>
    public int Find(Utf8InternTable keys, ReadOnlySpan<byte> key, int readable)
    {
        if (key.Length > NameHead.Length || readable < NameHead.Length)
        {
            return keys.Find(key);
        }

        ref var start = ref MemoryMarshal.GetReference(key);
        var head = NameHead.Read(ref start, key.Length);
        var id = Next(head, key.Length);
        if (id < 0)
        {
            id = keys.Find(head, ref start, key.Length);
            if (id >= 0)
            {
                Note(id, head, key.Length);
            }
        }

        return id;
    }

    private int Next(NameHead head, int length)
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

    private void Note(int key, NameHead head, int length)
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
