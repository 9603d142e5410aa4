using System.Buffers;
using XmlJson.Text;

namespace XmlJson;

/// <summary>Shows UTF-8 text, as events have it, in characters, without making a string: for comparing, parsing or copying it by what takes a <see cref="ReadOnlySpan{T}"/> of <see cref="char"/>.</summary>
/// <remarks>One array from the shared pool is kept from one call to the next, as long as the longest text needed. Not safe for use by several threads at once.</remarks>
public sealed class Utf16Buffer : IDisposable
{
    private const int MinimumLength = 512;

    private char[] _characters = [];
    private bool _isDisposed;

    /// <summary>Decodes text. What is no UTF-8, which events never have, becomes U+FFFD.</summary>
    /// <param name="utf8">The text.</param>
    /// <returns>The same text in UTF-16; valid until the next call, or <see cref="Dispose"/>.</returns>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public ReadOnlySpan<char> Decode(scoped ReadOnlySpan<byte> utf8)
    {
        // No text has more characters than bytes.
        if (utf8.Length > _characters.Length || _isDisposed)
        {
            Grow(utf8.Length);
        }

        return _characters.AsSpan(0, Utf16Widener.Decode(utf8, _characters));
    }

    /// <summary>A new string of UTF-8 text. What is no UTF-8, which events never have, becomes U+FFFD.</summary>
    /// <param name="utf8">The text.</param>
    /// <returns>The string; for text without characters, the empty one that there is already.</returns>
    public static string GetString(ReadOnlySpan<byte> utf8) => Utf16Widener.GetString(utf8);

    /// <summary>Gives the array back to the pool. What <see cref="Decode"/> returned must not be looked at any more.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        Return();
    }

    private void Grow(int length)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var longer = ArrayPool<char>.Shared.Rent((int)Math.Clamp(_characters.Length * 2L, Math.Max(length, MinimumLength), Math.Max(length, Array.MaxLength)));
        Return();
        _characters = longer;
    }

    private void Return()
    {
        if (_characters.Length > 0)
        {
            ArrayPool<char>.Shared.Return(_characters);
            _characters = [];
        }
    }
}
