using System.Buffers;

namespace XmlJson.Mapping.Keyed;

/// <summary>Nodes that cannot be written yet, in document order, with their text: two arrays that grow at the end, and are cut back when what was held is written.</summary>
internal sealed class NodeTape(MappingOptions options, LossRecorder losses) : IDisposable
{
    private const int InitialRows = 256;
    private const int InitialBytes = 4096;
    private const int LargeRows = 16 * 1024;
    private const int LargeBytes = 512 * 1024;

    private NodeRow[] _rows = ArrayPool<NodeRow>.Shared.Rent(InitialRows);
    private byte[] _text = ArrayPool<byte>.Shared.Rent(InitialBytes);

    /// <summary>The number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it has grown so far that the next document should begin with another.</summary>
    public bool IsLarge => _rows.Length > LargeRows || _text.Length > LargeBytes;

    /// <summary>The number of bytes of text.</summary>
    public int TextLength { get; private set; }

    public ref NodeRow this[int row] => ref _rows[row];

    /// <summary>Adds a row without text; its end is itself.</summary>
    /// <returns>Its number.</returns>
    public int Add(NodeKind kind, int key, NodeFlags flags = NodeFlags.None)
    {
        if (Count == _rows.Length)
        {
            Grow(ref _rows, Count, 1);
        }

        var row = Count++;
        _rows[row] = new NodeRow { Key = key, End = Count, Next = -1, TextStart = TextLength, Kind = kind, Flags = flags };
        return row;
    }

    /// <summary>Adds a row with its text.</summary>
    public void Add(NodeKind kind, int key, ReadOnlySpan<byte> text)
    {
        var row = Add(kind, key);
        Append(text);
        _rows[row].TextLength = text.Length;
    }

    /// <summary>Adds text that belongs to no row yet.</summary>
    public void Append(ReadOnlySpan<byte> text)
    {
        if (_text.Length - TextLength < text.Length)
        {
            Grow(ref _text, TextLength, text.Length);
        }

        text.CopyTo(_text.AsSpan(TextLength));
        TextLength += text.Length;
    }

    /// <summary>Text that belongs to no row yet.</summary>
    public ReadOnlySpan<byte> Text(int start, int length) => _text.AsSpan(start, length);

    /// <summary>A row's text.</summary>
    public ReadOnlySpan<byte> TextOf(in NodeRow row) => _text.AsSpan(row.TextStart, row.TextLength);

    /// <summary>Drops everything from a row on.</summary>
    public void Truncate(int count, int textLength)
    {
        Count = count;
        TextLength = textLength;
    }

    /// <summary>Drops text behind a place.</summary>
    public void TruncateText(int length) => TextLength = length;

    public void Dispose()
    {
        ArrayPool<NodeRow>.Shared.Return(_rows);
        ArrayPool<byte>.Shared.Return(_text);
        _rows = [];
        _text = [];
    }

    private void Grow<T>(ref T[] array, int used, int more)
    {
        var needed = ((long)Count * NodeRow.Size) + TextLength + more;
        var length = Math.Max((long)array.Length * 2, (long)used + more);
        if (needed > options.MaxBuffer || length > Array.MaxLength)
        {
            losses.Throw(MappingErrorCode.BufferLimit, $"More than {options.MaxBuffer} bytes must be held back until it is known which elements repeat: raise MaxBuffer, or decide arrays by path.");
        }

        var grown = ArrayPool<T>.Shared.Rent((int)length);
        array.AsSpan(0, used).CopyTo(grown);
        ArrayPool<T>.Shared.Return(array);
        array = grown;
    }
}
