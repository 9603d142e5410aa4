using XmlJson.Tests.Reading;
using XmlJson.Tests.Sources.Dtd;

namespace XmlJson.Conformance;

/// <summary>Reads documents whole, and then in every other way, with one parser: the law that all give the same.</summary>
internal sealed class EveryWay(XmlParserOptions options)
{
    private const int OneSize = 13;

    private static readonly Feeding[] Ways = [.. Feedings.InOne.Skip(1), .. Cuts.ChunkSizes.SelectMany(Feedings.InChunks), .. Feedings.ToTheEnd(OneSize)];

    /// <summary>How many readings were compared with that of the whole.</summary>
    public int Compared { get; private set; }

    /// <summary>Reads a document in every way.</summary>
    /// <param name="document">Its bytes.</param>
    /// <param name="baseUri">Its own URI.</param>
    /// <param name="namespaces">Whether to read it with namespaces.</param>
    /// <returns>The first difference, in words; null when there is none.</returns>
    public string? FindDifference(byte[] document, string? baseUri = null, bool namespaces = true)
    {
        var declarations = new DeclarationLog();
        using var parser = new Utf8XmlParser(options with { BaseUri = baseUri, Namespaces = namespaces, DeclarationHandler = declarations });
        var whole = Read(Feedings.Whole);
        foreach (var feeding in Ways)
        {
            Compared++;
            var found = Read(feeding);
            if (found != whole)
            {
                return $"{feeding}\n{FirstDifference.Of(whole, found)}";
            }
        }

        return null;

        string Read(Feeding feeding)
        {
            declarations.Lines.Clear();
            try
            {
                var outcome = feeding.Run(parser, document);
                return $"{string.Join('\n', declarations.Lines)}\n{outcome}";
            }
            catch (Exception e)
            {
                // Not an answer: equal to none.
                return $"{feeding}: {e}";
            }
        }
    }
}
