using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace XmlJson.Text;

/// <summary>Steps from a reference that ask nothing, for places that were checked when they were written down.</summary>
internal static class Unchecked
{
    /// <summary>An item of a list, by its first one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Item<T>(ref T first, int index) => ref Unsafe.Add(ref first, index);

    /// <summary>A byte behind another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte At(ref byte first, int offset) => ref Unsafe.Add(ref first, offset);

    /// <summary>Some bytes of those that begin at a reference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Slice(ref byte first, int start, int length) => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref first, start), length);
}
