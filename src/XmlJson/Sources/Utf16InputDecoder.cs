using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace XmlJson;

/// <summary>Decodes UTF-16 of either byte order.</summary>
internal sealed class Utf16InputDecoder : InputDecoder
{
    private const int PieceChars = 2048;

    // A unit and the half of another may wait: a first half of a pair, and one byte.
    private const int LongestRest = 3;

    private readonly Encoding _encoding;
    private readonly bool _isSwapped;
    private readonly int _start;
    private readonly byte[] _raw = new byte[(PieceChars * 2) + LongestRest + 1];
    private readonly ushort[] _units = new ushort[PieceChars + 2];
    private int _rest;
    private long _offset;

    /// <inheritdoc cref="InputDecoder.Create"/>
    public Utf16InputDecoder(Encoding encoding, int start)
    {
        const int BigEndian = 1201;
        _encoding = encoding;
        _isSwapped = (encoding.CodePage == BigEndian) == BitConverter.IsLittleEndian;
        _offset = _start = start;
    }

    /// <inheritdoc/>
    public override string Name => _encoding.WebName;

    public override string? Decode(ReadOnlySpan<byte> bytes, InputWindow window)
    {
        while (!bytes.IsEmpty)
        {
            var piece = bytes[..Math.Min(bytes.Length, PieceChars * 2)];
            piece.CopyTo(_raw.AsSpan(_rest));
            var length = _rest + piece.Length;
            var read = DecodeUnits(_raw.AsSpan(0, length / 2 * 2), window, out var isValid) * 2;
            _offset += read;
            if (!isValid)
            {
                return Invalid(_encoding, _offset, _raw.AsSpan(read, 2));
            }

            _rest = length - read;
            _raw.AsSpan(read, _rest).CopyTo(_raw);
            bytes = bytes[piece.Length..];
        }

        return null;
    }

    public override string? Complete(InputWindow window) => _rest == 0 ? null : Invalid(_encoding, _offset, _raw.AsSpan(0, _rest));

    public override long OffsetOf(long characters, long supplementary) => _start + ((characters + supplementary) * 2);

    // Returns the number of units read: all, but for the first half of a pair at the end, or up to what is invalid.
    private int DecodeUnits(ReadOnlySpan<byte> raw, InputWindow window, out bool isValid)
    {
        var units = _units.AsSpan(0, raw.Length / 2);
        raw.CopyTo(MemoryMarshal.AsBytes(units));
        if (_isSwapped)
        {
            BinaryPrimitives.ReverseEndianness(units, units);
        }

        const int LongestUnit = 3;
        var status = Utf8.FromUtf16(MemoryMarshal.Cast<ushort, char>(units), window.GetSpan(units.Length * LongestUnit), out var read, out var written, replaceInvalidSequences: false, isFinalBlock: false);
        window.Advance(written);
        isValid = status != OperationStatus.InvalidData;
        return read;
    }
}
