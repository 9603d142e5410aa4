using System.Runtime.CompilerServices;
using XmlJson.Text;

namespace XmlJson;

/// <summary>The attributes of a start tag, in document order, namespace declarations included. Valid only during the event.</summary>
public readonly ref struct AttributeList
{
    private readonly AttributeBuffer? _buffer;
    private readonly ref byte _source;
    private readonly ref AttributeRow _rows;

    /// <summary>Shows a buffer's attributes.</summary>
    /// <param name="buffer">Has at least one.</param>
    /// <param name="source">The bytes that rows which are not stored in the buffer tell places in.</param>
    internal AttributeList(AttributeBuffer buffer, ref byte source)
    {
        _buffer = buffer;
        _source = ref source;
        _rows = ref buffer.Row(0);
        Count = buffer.Count;
    }

    /// <summary>How many attributes the start tag has, namespace declarations and those that a document type declaration added included.</summary>
    public int Count { get; }

    /// <summary>The attribute at a position, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public AttributeItem this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return ItemAt(index);
        }
    }

    /// <summary>Finds an attribute by its name as written.</summary>
    /// <param name="qualifiedName">The name in UTF-8, with its prefix if it has one.</param>
    /// <param name="attribute">The attribute, when there is one.</param>
    /// <returns>Whether it was found.</returns>
    public bool TryGet(ReadOnlySpan<byte> qualifiedName, out AttributeItem attribute)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_buffer!.NameOf(i).Is(qualifiedName))
            {
                attribute = ItemAt(i);
                return true;
            }
        }

        attribute = default;
        return false;
    }

    /// <summary>Finds an attribute by namespace name and local part.</summary>
    /// <param name="namespaceUri">The namespace name in UTF-8; empty for none.</param>
    /// <param name="local">The local part in UTF-8.</param>
    /// <param name="attribute">The attribute, when there is one.</param>
    /// <returns>Whether it was found.</returns>
    public bool TryGet(ReadOnlySpan<byte> namespaceUri, ReadOnlySpan<byte> local, out AttributeItem attribute)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_buffer!.NameOf(i).Is(namespaceUri, local))
            {
                attribute = ItemAt(i);
                return true;
            }
        }

        attribute = default;
        return false;
    }

    /// <summary>An attribute's value as a new string, or <see langword="null"/> when there is no such attribute.</summary>
    /// <param name="qualifiedName">The name in UTF-8, with its prefix if it has one.</param>
    public string? GetString(ReadOnlySpan<byte> qualifiedName) => TryGet(qualifiedName, out var attribute) ? attribute.GetString() : null;

    // Only for positions that were checked.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private AttributeItem ItemAt(int index) => new(_buffer!, ref _source, ref Unchecked.Item(ref _rows, index), index);

    /// <summary>Walks the attributes in document order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks an <see cref="AttributeList"/>. Valid only during the event.</summary>
    public ref struct Enumerator
    {
        private readonly AttributeList _list;
        private int _index;

        internal Enumerator(AttributeList list)
        {
            _list = list;
            _index = -1;
        }

        /// <summary>The attribute reached.</summary>
        public readonly AttributeItem Current
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => _list.ItemAt(_index);
        }

        /// <summary>Goes to the next attribute.</summary>
        /// <returns>Whether there is one.</returns>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext() => ++_index < _list.Count;
    }
}
