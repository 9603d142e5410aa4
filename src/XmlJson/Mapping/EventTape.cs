using System.Buffers;
using System.Runtime.InteropServices;
using XmlJson.Text;

namespace XmlJson.Mapping;

/// <summary>
/// Events that wait until it is known that no attribute of an element will follow: rows in the order of the events, an element's attributes linked to its row wherever they
/// stand. Rows leave at the front.
/// </summary>
internal sealed class EventTape : IDisposable
{
    // Quotes, colon, comma and a short key.
    private const int BytesPerRow = 12;

    // Behind the text, so that who copies or looks at a part of it can do so in blocks.
    private const int Padding = MarkedBytes.Padding;

    private EventRow[] _rows = ArrayPool<EventRow>.Shared.Rent(256);
    private byte[] _text = ArrayPool<byte>.Shared.Rent(4096);
    private int _textLength;

    /// <summary>The first row that has not left.</summary>
    public int First { get; set; }

    /// <summary>The row behind the last.</summary>
    public int Count { get; private set; }

    /// <summary>No row from here on may leave: an attribute, or the decision about the root, may still come.</summary>
    public int Decided { get; set; }

    /// <summary>About how many bytes of JSON stand on the tape from a row on.</summary>
    public int SizeFrom(int row) => row < Count ? _textLength - _rows[row].TextStart + ((Count - row) * BytesPerRow) : 0;

    /// <summary>About how many bytes of JSON stand on the tape.</summary>
    public long Size => _textLength + ((long)Count * BytesPerRow);

    /// <summary>What <see cref="Size"/> was when a row was added; less by as much, when rows are moved.</summary>
    public long SizeBefore(int row) => _rows[row].TextStart + ((long)row * BytesPerRow);

    /// <summary>Whether more memory is held than the usual look-ahead takes.</summary>
    public bool IsLarge => _text.Length > 1024 * 1024 || _rows.Length > 64 * 1024;

    public ref EventRow this[int row] => ref _rows[row];

    /// <summary>Adds a row without text.</summary>
    /// <returns>Its number, until rows are moved: see <see cref="Compact"/>.</returns>
    public int Add(EventKind kind, int key, long offset)
    {
        if (Count == _rows.Length)
        {
            Grow(ref _rows, Count, 1);
        }

        _rows[Count] = new EventRow { Kind = kind, Key = key, TextStart = _textLength, Offset = offset };
        return Count++;
    }

    /// <summary>Adds a row with a text that is copied as it stands, if there is room for both and the text is valid.</summary>
    /// <param name="kind">What the row is.</param>
    /// <param name="key">Its key.</param>
    /// <param name="offset">Where its token begins.</param>
    /// <param name="text">The text.</param>
    /// <param name="readable">How many bytes are readable from the text's first on.</param>
    /// <returns>The row's number, or -1 when nothing was added.</returns>
    public int TryAdd(EventKind kind, int key, long offset, ReadOnlySpan<byte> text, int readable)
    {
        var row = Count;
        var start = _textLength;
        var rows = _rows;
        if ((uint)row >= (uint)rows.Length || readable - text.Length < AsciiText.Overlap || _text.Length - start < (long)text.Length + Padding
            || !(AsciiText.Copy(ref MemoryMarshal.GetReference(text), text.Length, ref Unchecked.At(ref MemoryMarshal.GetArrayDataReference(_text), start)) || Utf8Validator.IsValid(text)))
        {
            return -1;
        }

        rows[row] = new EventRow { Kind = kind, Key = key, TextStart = start, TextLength = text.Length, Offset = offset };
        _textLength = start + text.Length;
        Count = row + 1;
        return row;
    }

    /// <summary>As <see cref="TryAdd"/>, for the text of a JSON string with escapes, of which all are short and of characters that XML can hold.</summary>
    /// <returns>The row's number, or -1 when nothing was added.</returns>
    public int TryAddEscaped(EventKind kind, int key, long offset, ReadOnlySpan<byte> text, int readable)
    {
        var row = Count;
        var start = _textLength;
        var rows = _rows;
        if ((uint)row >= (uint)rows.Length || readable - text.Length < JsonUnescaper.Overlap || _text.Length - start < (long)text.Length + Padding)
        {
            return -1;
        }

        ref var target = ref Unchecked.At(ref MemoryMarshal.GetArrayDataReference(_text), start);
        if (JsonUnescaper.Copy(ref MemoryMarshal.GetReference(text), text.Length, ref target, out var length, out var isAscii) != text.Length || !(isAscii || Utf8Validator.IsValid(text)))
        {
            return -1;
        }

        rows[row] = new EventRow { Kind = kind, Key = key, TextStart = start, TextLength = length, Offset = offset };
        _textLength = start + length;
        Count = row + 1;
        return row;
    }

    /// <summary>Adds a row for an attribute and links it to its element, behind those it has.</summary>
    public int AddAttribute(int owner, int key, long offset, EventKind kind = EventKind.Attribute)
    {
        var row = Add(kind, key, offset);
        Link(owner, row);
        return row;
    }

    /// <summary>Links the row of an attribute to its element, behind those it has.</summary>
    public void Link(int owner, int row)
    {
        ref var element = ref _rows[owner];
        var last = owner + element.LastAttribute;
        if (element.LastAttribute == 0)
        {
            element.NextAttribute = row - owner;
        }
        else
        {
            _rows[last].NextAttribute = row - last;
        }

        element.LastAttribute = row - owner;
    }

    /// <summary>How many bytes the reader was given whose tokens come now: as many are readable.</summary>
    public int InputLength { get; set; }

    /// <summary>The first byte of all text, with <see cref="MarkedBytes.Padding"/> behind the last; valid as long as <see cref="TextOf"/> is.</summary>
    public ref byte Text => ref MemoryMarshal.GetArrayDataReference(_text);

    /// <summary>Room at the end of the text; <see cref="Advance"/> takes it. Behind it <see cref="MarkedBytes.Padding"/> bytes may be overwritten.</summary>
    public Span<byte> Reserve(int length)
    {
        if (_text.Length - _textLength < (long)length + Padding)
        {
            Grow(ref _text, _textLength, checked(length + Padding));
        }

        return _text.AsSpan(_textLength);
    }

    /// <summary>Adds what was written into <see cref="Reserve"/>'s room to the text of the last row.</summary>
    public void Advance(int length)
    {
        _textLength += length;
        _rows[Count - 1].TextLength += length;
    }

    /// <summary>Takes the last row back, with its text.</summary>
    public void RemoveLast()
    {
        Count--;
        _textLength = _rows[Count].TextStart;
    }

    /// <summary>A row's text; valid until the tape grows or rows are moved.</summary>
    public ReadOnlySpan<byte> TextOf(in EventRow row) => _text.AsSpan(row.TextStart, row.TextLength);

    /// <summary>Moves the rows to the front when enough have left.</summary>
    /// <returns>By how many rows; all row numbers are less by so much.</returns>
    public int Compact()
    {
        if (First == Count)
        {
            Clear();
            return 0;
        }

        if (First < Count - First || First < 64)
        {
            return 0;
        }

        var moved = First;
        var text = _rows[First].TextStart;
        _rows.AsSpan(First, Count - First).CopyTo(_rows);
        _text.AsSpan(text, _textLength - text).CopyTo(_text);
        Count -= moved;
        Decided -= moved;
        First = 0;
        _textLength -= text;
        foreach (ref var row in _rows.AsSpan(0, Count))
        {
            row.TextStart -= text;
        }

        return moved;
    }

    /// <summary>Drops every row.</summary>
    public void Clear()
    {
        First = 0;
        Count = 0;
        Decided = 0;
        _textLength = 0;
    }

    public void Dispose()
    {
        ArrayPool<EventRow>.Shared.Return(_rows);
        ArrayPool<byte>.Shared.Return(_text);
        _rows = [];
        _text = [];
    }

    private static void Grow<T>(ref T[] array, int used, int more)
    {
        var grown = ArrayPool<T>.Shared.Rent(Math.Max(array.Length * 2, checked(used + more)));
        array.AsSpan(0, used).CopyTo(grown);
        ArrayPool<T>.Shared.Return(array);
        array = grown;
    }
}
