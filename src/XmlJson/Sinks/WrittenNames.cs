using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using XmlJson.Text;

namespace XmlJson;

/// <summary>What the writer needs of each name at each occurrence, side by side: its bytes ready for copying, its parts, and which tag had it last.</summary>
internal struct WrittenNames
{
    private PaddedBytes _bytes = new();
    private Entry[] _entries = new Entry[64];
    private XmlNames? _table;

    private const AttributeRowFlags NotPlain = AttributeRowFlags.ElsewhereMask | AttributeRowFlags.Defaulted | AttributeRowFlags.NamespaceDeclaration;

    // The space, = and " around a name.
    private const int Around = 3;

    // Entries of an earlier generation belong to another table.
    private int _generation = 1;

    public WrittenNames()
    {
    }

    /// <summary>The entry of a name; the reference is valid until the next call.</summary>
    /// <param name="name">A name that is not empty.</param>
    public ref Entry this[scoped in XmlName name]
    {
        get
        {
            var id = name.Id;
            if (!ReferenceEquals(name.Table, _table) || (uint)id >= (uint)_entries.Length || _entries[id].Generation != _generation)
            {
                Add(in name);
            }

            return ref _entries[id];
        }
    }

    /// <summary>Whether so many are held that another document should begin anew.</summary>
    public readonly bool IsLarge => _entries.Length > 16_384;

    /// <summary>The table whose names are known.</summary>
    public readonly XmlNames? Table => _table;

    /// <summary>Copies a name as it is written; <see cref="PaddedBytes.Padding"/> bytes behind it are overwritten.</summary>
    public readonly void CopyName(in Entry entry, ref byte target) => _bytes.Copy(entry.Start + 1, entry.NameLength, ref target);

    /// <summary>Copies a name with the space before it; <see cref="PaddedBytes.Padding"/> bytes behind it are overwritten.</summary>
    public readonly void CopySpaced(in Entry entry, ref byte target) => _bytes.Copy(entry.Start, entry.Length, ref target);

    /// <summary>Writes attributes as long as they are plain: specified, unprefixed or found bound before, their names known, their values as they stand in a parser's input.</summary>
    /// <param name="row">The first attribute's row; the others follow.</param>
    /// <param name="source">The input.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="tag">The tag's number.</param>
    /// <param name="bindings">The bindings' version, with which a prefixed name must have been found bound; -1 when none will do.</param>
    /// <param name="target">Where to.</param>
    /// <param name="room">How many bytes may be overwritten there.</param>
    /// <returns>How many were written, in the high half, and how many bytes they are, in the low half.</returns>
    /// <remarks>It calls nothing, so that everything stays in registers.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly long CopyPlain(ref AttributeRow row, ref byte source, int count, int tag, long bindings, ref byte target, int room)
    {
        var entries = _entries;
        var names = _bytes.All;
        var generation = _generation;
        var done = 0;
        var written = 0;
        for (; done < count; done++)
        {
            if ((uint)row.NameId >= (uint)entries.Length || (row.Flags & NotPlain) != 0)
            {
                break;
            }

            ref var entry = ref entries[row.NameId];
            if (entry.Generation != generation || entry.LastTag == tag
                || ((entry.IsPrefixed || row.UriId > XmlNames.NoNamespace) && (!entry.IsPrefixed || entry.BoundVersion != bindings || entry.BoundUri != row.UriId))
                || (long)entry.Length + row.Length + PaddedBytes.Padding + XmlEscaper.Overlap > room - written)
            {
                break;
            }

            PaddedBytes.Copy(ref Unchecked.At(ref MemoryMarshal.GetReference(names), entry.Start), entry.Length, ref Unchecked.At(ref target, written));
            var value = written + entry.Length;
            if (!XmlEscaper.TryCopyPadded<AttributeEscapeRules>(ref Unchecked.At(ref source, row.Start), row.Length, ref Unchecked.At(ref target, value)))
            {
                break;
            }

            entry.LastTag = tag;
            written = value + row.Length;
            Unchecked.At(ref target, written++) = (byte)'"';
            row = ref Unchecked.Item(ref row, 1);
        }

        return ((long)done << 32) | (uint)written;
    }

    private void Add(scoped in XmlName name)
    {
        if (!ReferenceEquals(name.Table, _table))
        {
            _table = name.Table;
            _bytes.Clear();
            _generation++;
        }

        var id = name.Id;
        if (id >= _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(id + 1, _entries.Length * 2));
        }

        if (_entries[id].Generation != _generation)
        {
            var qualified = name.Qualified;
            var length = checked(qualified.Length + Around);
            var room = _bytes.Add(length, out var start);
            room[0] = (byte)' ';
            qualified.CopyTo(room[1..]);
            "=\""u8.CopyTo(room[^2..]);
            _entries[id] = new Entry
            {
                Generation = _generation,
                Start = start,
                Length = length,
                IsPrefixed = _table!.Info(id).IsPrefixed,
            };
        }
    }

    public struct Entry
    {
        /// <summary>The bindings' version with which the name was found bound, and to what; 0 when it was not yet.</summary>
        public long BoundVersion;
        public int BoundUri;

        public int Generation;

        /// <summary>Where the name stands as an attribute begins: a space, the name, <c>="</c>.</summary>
        public int Start;
        public int Length;

        /// <summary>The number of the tag that had this name last.</summary>
        public int LastTag;
        public bool IsPrefixed;

        /// <summary>The length of the name alone.</summary>
        public readonly int NameLength => Length - Around;
    }
}
