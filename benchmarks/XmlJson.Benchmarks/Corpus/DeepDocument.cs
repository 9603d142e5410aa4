namespace XmlJson.Benchmarks;

/// <summary>Nested lists, a hundred and fifty levels down and back, again and again.</summary>
internal sealed class DeepDocument() : CorpusKind("deep", 1_000_000)
{
    private const int Levels = 150;

    protected override void Write(DocumentText text, SeededRandom random, int length)
    {
        text.Raw("<?xml version=\"1.0\"?>\n<outline>");
        while (text.Length < length)
        {
            WriteChain(text, random);
        }

        text.Raw("\n</outline>\n");
    }

    private static void WriteChain(DocumentText text, SeededRandom random)
    {
        for (var level = 1; level <= Levels; level++)
        {
            text.Raw($"\n<{NameAt(level)} n=\"{level}\"><label>").Text(random.Pick(Words.Common)).Raw("</label>");
        }

        for (var level = Levels; level >= 1; level--)
        {
            text.Raw($"</{NameAt(level)}>");
        }
    }

    private static string NameAt(int level) => (level % 3) switch
    {
        0 => "group",
        1 => "item",
        _ => "part",
    };
}
