using System.Buffers;
using System.Text;

namespace XmlJson.Trees;

/// <summary>A string in UTF-8 for the time of a call.</summary>
internal ref struct Utf8Buffer : IDisposable
{
    /// <summary>A good size for the space to offer: nearly every name fits.</summary>
    public const int TypicalLength = 256;

    private readonly Span<byte> _bytes;
    private byte[]? _rented;

    /// <summary>Encodes a string.</summary>
    /// <param name="text">The string; a surrogate without its other half becomes U+FFFD.</param>
    /// <param name="space">Memory to use when it suffices.</param>
    public Utf8Buffer(ReadOnlySpan<char> text, Span<byte> space)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (space.Length < longest)
        {
            space = _rented = ArrayPool<byte>.Shared.Rent(longest);
        }

        _bytes = space[..Encoding.UTF8.GetBytes(text, space)];
    }

    /// <summary>The string in UTF-8; valid until this is disposed.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _bytes;

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
            _rented = null;
        }
    }
}
