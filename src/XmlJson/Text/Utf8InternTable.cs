using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace XmlJson.Text;

/// <summary>Maps byte strings to small consecutive numbers, each string stored once.</summary>
/// <remarks>
/// <para>Idea: a name's first 16 bytes, masked to its length, are a vector that is compared in one instruction; nearly every XML name fits. The same vector
/// read as two 64-bit halves gives the hash by one 64 × 64 → 128-bit multiplication with secret seeds, so an attacker cannot aim at one slot.</para>
/// <para>Pseudo code: head = load16(p) &amp; mask[length]; slot = hash(head, length); while slot is used and differs: slot++.</para>
/// </remarks>
internal sealed class Utf8InternTable
{
    // One seed pair for a process: tables may be compared and pooled, and an attacker outside never sees it.
    private static readonly ulong Seed1 = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));
    private static readonly ulong Seed2 = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));

    private Slot[] _slots;
    private int _shift;
    private StoredBytes[] _stored;
    private byte[] _bytes;
    private int _byteCount;

    // How much room the first array has: none is made for who only takes over.
    private readonly int _usualBytes;

    /// <summary>Makes an empty table.</summary>
    /// <param name="capacity">How many short strings there is room for before it grows; a power of two.</param>
    public Utf8InternTable(int capacity = 128)
    {
        _slots = new Slot[capacity * 2];
        _shift = 64 - BitOperations.Log2((uint)_slots.Length);
        _stored = new StoredBytes[capacity];
        _bytes = [];
        _usualBytes = capacity * 16;
    }

    /// <summary>Whether so much is held that who reads one document after another should begin a new table.</summary>
    public bool IsLarge => Count > 16_384 || ByteCount > 1024 * 1024;

    /// <summary>The number of strings stored; they are numbered from 0 in the order of their arrival.</summary>
    public int Count { get; private set; }

    /// <summary>The number of bytes of all strings together.</summary>
    public long ByteCount { get; private set; }

    /// <summary>A stored string; it stays valid and unchanged for good.</summary>
    public ReadOnlySpan<byte> this[int id] => _stored[id].Span;

    /// <summary>A stored string, to be kept.</summary>
    public StoredBytes Stored(int id) => _stored[id];

    /// <summary>The number of a string, or -1 when it is not stored.</summary>
    public int Find(ReadOnlySpan<byte> value)
    {
        return Find(NameHead.Read(value), ref MemoryMarshal.GetReference(value), value.Length);
    }

    /// <summary>The number of a string, or -1 when it is not stored.</summary>
    /// <param name="head">Its first bytes.</param>
    /// <param name="start">Its first byte.</param>
    /// <param name="length">Its length in bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(NameHead head, ref byte start, int length)
    {
        // A free slot has the length 0 and the number -1, which is right for it: the empty string is stored first, and its own slot says 0.
        var slots = _slots;
        if (length <= NameHead.Length)
        {
            ref var slot = ref slots[(int)(Hash(head, length) >> _shift)];
            if (slot.Head.Is(head) && slot.Length == length)
            {
                return slot.Id;
            }
        }

        return Probe(head, ref start, length);
    }

    private int Probe(NameHead head, ref byte start, int length)
    {
        var slots = _slots;
        var index = (int)(Hash(head, ref start, length) >> _shift);
        while (true)
        {
            ref var slot = ref slots[index];
            if (slot.Head.Is(head) && slot.Length == length && !slot.IsFree)
            {
                if (length <= NameHead.Length || RestEquals(slot.Id, ref start, length))
                {
                    return slot.Id;
                }
            }
            else if (slot.IsFree)
            {
                return -1;
            }

            index = (index + 1) & (slots.Length - 1);
        }
    }

    /// <summary>Stores a string that <see cref="Find(ReadOnlySpan{byte})"/> did not find.</summary>
    /// <returns>Its number.</returns>
    public int Add(ReadOnlySpan<byte> value)
    {
        if (_bytes.Length - _byteCount < value.Length)
        {
            // The old array stays as it is: spans of it may be in use.
            _bytes = new byte[Math.Max(Math.Max(_bytes.Length * 2, _usualBytes), value.Length)];
            _byteCount = 0;
        }

        var start = _byteCount;
        value.CopyTo(_bytes.AsSpan(start));
        _byteCount += value.Length;
        return Add(new StoredBytes(_bytes, start, value.Length));
    }

    /// <summary>Takes over a string that another table stores, without copying it.</summary>
    /// <param name="stored">A string that <see cref="Find(ReadOnlySpan{byte})"/> did not find.</param>
    /// <returns>Its number.</returns>
    public int Add(StoredBytes stored)
    {
        var value = stored.Span;
        Debug.Assert(Find(value) < 0, "A string is stored once.");
        if ((Count + 1) * 2 > _slots.Length)
        {
            Grow();
        }

        if (Count == _stored.Length)
        {
            Array.Resize(ref _stored, Count * 2);
        }

        ByteCount += value.Length;
        var id = Count++;
        _stored[id] = stored;
        var head = NameHead.Read(value);
        Insert(new Slot(head, value.Length, id), Hash(head, ref MemoryMarshal.GetReference(value), value.Length));
        return id;
    }

    private static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }

    private static ulong Hash(NameHead head, ref byte start, int length)
    {
        var hash = Hash(head, length);
        return length <= NameHead.Length ? hash : HashRest(hash, ref start, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(NameHead head, int length)
    {
        var halves = head.Bytes.AsUInt64();
        return Mix(halves[0] ^ Seed1 ^ (uint)length, halves[1] ^ Seed2);
    }

    private static ulong HashRest(ulong hash, ref byte start, int length)
    {
        // Safe: every load ends at or before the string's end, which is longer than one load.
        for (var i = NameHead.Length; i < length; i += NameHead.Length)
        {
            var block = Vector128.LoadUnsafe(ref start, (nuint)Math.Min(i, length - NameHead.Length)).AsUInt64();
            hash = Mix(block[0] ^ Seed1 ^ hash, block[1] ^ Seed2);
        }

        return hash;
    }

    private bool RestEquals(int id, ref byte start, int length) =>
        // Safe: the string is this long.
        this[id].SequenceEqual(MemoryMarshal.CreateReadOnlySpan(ref start, length));

    // A slot is chosen by the hash's first bits: what stood side by side does so again, and memory is read and written from front to back.
    private void Grow()
    {
        var old = _slots;
        _slots = new Slot[old.Length * 2];
        _shift--;
        foreach (ref readonly var slot in old.AsSpan())
        {
            if (!slot.IsFree)
            {
                ref var start = ref slot.Length <= NameHead.Length ? ref Unsafe.NullRef<byte>() : ref MemoryMarshal.GetReference(this[slot.Id]);
                Insert(in slot, Hash(slot.Head, ref start, slot.Length));
            }
        }
    }

    private void Insert(in Slot slot, ulong hash)
    {
        var index = (int)(hash >> _shift);
        while (!_slots[index].IsFree)
        {
            index = (index + 1) & (_slots.Length - 1);
        }

        _slots[index] = slot;
    }

    //  0               16        20      24        32
    //  | first 16 bytes | length  | id+1  | (pad)   |      two slots fill a cache line; id+1 = 0 marks a free slot
    private readonly struct Slot(NameHead head, int length, int id)
    {
        public readonly NameHead Head = head;
        public readonly int Length = length;
        private readonly int _idPlusOne = id + 1;

        public int Id => _idPlusOne - 1;

        public bool IsFree => _idPlusOne == 0;
    }
}
