using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using XmlJson.Text;

namespace XmlJson;

/// <summary>Collects one start tag's attributes and shows them as an <see cref="AttributeList"/>: what a source of your own needs. Reuse it for every tag.</summary>
public sealed class AttributeBuffer
{
    /// <summary>How many rows a source that fills them in itself has from the start.</summary>
    internal const int UsualRows = 32;

    private readonly XmlNames _names;
    private AttributeRow[] _rows;
    private Extent[] _decoded = [];
    private byte[] _bytes = [];
    private int _byteCount;
    private int _count;

    /// <summary>Makes a buffer without attributes, for names of one table.</summary>
    /// <param name="names">The table that the attributes' names come from.</param>
    public AttributeBuffer(XmlNames names)
        : this(names, rows: 16)
    {
    }

    /// <summary>Makes a buffer for a source that fills in <see cref="Rows"/>.</summary>
    /// <param name="names">The table that the attributes' names come from.</param>
    /// <param name="rows">How many there are from the start.</param>
    internal AttributeBuffer(XmlNames names, int rows)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = names;
        _rows = new AttributeRow[rows];
    }

    /// <summary>How many attributes were added since the last <see cref="Clear"/>, namespace declarations included.</summary>
    public int Count => _count;

    /// <summary>The attributes collected; valid until <see cref="Clear"/> or the next <see cref="Add(XmlName, ReadOnlySpan{byte}, bool, AttributeType)"/>.</summary>
    public AttributeList List => _count == 0 ? default : new(this, ref MemoryMarshal.GetReference<byte>([]));

    /// <summary>Whether the bytes that rows tell places in are a parser's, with <see cref="MarkedBytes.Padding"/> behind them.</summary>
    internal bool HasPaddedSource { get; private set; }

    /// <summary>Forgets all attributes; memory is kept.</summary>
    public void Clear()
    {
        _count = 0;
        _byteCount = 0;
        HasPaddedSource = false;
    }

    /// <summary>Puts an attribute behind those collected. Whether its name is there already is not looked at: a source must know.</summary>
    /// <param name="name">Its name, from this buffer's table.</param>
    /// <param name="value">Its value in UTF-8, references resolved; copied.</param>
    /// <param name="isSpecified">Whether it was in the document, not added by default.</param>
    /// <param name="type">Its declared type.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> comes from another table.</exception>
    public void Add(XmlName name, ReadOnlySpan<byte> value, bool isSpecified = true, AttributeType type = AttributeType.CData)
    {
        value.CopyTo(AddRow(name, value.Length, isSpecified, type));
    }

    /// <inheritdoc cref="Add(XmlName, ReadOnlySpan{byte}, bool, AttributeType)"/>
    /// <param name="name">Its name, from this buffer's table.</param>
    /// <param name="value">Its value, references resolved; copied.</param>
    /// <param name="isSpecified">Whether it was in the document, not added by default.</param>
    /// <param name="type">Its declared type.</param>
    public void Add(XmlName name, ReadOnlySpan<char> value, bool isSpecified = true, AttributeType type = AttributeType.CData)
    {
        Encoding.UTF8.GetBytes(value, AddRow(name, Encoding.UTF8.GetByteCount(value), isSpecified, type));
    }

    /// <summary>Room for one more row; the parser fills it in.</summary>
    internal ref AttributeRow NextRow()
    {
        if (_count == _rows.Length)
        {
            GrowRows();
        }

        return ref _rows[_count++];
    }

    /// <summary>The table that the names come from.</summary>
    internal XmlNames Names => _names;

    /// <summary>The rows, to be filled in by a source; then <see cref="Show"/> makes them its attributes.</summary>
    internal AttributeRow[] Rows => _rows;

    /// <summary>Makes room for more rows.</summary>
    /// <returns>All of them.</returns>
    internal AttributeRow[] GrowRows()
    {
        Array.Resize(ref _rows, _rows.Length * 2);
        return _rows;
    }

    /// <summary>Makes rows that a source filled in the attributes.</summary>
    /// <param name="count">How many of them.</param>
    internal void Show(int count)
    {
        _count = count;
        _byteCount = 0;
        HasPaddedSource = true;
    }

    /// <summary>The attributes collected, where rows that are not stored here tell places in other bytes.</summary>
    /// <param name="source">The first of those; <see cref="MarkedBytes.Padding"/> bytes behind the last are readable.</param>
    internal AttributeList ListOver(ref byte source)
    {
        HasPaddedSource = true;
        return _count == 0 ? default : new(this, ref source);
    }

    internal ref AttributeRow Row(int index) => ref _rows[index];

    internal XmlName NameOf(int index)
    {
        ref var row = ref _rows[index];
        return new XmlName(_names, row.NameId, row.UriId);
    }

    internal ReadOnlySpan<byte> RawValueOf(int index, ref byte source)
    {
        ref var row = ref _rows[index];
        return (row.Flags & AttributeRowFlags.Stored) != 0 ? _bytes.AsSpan(row.Start, row.Length) : Unchecked.Slice(ref source, row.Start, row.Length);
    }

    internal ReadOnlySpan<byte> ValueOf(int index, ref byte source)
    {
        ref var row = ref _rows[index];
        if ((row.Flags & AttributeRowFlags.NeedsNormalization) == 0)
        {
            return RawValueOf(index, ref source);
        }

        if ((row.Flags & AttributeRowFlags.Decoded) == 0)
        {
            Decode(ref row, index, ref source);
        }

        var extent = _decoded[index];
        return _bytes.AsSpan(extent.Start, extent.Length);
    }

    /// <summary>Copies bytes into the buffer's own and returns where they begin; for values that do not stand in the tag.</summary>
    internal int Store(ReadOnlySpan<byte> value)
    {
        var start = _byteCount;
        value.CopyTo(Reserve(value.Length));
        return start;
    }

    /// <summary>Lets go of memory that only unusual values needed.</summary>
    internal void Trim(int kept)
    {
        if (_bytes.Length > kept)
        {
            Clear();
            _bytes = [];
        }
    }

    private Span<byte> AddRow(XmlName name, int length, bool isSpecified, AttributeType type)
    {
        if (!ReferenceEquals(name.Table, _names))
        {
            throw new ArgumentException("The name comes from another table than the buffer's.", nameof(name));
        }

        var start = _byteCount;
        var room = Reserve(length);
        var flags = AttributeRowFlags.Stored;
        if (!isSpecified)
        {
            flags |= AttributeRowFlags.Defaulted;
        }

        if (name.NamespaceId == XmlNames.XmlnsNamespace)
        {
            flags |= AttributeRowFlags.NamespaceDeclaration;
        }

        NextRow() = new AttributeRow { NameId = name.Id, UriId = name.NamespaceId, Start = start, Length = length, Flags = flags, Type = type };
        return room;
    }

    /// <summary>Gives a row its normalized value, worked out elsewhere.</summary>
    internal void SetValue(int index, ReadOnlySpan<byte> value)
    {
        EnsureDecoded();
        _decoded[index] = new Extent(Store(value), value.Length);
        ref var row = ref _rows[index];
        row.Flags = (row.Flags & ~AttributeRowFlags.NeedsExpansion) | AttributeRowFlags.NeedsNormalization | AttributeRowFlags.Decoded;
    }

    private void EnsureDecoded()
    {
        if (_decoded.Length < _rows.Length)
        {
            Array.Resize(ref _decoded, _rows.Length);
        }
    }

    private void Decode(ref AttributeRow row, int index, ref byte source)
    {
        Debug.Assert((row.Flags & AttributeRowFlags.Stored) == 0, "A stored value is normalized.");
        EnsureDecoded();
        var raw = RawValueOf(index, ref source);
        var start = _byteCount;
        var length = AttributeValueDecoder.Decode(raw, Reserve(raw.Length + AttributeValueDecoder.Padding), collapse: row.Type != AttributeType.CData);
        _byteCount = start + length;
        _decoded[index] = new Extent(start, length);
        row.Flags |= AttributeRowFlags.Decoded;
    }

    // A grown buffer is a new array: values handed out during this event stay valid in the old one.
    private Span<byte> Reserve(int length)
    {
        if (_bytes.Length - _byteCount < length)
        {
            var grown = new byte[Math.Max(256, Math.Max(_bytes.Length * 2, _byteCount + length))];
            _bytes.AsSpan(0, _byteCount).CopyTo(grown);
            _bytes = grown;
        }

        _byteCount += length;
        return _bytes.AsSpan(_byteCount - length, length);
    }

    private readonly record struct Extent(int Start, int Length);
}
