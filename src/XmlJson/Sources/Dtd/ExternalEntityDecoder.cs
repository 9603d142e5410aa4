using System.Text;
using XmlJson.Text;

namespace XmlJson;

/// <summary>Turns a stored external entity into the text that is parsed: XML 1.0 §4.3.1, §4.3.3 and §2.11.</summary>
internal static class ExternalEntityDecoder
{
    /// <summary>Decodes an entity.</summary>
    /// <param name="bytes">The entity as it is stored.</param>
    /// <param name="text">The entity in valid UTF-8 with allowed characters only, line ends normalized; in error, as far as it could be read.</param>
    /// <param name="length">How much of <paramref name="text"/> is used.</param>
    /// <param name="start">Where the text declaration ends; 0 when there is none.</param>
    /// <returns>What is wrong, if something is.</returns>
    public static EntityFault? Decode(ReadOnlySpan<byte> bytes, out byte[] text, out int length, out int start)
    {
        text = [];
        start = length = 0;
        if (EncodingDetector.Detect(bytes, isWhole: true, out var error, out var code) is not { } detected)
        {
            return new EntityFault(code, error!);
        }

        var fault = Transcode(bytes[detected.ByteOrderMarkLength..], detected.Encoding, out text);
        length = LineEnds.Normalize(text);
        if (fault is not null)
        {
            return fault;
        }

        var forbidden = AllowedText.FirstInvalid(text.AsSpan(0, length));
        return forbidden < 0
            ? ReadDeclaration(text.AsSpan(0, length), out start)
            : new EntityFault(XmlErrorCode.InvalidCharacter, AllowedText.Describe(text, forbidden), forbidden);
    }

    private static EntityFault? Transcode(ReadOnlySpan<byte> bytes, Encoding? encoding, out byte[] text)
    {
        if (encoding is null)
        {
            var invalid = Utf8Text.FindInvalid(bytes, out var isEncoded);
            var isUtf8 = invalid < 0 || isEncoded;
            text = (isUtf8 ? bytes : bytes[..invalid]).ToArray();
            return isUtf8 ? null : InvalidAt(invalid, "UTF-8");
        }

        try
        {
            text = Encoding.UTF8.GetBytes(encoding.GetString(bytes));
            return null;
        }
        catch (DecoderFallbackException e)
        {
            // What precedes is wanted for the line alone, and some decoders give an index behind the fault.
            var offset = Math.Clamp(e.Index, 0, bytes.Length);
            var lenient = (Encoding)encoding.Clone();
            lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
            text = Encoding.UTF8.GetBytes(lenient.GetString(bytes[..offset]));
            return InvalidAt(offset, encoding.WebName, text.Length);
        }
    }

    // [77] TextDecl ::= '<?xml' VersionInfo? EncodingDecl S? '?>'
    private static EntityFault? ReadDeclaration(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        var begin = "<?xml"u8;
        if (!text.StartsWith(begin) || text.Length == begin.Length || !Characters.IsWhiteSpace(text[begin.Length]))
        {
            return null;
        }

        var rest = text[begin.Length..];
        var end = rest.IndexOf("?>"u8);
        if (end < 0)
        {
            return new EntityFault(XmlErrorCode.UnexpectedEnd, "The entity ends in its text declaration.", text.Length);
        }

        var declaration = new XmlDeclarationReader(rest[..end]);
        if (!declaration.ReadTextDeclaration())
        {
            return new EntityFault(declaration.ErrorCode, declaration.Error!, begin.Length + declaration.ErrorOffset);
        }

        length = begin.Length + end + 2;
        return null;
    }

    private static EntityFault InvalidAt(int offset, string encoding, int? textOffset = null) =>
        new(XmlErrorCode.InvalidEncoding, $"The bytes at offset {offset} of the entity are not valid {encoding}.", textOffset ?? offset);
}
