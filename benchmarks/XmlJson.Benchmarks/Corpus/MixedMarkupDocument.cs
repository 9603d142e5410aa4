namespace XmlJson.Benchmarks;

/// <summary>Everything that markup has, in small pieces: comments, processing instructions, CDATA sections, empty elements, text between tags.</summary>
internal sealed class MixedMarkupDocument() : CorpusKind("mixed-markup", 1_000_000)
{
    protected override void Write(DocumentText text, SeededRandom random, int length)
    {
        text.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-stylesheet type=\"text/xsl\" href=\"page.xsl\"?>\n<!-- made from a seed -->\n<html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"en\"><body>\n");
        while (text.Length < length)
        {
            WriteBlock(text, random);
        }

        text.Raw("</body></html>\n<!-- end -->\n");
    }

    private static void WriteBlock(DocumentText text, SeededRandom random)
    {
        switch (random.Next(8))
        {
            case 0:
                text.Raw("<!-- ").Text(Words.Sentence(random, random.Next(2, 12))).Raw(" -->\n");
                break;
            case 1:
                text.Raw("<pre><![CDATA[").Raw($"if (a < {random.Next(100)} && b > \"{random.Pick(Words.Common)}\") [ x[1]] > 0 ];\n").Raw("]]></pre>\n");
                break;
            case 2:
                text.Raw($"<?layout break=\"{random.Next(9)}\"?>\n");
                break;
            case 3:
                text.Raw($"<img src=\"p{random.Next(999)}.png\" alt=\"\"/><br /><hr class='thin' />\n");
                break;
            default:
                text.Raw($"<p class=\"c{random.Next(4)}\">").Text(Words.Sentence(random, random.Next(2, 9))).Raw(" <a href=\"#").Text(random.Pick(Words.Common)).Raw("\">");
                text.Text(Words.Sentence(random, 2)).Raw("</a>, <b>").Text(random.Pick(Words.Common)).Raw("</b><i>").Text(random.Pick(Words.Common)).Raw("</i>.</p>\r\n");
                break;
        }
    }
}
