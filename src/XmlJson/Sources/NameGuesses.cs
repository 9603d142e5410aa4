using System.Numerics;
using System.Runtime.CompilerServices;

namespace XmlJson;

/// <summary>Which name a name in a tag most likely is, told from its first bytes, its last ones and its length.</summary>
/// <remarks>Idea: whoever asks compares the name anyway, so a guess may be wrong, and a multiplication of one word will do, which is known much sooner than a hash that nobody can aim at.</remarks>
internal sealed class NameGuesses
{
    private const int FewestBits = 8;
    private const int MostBits = 12;

    // 2⁶⁴ divided by the golden ratio, odd: neighbours end up far apart.
    private const ulong Factor = 0x9E37_79B9_7F4A_7C15;

    private int[] _ids = new int[1 << FewestBits];
    private int _shift = 64 - FewestBits;

    /// <summary>The number of the name guessed, to be set when it was another; at first that of the empty name.</summary>
    /// <param name="first">The eight bytes from where the name begins, the first in the lowest place.</param>
    /// <param name="last">The eight bytes up to where it ends; of a shorter name, the same as the first.</param>
    /// <param name="length">The name's length in bytes, more than 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref int For(ulong first, ulong last, int length)
    {
        // Turned, so that what is the same at both ends does not cancel.
        var bytes = first ^ BitOperations.RotateLeft(last, 29);
        if (length < sizeof(ulong))
        {
            bytes = first & ~(ulong.MaxValue << (8 * length));
        }

        return ref _ids[(int)(((bytes ^ (ulong)length) * Factor) >> _shift)];
    }

    /// <summary>Makes room, so that few names share a place; all are forgotten when there is more.</summary>
    /// <param name="names">How many names there are.</param>
    public void Fit(int names)
    {
        var bits = 64 - _shift;
        if (names > _ids.Length / 2 && bits < MostBits)
        {
            _shift -= 2;
            _ids = new int[1 << (bits + 2)];
        }
    }

    /// <summary>Forgets all names: their numbers are of another table.</summary>
    public void Clear() => Array.Clear(_ids);
}
