namespace XmlJson.Benchmarks;

/// <summary>Texts in seven scripts, and some names too: two, three and four bytes a character.</summary>
internal sealed class NonAsciiDocument() : CorpusKind("non-ascii", 1_200_000)
{
    protected override void Write(DocumentText text, SeededRandom random, int length)
    {
        text.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<bücher>");
        for (var number = 1; text.Length < length; number++)
        {
            text.Line(1).Raw($"<eintrag nr=\"{number}\">");
            WriteText(text, random, "ru", Words.Cyrillic);
            WriteText(text, random, "el", Words.Greek);
            WriteText(text, random, "ja", Words.Japanese);
            WriteText(text, random, "hi", Words.Hindi);
            WriteText(text, random, "ar", Words.Arabic);
            WriteText(text, random, "fr", Words.French);
            text.Field(2, "名前", random.Pick(Words.Japanese) + random.Pick(Words.Emoji));
            text.Line(1).Raw("</eintrag>");
        }

        text.Raw("\n</bücher>\n");
    }

    private static void WriteText(DocumentText text, SeededRandom random, string language, ReadOnlySpan<string> words)
    {
        text.Line(2).Raw($"<text sprache=\"{language}\" titel=\"").Text(Words.Sentence(random, 2, words)).Raw("\">");
        text.Text(Words.Sentence(random, random.Next(4, 40), words));
        if (random.Percent(10))
        {
            text.Text(random.Pick(Words.Emoji));
        }

        text.Raw("</text>");
    }
}
