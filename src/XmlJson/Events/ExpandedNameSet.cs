using System.Security.Cryptography;

namespace XmlJson;

/// <summary>A set of expanded names, by their numbers, for one start tag after another (Namespaces in XML 1.0 §6.3).</summary>
/// <remarks>
/// The hash is one multiplication with secret seeds, since numbers can be chosen by whoever writes the document. A slot belongs to the tag whose stamp it has, so clearing touches none.
/// </remarks>
internal sealed class ExpandedNameSet
{
    private const int InitialSlots = 32;

    private static readonly ulong Seed1 = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));
    private static readonly ulong Seed2 = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) | 1;

    private Slot[] _slots = new Slot[InitialSlots];
    private int _stamp = 1;
    private int _count;

    /// <summary>Begins another tag.</summary>
    public void Clear()
    {
        _count = 0;
        if (++_stamp == int.MaxValue)
        {
            Array.Clear(_slots);
            _stamp = 1;
        }
    }

    /// <summary>Adds a name.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(int local, int uri)
    {
        if ((_count + 1) * 2 > _slots.Length)
        {
            Grow();
        }

        var key = ((ulong)(uint)uri << 32) | (uint)local;
        var index = IndexOf(key);
        while (_slots[index].Stamp == _stamp)
        {
            if (_slots[index].Key == key)
            {
                return false;
            }

            index = (index + 1) & (_slots.Length - 1);
        }

        _slots[index] = new Slot(key, _stamp);
        _count++;
        return true;
    }

    private int IndexOf(ulong key)
    {
        var high = Math.BigMul(key ^ Seed1, Seed2, out var low);
        return (int)(high ^ low) & (_slots.Length - 1);
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new Slot[old.Length * 2];
        foreach (var slot in old)
        {
            if (slot.Stamp == _stamp)
            {
                var index = IndexOf(slot.Key);
                while (_slots[index].Stamp == _stamp)
                {
                    index = (index + 1) & (_slots.Length - 1);
                }

                _slots[index] = slot;
            }
        }
    }

    private readonly record struct Slot(ulong Key, int Stamp);
}
