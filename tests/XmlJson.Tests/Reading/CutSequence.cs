using System.Buffers;

namespace XmlJson.Tests.Reading;

/// <summary>Makes a sequence of separate segments, so that nothing can be read across a border.</summary>
internal sealed class CutSequence : ReadOnlySequenceSegment<byte>
{
    private CutSequence(byte[] bytes, long runningIndex)
    {
        Memory = bytes;
        RunningIndex = runningIndex;
    }

    /// <summary>A copy of a document in segments of these lengths.</summary>
    public static ReadOnlySequence<byte> Of(ReadOnlySpan<byte> document, IEnumerable<int> lengths)
    {
        CutSequence? first = null, last = null;
        var position = 0;
        foreach (var length in lengths)
        {
            var segment = new CutSequence(document.Slice(position, length).ToArray(), position);
            if (last is not null)
            {
                last.Next = segment;
            }

            first ??= segment;
            last = segment;
            position += length;
        }

        return first is null ? ReadOnlySequence<byte>.Empty : new ReadOnlySequence<byte>(first, 0, last!, last!.Memory.Length);
    }
}
