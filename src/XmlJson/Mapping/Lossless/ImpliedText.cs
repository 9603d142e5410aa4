using XmlJson.Text;

namespace XmlJson.Mapping.Lossless;

/// <summary>The white space of one <see cref="Layout"/> for all depths: it is the same but for its length, so it is written once.</summary>
internal sealed class ImpliedText
{
    private readonly byte[] _text = new byte[Layout.LongestImplied + AsciiText.Overlap];
    private byte[]? _unit;

    /// <summary>The white space of a length.</summary>
    /// <param name="unit">The unit; may be empty.</param>
    /// <param name="length">One more than a multiple of the unit's length, <see cref="Layout.LongestImplied"/> at most.</param>
    /// <param name="readable">How many bytes are readable from its first on.</param>
    public ReadOnlySpan<byte> Of(byte[] unit, int length, out int readable)
    {
        if (!ReferenceEquals(unit, _unit))
        {
            _unit = unit;
            Layout.Write(_text, unit, unit.Length == 0 ? 0 : (Layout.LongestImplied - 1) / unit.Length);
        }

        readable = _text.Length;
        return _text.AsSpan(0, length);
    }

    /// <summary>Lets go of the layout.</summary>
    public void Forget() => _unit = null;
}
