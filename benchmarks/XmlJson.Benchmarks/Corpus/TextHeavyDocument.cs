namespace XmlJson.Benchmarks;

/// <summary>A book: long paragraphs with few tags inside.</summary>
internal sealed class TextHeavyDocument() : CorpusKind("text-heavy", 2_000_000)
{
    protected override void Write(DocumentText text, SeededRandom random, int length)
    {
        text.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<book>\n<title>").Text(Words.Sentence(random, 4)).Raw("</title>\n");
        for (var chapter = 1; text.Length < length; chapter++)
        {
            text.Raw($"<chapter number=\"{chapter}\">\n<title>").Text(Words.Sentence(random, 5)).Raw("</title>\n");
            for (var paragraphs = random.Next(5, 20); paragraphs > 0 && text.Length < length; paragraphs--)
            {
                WriteParagraph(text, random);
            }

            text.Raw("</chapter>\n");
        }

        text.Raw("</book>\n");
    }

    private static void WriteParagraph(DocumentText text, SeededRandom random)
    {
        text.Raw("<para>");
        for (var sentences = random.Next(4, 16); sentences > 0; sentences--)
        {
            text.Text(Words.Sentence(random, random.Next(6, 25)));
            if (random.Percent(20))
            {
                text.Raw(" <em>").Text(Words.Sentence(random, random.Next(1, 3))).Raw("</em>");
            }

            text.Raw(random.Percent(25) ? ".\n" : ". ");
        }

        text.Raw("</para>\n");
    }
}
