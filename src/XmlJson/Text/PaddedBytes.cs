using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>Short byte strings one after another, each with room behind it, so that one is copied in whole blocks without asking for its length's kind.</summary>
internal struct PaddedBytes
{
    /// <summary>How many bytes more than its length a copy may overwrite.</summary>
    public const int Padding = 16;

    private byte[] _bytes;
    private int _count;

    public PaddedBytes() => _bytes = new byte[1024];

    public void Clear() => _count = 0;

    /// <summary>Stores a string.</summary>
    /// <returns>Where it begins.</returns>
    public int Add(ReadOnlySpan<byte> value)
    {
        var start = _count;
        var end = checked(start + value.Length + Padding);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Max(end, Math.Min(_bytes.Length * 2L, Array.MaxLength)));
        }

        value.CopyTo(_bytes.AsSpan(start));
        _count = end;
        return start;
    }

    /// <summary>Copies a string; up to <see cref="Padding"/> bytes behind it are overwritten.</summary>
    public readonly void Copy(int start, int length, Span<byte> destination)
    {
        Debug.Assert(start >= 0 && start + length + Padding <= _bytes.Length && destination.Length >= length + Padding, "Both sides have room for whole blocks.");
        ref var source = ref _bytes[start];
        ref var target = ref MemoryMarshal.GetReference(destination);
        nuint i = 0;
        do
        {
            // Safe: a block begins before the string's end, and both sides have a block's room behind that.
            Vector128.LoadUnsafe(ref source, i).StoreUnsafe(ref target, i);
            i += (nuint)Vector128<byte>.Count;
        }
        while (i < (nuint)length);
    }
}
