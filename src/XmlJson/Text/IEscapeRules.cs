using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>What <see cref="XmlEscaper"/> may not copy as it is.</summary>
internal interface IEscapeRules
{
    /// <summary>All ones in each byte that is to be replaced, is no [2] Char, or is not ASCII.</summary>
    static abstract Vector128<byte> Special(Vector128<byte> block);

    /// <summary>What stands for an ASCII byte that <see cref="Special"/> marks; empty when nothing can.</summary>
    static abstract ReadOnlySpan<byte> Reference(byte special);
}
