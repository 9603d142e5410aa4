using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>What <see cref="XmlEscaper"/> may not copy as it is.</summary>
internal interface IEscapeRules
{
    /// <summary>All ones in each ASCII byte that is to be replaced or is no [2] Char.</summary>
    static abstract Vector128<byte> Special(Vector128<byte> block);

    /// <inheritdoc cref="Special(Vector128{byte})"/>
    static abstract Vector256<byte> Special(Vector256<byte> block);

    /// <summary>What stands for an ASCII byte that <see cref="Special(Vector128{byte})"/> marks; empty when nothing can.</summary>
    static abstract ReadOnlySpan<byte> Reference(byte special);
}
