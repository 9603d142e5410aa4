using System.Buffers.Binary;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace XmlJson.Text;

/// <summary>Attribute-value normalization, XML 1.0 §3.3.3, of a value whose references were checked before.</summary>
/// <remarks>
/// <para>Idea: a value with one reference often has more, close together. All of a block are found at once, so that where the next stands needs not wait for the length of the
/// last, and what is plain between them is copied by whole vectors, behind which the next then begins.</para>
/// <para>Pseudo code: for each block of 64 bytes: for each '&amp;', line end or tab in it: copy what is plain before it; append what it stands for. Copy the rest.</para>
/// </remarks>
internal static class AttributeValueDecoder
{
    /// <summary>How many bytes behind a value are read, and behind what it becomes overwritten.</summary>
    public const int Padding = 64;

    /// <summary>Resolves character references and the five predefined entities, and turns white space into spaces.</summary>
    /// <param name="raw">The value between its quotes, well-formed, with no other entity reference; <see cref="Padding"/> bytes behind it are readable.</param>
    /// <param name="destination">Longer than <paramref name="raw"/> by the <see cref="Padding"/>: no value grows.</param>
    /// <param name="collapse">Whether to drop leading and trailing spaces and join inner ones, as for all types but CDATA.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Decode(ReadOnlySpan<byte> raw, Span<byte> destination, bool collapse = false)
    {
        Debug.Assert(destination.Length >= raw.Length + Padding, "A decoded value is never longer, but for what is overwritten.");
        ref var source = ref MemoryMarshal.GetReference(raw);
        ref var target = ref MemoryMarshal.GetReference(destination);
        var written = 0;
        var begin = 0;

        // Safe here and below: a block begins before the value's end, and both sides have a block's room behind it.
        for (var block = 0; block < raw.Length; block += Vector512<byte>.Count)
        {
            var found = Find(Vector512.LoadUnsafe(ref source, (nuint)block));
            var position = block + BitOperations.TrailingZeroCount(found);
            while (found != 0 && position < raw.Length)
            {
                PaddedBytes.Copy(ref Unsafe.Add(ref source, begin), position - begin, ref Unsafe.Add(ref target, written));
                written += position - begin;
                begin = position + 1;
                var b = Unsafe.Add(ref source, position);
                if (b == (byte)'&')
                {
                    written += Resolve(ref Unsafe.Add(ref source, position), ref Unsafe.Add(ref target, written), out var length);
                    begin = position + length;
                }
                else if (b != (byte)'\n' || position == 0 || Unsafe.Add(ref source, position - 1) != (byte)'\r')
                {
                    Unsafe.Add(ref target, written++) = (byte)' ';
                }

                found &= found - 1;
                position = block + BitOperations.TrailingZeroCount(found);
            }
        }

        PaddedBytes.Copy(ref Unsafe.Add(ref source, begin), raw.Length - begin, ref Unsafe.Add(ref target, written));
        written += raw.Length - begin;
        return collapse ? Spaces.Collapse(destination[..written]) : written;
    }

    // A bit for each byte that is not written as it stands.
    private static ulong Find(Vector512<byte> bytes) =>
        (Vector512.Equals(bytes, Vector512.Create((byte)'&')) | Vector512.Equals(bytes, Vector512.Create((byte)'\t'))
            | Vector512.Equals(bytes, Vector512.Create((byte)'\n')) | Vector512.Equals(bytes, Vector512.Create((byte)'\r'))).ExtractMostSignificantBits();

    // Returns how many bytes the character has that the reference stands for.
    private static int Resolve(ref byte reference, ref byte destination, out int length)
    {
        var character = Reference.Predefined(Eight(ref reference), out length);
        if (character != 0)
        {
            destination = character;
            return 1;
        }

        // Safe: the longest character is shorter than the padding.
        var room = MemoryMarshal.CreateSpan(ref destination, Reference.MaxLength);
        var number = CharacterNumber.Read(Eight(ref Unsafe.Add(ref reference, 2)), out length);
        length += 2;
        return number >= 0 ? new Rune(number).EncodeToUtf8(room) : ResolveLong(ref reference, room, out length);
    }

    // With more zeros before its digits than are read at once.
    private static int ResolveLong(ref byte reference, Span<byte> destination, out int length)
    {
        length = 1;
        while (Unsafe.Add(ref reference, length - 1) != (byte)';')
        {
            length++;
        }

        return Reference.Decode(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref reference, 1), length - 2), destination);
    }

    private static ulong Eight(ref byte bytes) => BinaryPrimitives.ReadUInt64LittleEndian(MemoryMarshal.CreateReadOnlySpan(ref bytes, sizeof(ulong)));
}
