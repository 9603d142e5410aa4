using System.Buffers;
using System.Text;
using System.Xml;
using XmlJson.ElementTree;

namespace XmlJson.Tests.Canonical;

/// <summary>Ways to a canonical form.</summary>
internal static class CanonicalForms
{
    /// <summary>Document type declarations are read, and nothing outside.</summary>
    public static XmlParserOptions WithDtd { get; } = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse };

    /// <summary>One of each version, with and without comments.</summary>
    public static IReadOnlyList<CanonicalizationOptions> All { get; } =
    [
        .. new[] { CanonicalizationOptions.Inclusive10, CanonicalizationOptions.Inclusive11, CanonicalizationOptions.Exclusive10, CanonicalizationOptions.Version20 }
            .SelectMany(options => new[] { options, options with { KeepComments = true } })
            .Select(options => options with { AllowRelativeNamespaces = true }),
        new() { Version = CanonicalXmlVersion.Exclusive10, InclusivePrefixes = ["#default", "p"], AllowRelativeNamespaces = true, BufferSize = 300 },
        new() { Version = CanonicalXmlVersion.Version20, TrimTextNodes = true, KeepComments = true, AllowRelativeNamespaces = true },
    ];

    /// <summary>From the parser's events.</summary>
    public static string Of(string document, CanonicalizationOptions options, XmlParserOptions? parserOptions = null) =>
        Of(Encoding.UTF8.GetBytes(document), options, parserOptions);

    /// <summary>From the parser's events.</summary>
    public static string Of(ReadOnlySpan<byte> document, CanonicalizationOptions options, XmlParserOptions? parserOptions = null)
    {
        var output = new ArrayBufferWriter<byte>();
        Xml.Canonicalize(document, output, options, parserOptions ?? WithDtd);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>From any events.</summary>
    public static string Of(Action<IContentHandler> events, CanonicalizationOptions options)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var canonicalizer = new Canonicalizer(output, options))
        {
            events(canonicalizer);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Of the element that is this one in document order, from 0.</summary>
    public static string OfElement(string document, int index, CanonicalizationOptions options)
    {
        using var tree = Xml.Load(Encoding.UTF8.GetBytes(document), WithDtd);
        return tree.Iter().Where(element => !element.IsComment && !element.IsProcessingInstruction).ElementAt(index).Canonicalize(options);
    }
}
