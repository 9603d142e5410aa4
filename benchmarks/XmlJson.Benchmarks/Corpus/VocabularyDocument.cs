namespace XmlJson.Benchmarks;

/// <summary>An exchange format of an industry: some nine hundred names, and which comes next is anybody's guess.</summary>
internal sealed class VocabularyDocument() : CorpusKind("vocabulary", 1_000_000)
{
    private static readonly string[] Nouns = [.. Words.Common.Where(word => word.Length > 4).Select(word => char.ToUpperInvariant(word[0]) + word[1..])];

    protected override void Write(DocumentText text, SeededRandom random, int length)
    {
        text.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Messages>");
        for (var number = 1; text.Length < length; number++)
        {
            var message = random.Pick(Nouns) + random.Pick(["Request", "Response", "Notice", "List"]);
            text.Line(1).Raw($"<{message} id=\"{number}\"{(random.Percent(30) ? $" {random.Pick(Words.Common)}=\"{random.Next(100)}\"" : "")}>");
            for (var fields = random.Next(1, 6); fields > 0; fields--)
            {
                text.Field(2, random.Pick(Nouns) + random.Pick(["Date", "Code", "Name", "Type", "Of", "Count", "Amount", "Text", "Total", "Flag", "Note", "Key"]), Words.Sentence(random, random.Next(1, 3)));
            }

            text.Line(1).Raw($"</{message}>");
        }

        text.Raw("\n</Messages>\n");
    }
}
