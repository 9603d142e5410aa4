using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace XmlJson;

/// <summary>Collects UTF-8 in one pooled array before it goes to an <see cref="IBufferWriter{T}"/>, a <see cref="Stream"/> or a <see cref="TextWriter"/>.</summary>
/// <remarks>A mutable struct, so that the array and the count are fields of the sink that embeds it. Never copy it.</remarks>
internal struct OutputBuffer
{
    private const int MinimumLength = 256;

    private object? _target;
    private Decoder? _decoder;
    private readonly int _threshold;
    private byte[] _bytes;
    private int _count;

    /// <summary>Makes an empty buffer.</summary>
    /// <param name="target">Where the bytes go: one of the three types.</param>
    /// <param name="threshold">How many bytes may wait before they are passed on unasked.</param>
    public OutputBuffer(object target, int threshold)
    {
        _threshold = Math.Max(threshold, MinimumLength);
        Retarget(target);
        _bytes = ArrayPool<byte>.Shared.Rent(Math.Min(_threshold, 16 * 1024));
    }

    /// <summary>How many bytes wait.</summary>
    public readonly int Pending => _count;

    /// <summary>How many bytes the target got.</summary>
    public long Drained { get; private set; }

    /// <summary>Whether the target has thrown: what it has got is not known, and nothing more can be written.</summary>
    public readonly bool HasFailed => _target is null;

    /// <summary>Where the bytes go.</summary>
    /// <exception cref="InvalidOperationException">The target has thrown.</exception>
    public readonly object Target => _target ?? throw new InvalidOperationException("An earlier exception has broken off the output.");

    /// <summary>A stream that bytes can go to.</summary>
    /// <exception cref="ArgumentException">It cannot be written to.</exception>
    public static Stream Writable(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.CanWrite ? output : throw new ArgumentException("The stream cannot be written to.", nameof(output));
    }

    /// <summary>Free room of at least <paramref name="length"/> bytes; what is used of it is told to <see cref="Advance"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> GetSpan(int length)
    {
        if (_bytes.Length - _count < length)
        {
            MakeRoom(length);
        }

        return _bytes.AsSpan(_count);
    }

    /// <summary>The first byte of the room that <see cref="GetSpan"/> gives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte Reserve(int length)
    {
        if (_bytes.Length - _count < length)
        {
            MakeRoom(length);
        }

        return ref _bytes[_count];
    }

    /// <summary>How many bytes it holds.</summary>
    public readonly int Room => _bytes.Length;

    /// <summary>How many bytes there is room for.</summary>
    public readonly int Free => _bytes.Length - _count;

    public void Advance(int length) => _count += length;

    public void Write(byte value)
    {
        GetSpan(1)[0] = value;
        _count++;
    }

    public void Write(scoped ReadOnlySpan<byte> value)
    {
        while (value.Length > _bytes.Length - _count)
        {
            var part = _bytes.Length - _count;
            value[..part].CopyTo(_bytes.AsSpan(_count));
            _count += part;
            value = value[part..];
            MakeRoom(Math.Min(value.Length, MinimumLength));
        }

        value.CopyTo(_bytes.AsSpan(_count));
        _count += value.Length;
    }

    /// <summary>Begins anew, with another target.</summary>
    public void Retarget(object target)
    {
        Debug.Assert(target is IBufferWriter<byte> or Stream or TextWriter, "There are three kinds of target.");
        _target = target;
        _decoder = target is TextWriter ? Encoding.UTF8.GetDecoder() : null;
        _count = 0;
        Drained = 0;
    }

    /// <summary>Passes what waits on to the target, which is not itself flushed.</summary>
    public void Drain()
    {
        var target = Target;
        if (_count == 0)
        {
            return;
        }

        _target = null;
        var pending = Take().Span;
        switch (target)
        {
            case IBufferWriter<byte> writer:
                writer.Write(pending);
                break;
            case Stream stream:
                stream.Write(pending);
                break;
            default:
                Decode(pending, (TextWriter)target);
                break;
        }

        _target = target;
    }

    /// <summary>What waits, taken out: for a target that is written to asynchronously. Valid until something is written here.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        var pending = _bytes.AsMemory(0, _count);
        Drained += _count;
        _count = 0;
        return pending;
    }

    /// <summary>What waits.</summary>
    public readonly ReadOnlySpan<byte> PendingBytes => _bytes.AsSpan(0, _count);

    /// <summary>Takes out what waits longest.</summary>
    public void RemoveFront(int length)
    {
        _bytes.AsSpan(length, _count - length).CopyTo(_bytes);
        _count -= length;
    }

    /// <summary>Gives the array back without passing anything on.</summary>
    public void Release()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _count = 0;
    }

    // A sequence cut by the end of the array waits in the decoder.
    private readonly void Decode(ReadOnlySpan<byte> bytes, TextWriter writer)
    {
        var chars = ArrayPool<char>.Shared.Rent(bytes.Length + 1);
        var length = _decoder!.GetChars(bytes, chars, flush: false);
        writer.Write(chars.AsSpan(0, length));
        ArrayPool<char>.Shared.Return(chars);
    }

    private void MakeRoom(int length)
    {
        if (_bytes.Length >= _threshold && _count > 0)
        {
            Drain();
        }

        if (_bytes.Length - _count < length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_count + length), (int)Math.Min(_bytes.Length * 2L, Array.MaxLength)));
            _bytes.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
    }
}
