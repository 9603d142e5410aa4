namespace XmlJson;

/// <summary>Bytes that are collected; the memory is kept for the next ones.</summary>
internal sealed class ByteList
{
    private byte[] _bytes = [];
    private int _count;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _count);

    public void Add(scoped ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _bytes.Length - _count)
        {
            Array.Resize(ref _bytes, Math.Max(checked(_count + bytes.Length), (int)Math.Min(Array.MaxLength, Math.Max(256, _bytes.Length * 2L))));
        }

        bytes.CopyTo(_bytes.AsSpan(_count));
        _count += bytes.Length;
    }

    public void Clear() => _count = 0;
}
