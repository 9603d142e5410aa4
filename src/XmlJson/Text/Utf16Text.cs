using System.Buffers;
using System.Text.Unicode;

namespace XmlJson.Text;

/// <summary>UTF-16 on its way to UTF-8; half a surrogate pair is refused, not replaced.</summary>
internal static class Utf16Text
{
    /// <summary>Appends text as UTF-8.</summary>
    /// <returns>Whether all of it was valid; only then was it appended.</returns>
    public static bool TryAppend(ReadOnlySpan<char> text, ArrayBufferWriter<byte> output)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        // A UTF-16 unit takes at most three bytes.
        var status = Utf8.FromUtf16(text, output.GetSpan(checked(text.Length * 3)), out _, out var written, replaceInvalidSequences: false);
        if (status != OperationStatus.Done)
        {
            return false;
        }

        output.Advance(written);
        return true;
    }
}
