using System.Text;

namespace XmlJson.Tests.Sources.Dtd;

/// <summary>A document of the W3C suite, cut into what precedes its document type declaration, that declaration, and the rest.</summary>
internal sealed record SuiteDocument(string Id, string Group, string Path, bool Namespaces, string ExpectFull, string ExpectAlone)
{
    /// <summary>All XML 1.0 documents of the suite that have a document type declaration.</summary>
    public static IEnumerable<SuiteDocument> All()
    {
        var suites = Repository.Suites!;
        foreach (var line in File.ReadLines(System.IO.Path.Combine(suites, "xmlconf-tests.tsv")).Skip(1))
        {
            var f = line.Split('\t');
            if (f[2] is "core" or "ed5" && f[12] == "yes")
            {
                yield return new SuiteDocument(f[0], f[2], System.IO.Path.Combine(suites, f[4]), f[9] != "no", f[13], f[14]);
            }
        }
    }

    /// <summary>The whole document in UTF-8, or null when its encoding cannot be read.</summary>
    public byte[]? Text()
    {
        var bytes = File.ReadAllBytes(Path);
        if (EncodingDetector.Detect(bytes, isWhole: true, out _, out _) is not { } detected)
        {
            return null;
        }

        try
        {
            var body = bytes.AsSpan(detected.ByteOrderMarkLength);
            return Encoding.UTF8.GetBytes((detected.Encoding ?? new UTF8Encoding(false, true)).GetString(body));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Where <c>&lt;!DOCTYPE</c> is, with only comments, processing instructions and white space before it; -1 if there is none.</summary>
    public static int FindDoctype(ReadOnlySpan<byte> text)
    {
        var i = 0;
        while (true)
        {
            var rest = text[i..];
            if (rest.StartsWith("<!DOCTYPE"u8))
            {
                return i;
            }

            var end = rest switch
            {
                [(byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t', ..] => 1,
                [(byte)'<', (byte)'?', ..] => rest.IndexOf("?>"u8) + 2,
                [(byte)'<', (byte)'!', (byte)'-', (byte)'-', ..] => rest.IndexOf("-->"u8) + 3,
                _ => 0,
            };
            if (end < 1 || (end == 1 && rest[0] == '<'))
            {
                return -1;
            }

            i += end;
        }
    }

    /// <summary>What the XML declaration says of <c>standalone</c>.</summary>
    public static bool? Standalone(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf("?>"u8);
        if (!text.StartsWith("<?xml "u8) || end < 0)
        {
            return null;
        }

        var declaration = new XmlDeclarationReader(text[5..end]);
        return declaration.ReadXmlDeclaration() ? declaration.Standalone : null;
    }
}
