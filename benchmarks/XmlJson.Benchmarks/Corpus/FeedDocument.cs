namespace XmlJson.Benchmarks;

/// <summary>A news feed of some 20 kB.</summary>
internal sealed class FeedDocument() : CorpusKind("feed", 20_000)
{
    protected override void Write(DocumentText text, SeededRandom random, int length)
    {
        text.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>");
        text.Field(1, "title", "News from a seed").Field(1, "link", "https://example.org/feed");
        text.Line(1).Raw("<atom:link href=\"https://example.org/feed.xml\" rel=\"self\"/>");
        while (text.Length < length)
        {
            text.Line(1).Raw("<item>");
            text.Field(2, "title", Words.Sentence(random, 6)).Field(2, "link", $"https://example.org/?p={random.Next(9999)}&utm=feed").Field(2, "dc:creator", Words.Person(random));
            text.Line(2).Raw($"<guid isPermaLink=\"false\">{random.Next(1_000_000)}</guid>");
            text.Line(2).Raw("<description><![CDATA[<p>").Raw(Words.Sentence(random, random.Next(20, 60))).Raw("</p>]]></description>");
            text.Line(1).Raw("</item>");
        }

        text.Raw("\n</channel>\n</rss>\n");
    }
}
