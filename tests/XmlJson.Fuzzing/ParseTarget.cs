using System.Text;
using System.Text.Unicode;
using XmlJson.Tests.Reading;
using XmlJson.Tests.Sources.Dtd;

namespace XmlJson.Fuzzing;

/// <summary>However a document is cut and handed over, its events, their places, its declarations and its error are the same, and nothing but <see cref="XmlSyntaxException"/> is thrown.</summary>
internal sealed class ParseTarget : Target
{
    public override void Run(byte[] input)
    {
        var choice = new ParseChoice(input);
        var declarations = new DeclarationLog();
        using var parser = new Utf8XmlParser(choice.Options with { DeclarationHandler = declarations });
        var whole = Read(Feedings.Whole);
        Compare(Feedings.Fed("in turns", choice.Pieces));
        Compare(Feedings.Stream(choice.LongestPiece));
        Compare(Feedings.Sequence("in turns", choice.Pieces));
        Compare(Feedings.FedOn("in turns, stopped", choice.Pieces), stopsEvery: 2);
        if (IsTheSameAsText(choice.Document))
        {
            Compare(new Feeding("text", (parser, document, handler) => parser.Parse(Encoding.UTF8.GetString(document), ref handler)));
        }

        string Read(Feeding feeding, int stopsEvery = 0)
        {
            declarations.Lines.Clear();
            var outcome = feeding.Run(parser, choice.Document, new Recorder { AsksPositions = choice.AsksPositions, StopsEvery = stopsEvery });
            return $"{outcome}{string.Join('\n', declarations.Lines)}";
        }

        void Compare(Feeding feeding, int stopsEvery = 0) => FindingException.ThrowUnlessSame(feeding.Name, whole, Read(feeding, stopsEvery));
    }

    public override IEnumerable<byte[]> Seeds()
    {
        var number = 0;
        foreach (var document in SeedDocuments.Cases())
        {
            number++;
            yield return ParseChoice.Seed(document, HasDocumentType(document) ? 8 + 2 : 8, 1 + number % 19, 1 + number % 7);
        }

        foreach (var document in SeedDocuments.Xml())
        {
            number++;
            yield return ParseChoice.Seed(document, HasDocumentType(document) ? 2 : 0, 1 + number % 67, 1 + number % 7);
        }

        foreach (var entity in SeedDocuments.Entities())
        {
            number++;
            yield return ParseChoice.Seed([.. "<!DOCTYPE doc SYSTEM 'e'><doc/>\u001E"u8, .. entity], 3, 1 + number % 67, 1 + number % 7);
            yield return ParseChoice.Seed([.. "<!DOCTYPE a [<!ENTITY e SYSTEM 'e'>]><a>&e;</a>\u001E"u8, .. entity], 3, 1 + number % 67, 1 + number % 7);
        }
    }

    private static bool HasDocumentType(ReadOnlySpan<byte> document) => document.IndexOf("<!DOCTYPE"u8) >= 0;

    // As text, a document has neither an encoding nor a byte order mark.
    private static bool IsTheSameAsText(ReadOnlySpan<byte> document) =>
        Utf8.IsValid(document)
        && !document.Contains((byte)0)
        && !document.StartsWith("\uFEFF"u8)
        && !(document.StartsWith("<?xml"u8) && document.IndexOf("encoding"u8) >= 0);
}
