namespace XmlJson.Benchmarks;

/// <summary>Source code and web addresses inside XML: a reference every few characters, in text and in attributes.</summary>
internal sealed class EntityHeavyDocument() : CorpusKind("entity-heavy", 1_500_000)
{
    protected override void Write(DocumentText text, SeededRandom random, int length)
    {
        text.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<snippets>\n");
        for (var number = 1; text.Length < length; number++)
        {
            text.Raw($"<snippet id=\"{number}\" link=\"https://example.org/?a={random.Next(100)}&amp;b={random.Next(100)}&amp;c=&quot;{random.Pick(Words.Common)}&quot;\">");
            for (var lines = random.Next(2, 10); lines > 0; lines--)
            {
                WriteLine(text, random);
            }

            text.Raw("</snippet>\n");
        }

        text.Raw("</snippets>\n");
    }

    private static void WriteLine(DocumentText text, SeededRandom random)
    {
        var first = random.Pick(Words.Common);
        var second = random.Pick(Words.Common);
        switch (random.Next(4))
        {
            case 0:
                text.Text($"if ({first} < {random.Next(100)} && {second} > 0) {{ return \"{second}\"; }}\n");
                break;
            case 1:
                text.Text($"List<Map<String, {first}>> {second} = a & b;\n");
                break;
            case 2:
                text.Raw($"<note title=\"{first} &lt;&#160;{second}\">").Text(Words.Sentence(random, 3)).Raw("&#8230;&#x20AC;&#x1F30D;</note>\n");
                break;
            default:
                text.Raw("&apos;").Text(Words.Sentence(random, random.Next(2, 8))).Raw("&apos;&#13;\n");
                break;
        }
    }
}
