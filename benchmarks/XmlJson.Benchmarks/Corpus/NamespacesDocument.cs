namespace XmlJson.Benchmarks;

/// <summary>A word processor's document and a business report in one: nearly every name prefixed, prefixes declared at the root and again further in.</summary>
internal sealed class NamespacesDocument() : CorpusKind("namespaces", 2_000_000)
{
    protected override void Write(DocumentText text, SeededRandom random, int length)
    {
        text.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:document xmlns:w=\"urn:example:text\" xmlns:m=\"urn:example:math\" xmlns:r=\"urn:example:report\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><w:body>");
        while (text.Length < length)
        {
            if (random.Percent(75))
            {
                WriteParagraph(text, random);
            }
            else
            {
                WriteFact(text, random);
            }
        }

        text.Raw("</w:body></w:document>");
    }

    private static void WriteParagraph(DocumentText text, SeededRandom random)
    {
        text.Raw($"<w:p w:rsid=\"{random.Next(0x1000, 0xFFFFF):X8}\"><w:pPr><w:pStyle w:val=\"Body{random.Next(5)}\"/><w:jc w:val=\"both\"/></w:pPr>");
        for (var runs = random.Next(1, 6); runs > 0; runs--)
        {
            text.Raw($"<w:r><w:rPr><w:b/><w:sz w:val=\"{random.Next(16, 40)}\"/></w:rPr><w:t xml:space=\"preserve\">").Text(Words.Sentence(random, random.Next(1, 9))).Raw(" </w:t></w:r>");
        }

        text.Raw("</w:p>");
    }

    private static void WriteFact(DocumentText text, SeededRandom random)
    {
        var prefix = random.Pick(["gaap", "ifrs", "ext"]);
        var name = random.Pick(["Assets", "Revenue", "Equity", "Cash"]);
        text.Raw($"<{prefix}:{name} xmlns:{prefix}=\"urn:example:{prefix}:2024\" r:context=\"c{random.Next(200)}\" r:unit=\"EUR\" r:decimals=\"-3\"");
        text.Raw($" xsi:nil=\"false\"><r:value>{random.Next(10_000_000)}000</r:value><note xmlns=\"urn:example:notes\" kind=\"short\">").Text(Words.Sentence(random, 4)).Raw("</note>");
        text.Raw($"<m:sum m:op=\"plus\"><m:i>{random.Next(100)}</m:i><m:i>{random.Next(100)}</m:i></m:sum></{prefix}:{name}>");
    }
}
