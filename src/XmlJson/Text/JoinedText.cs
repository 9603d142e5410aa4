using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace XmlJson.Text;

/// <summary>Short texts and the characters between them that were written as references, copied into one.</summary>
/// <remarks>
/// <para>Idea: where references stand close together, what each piece costs is the event and its branches, not its bytes. A piece is copied by whole vectors, behind which the
/// next then begins; the character goes between.</para>
/// <para>Pseudo code: while the text ends with a reference to a character: copy text; append character; find the text's end. Copy text.</para>
/// </remarks>
internal sealed class JoinedText
{
#if DEBUG
    // Small, so that tests cross every boundary.
    public const int Capacity = 24;
#else
    public const int Capacity = 1024;
#endif

    // Longer text is worth an event of its own, which costs no copy.
    private const int LongestPiece = 256;

    private byte[] _bytes = [];

    /// <summary>What was read.</summary>
    /// <param name="length">What <see cref="Read"/> returned.</param>
    public ReadOnlySpan<byte> Bytes(int length) => _bytes.AsSpan(0, length);

    /// <summary>Reads text up to its end, or to the first thing that is neither plain nor a reference to a character.</summary>
    /// <param name="stretch">Where the text stands.</param>
    /// <param name="start">Where the text begins, and then where the rest of it begins.</param>
    /// <param name="reference">Its first reference.</param>
    /// <returns>How many bytes it has become; 0 when the first reference must be looked at elsewhere.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Read(scoped in MarkedBytes stretch, ref int start, int reference)
    {
        if (_bytes.Length == 0)
        {
            _bytes = new byte[Capacity + LongestPiece + PaddedBytes.Padding];
        }

        var input = stretch;
        ref var bytes = ref MemoryMarshal.GetArrayDataReference(_bytes);
        var begin = start;
        var count = 0;
        var position = reference;
        while (true)
        {
            var length = position - begin;
            if (length > LongestPiece || count > Capacity || position >= input.Length || input[position] is not ((byte)'&' or (byte)'<'))
            {
                break;
            }

            // Safe: so many bytes and the padding of a copy fit behind the capacity.
            PaddedBytes.Copy(ref input.At(begin), length, ref Unsafe.Add(ref bytes, count));
            if (input[position] == (byte)'<')
            {
                count += length;
                begin = position;
                break;
            }

            // The reference's bytes are plain, so where the next text ends needs not wait for its length.
            var next = input.FindTextEnd(position + 1);
            var character = Reference.Predefined(input.Eight(position), out var read);
            var size = 1;
            if (character != 0)
            {
                Unsafe.Add(ref bytes, count + length) = character;
            }
            else
            {
                size = ReadNumber(input, position, ref Unsafe.Add(ref bytes, count + length), out read);
            }

            if (size == 0 || read > input.Length - position)
            {
                break;
            }

            count += length + size;
            begin = position + read;
            position = next;
        }

        start = begin;
        return count;
    }

    // [66] CharRef: how many bytes its character has; 0 for anything else.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadNumber(scoped in MarkedBytes input, int position, ref byte destination, out int read)
    {
        read = 0;
        if (input[position + 1] != (byte)'#')
        {
            return 0;
        }

        var number = CharacterNumber.Read(input.Eight(position + 2), out var length);
        if (!Characters.IsAllowed(number))
        {
            return 0;
        }

        read = length + 2;
        // Safe: the caller has room for it.
        return new Rune(number).EncodeToUtf8(MemoryMarshal.CreateSpan(ref destination, Reference.MaxLength));
    }
}
