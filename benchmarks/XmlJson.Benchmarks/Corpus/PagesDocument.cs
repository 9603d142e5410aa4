namespace XmlJson.Benchmarks;

/// <summary>Web pages as they are written by hand: elements in any order, nested as it comes, with some of their attributes in any order. Little of it can be foreseen.</summary>
internal sealed class PagesDocument() : CorpusKind("pages", 1_000_000)
{
    private const int MaxDepth = 8;

    private static readonly string[] Blocks = ["div", "section", "ul", "table", "form", "article"];
    private static readonly string[] Lines = ["p", "li", "h2", "h3", "td", "blockquote", "label"];
    private static readonly string[] Inlines = ["a", "b", "em", "code", "span", "strong", "abbr"];
    private static readonly string[] Attributes = ["class", "id", "title", "lang", "style", "href"];

    protected override void Write(DocumentText text, SeededRandom random, int length)
    {
        text.Raw("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Pages</title></head><body>");
        while (text.Length < length)
        {
            WriteBlock(text, random, 1);
        }

        text.Line().Raw("</body></html>\n");
    }

    private static void WriteBlock(DocumentText text, SeededRandom random, int level)
    {
        var name = random.Pick(level < MaxDepth && random.Percent(40) ? Blocks : Lines);
        Begin(text.Line(level), random, name);
        if (Array.IndexOf(Blocks, name) < 0)
        {
            WriteLine(text, random);
        }
        else
        {
            for (var children = random.Next(1, 4); children > 0; children--)
            {
                WriteBlock(text, random, level + 1);
            }

            text.Line(level);
        }

        text.Raw($"</{name}>");
    }

    private static void WriteLine(DocumentText text, SeededRandom random)
    {
        for (var pieces = random.Next(1, 4); pieces > 0; pieces--)
        {
            text.Text(Words.Sentence(random, random.Next(1, 8))).Raw(" ");
            if (random.Percent(20))
            {
                text.Raw(random.Percent(50) ? "<br/>" : "&amp;&#160;");
            }
            else if (random.Percent(60))
            {
                var name = random.Pick(Inlines);
                Begin(text, random, name);
                text.Text(Words.Sentence(random, random.Next(1, 3))).Raw($"</{name}>, ");
            }
        }
    }

    private static void Begin(DocumentText text, SeededRandom random, string name)
    {
        text.Raw($"<{name}");
        var first = random.Next(Attributes.Length);
        for (var count = random.Next(4); count > 0; count--)
        {
            text.Raw($" {Attributes[(first + (count * 5)) % Attributes.Length]}=\"").Text(Words.Sentence(random, random.Next(1, 3))).Raw("\"");
        }

        text.Raw(">");
    }
}
