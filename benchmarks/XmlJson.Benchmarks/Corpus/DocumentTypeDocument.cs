namespace XmlJson.Benchmarks;

/// <summary>A glossary with a document type: entities in text and values, attributes that it adds, elements whose white space it declares to be layout.</summary>
internal sealed class DocumentTypeDocument() : CorpusKind("document-type", 1_000_000)
{
    protected override void Write(DocumentText text, SeededRandom random, int length)
    {
        text.Raw(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE glossary [
              <!ELEMENT glossary (entry*)>
              <!ELEMENT entry (term, meaning+)>
              <!ELEMENT term (#PCDATA)>
              <!ELEMENT meaning (#PCDATA | see)*>
              <!ELEMENT see (#PCDATA)>
              <!ATTLIST entry id ID #REQUIRED status (draft | final) "final">
              <!ATTLIST meaning lang NMTOKEN "en">
              <!ATTLIST see to IDREF #IMPLIED note CDATA #IMPLIED>
              <!ENTITY company "Harbour &amp; Sons">
              <!ENTITY copy "&#169;">
              <!ENTITY dash " &#8212; ">
            ]>
            <glossary>
            """.ReplaceLineEndings("\n"));
        for (var number = 1; text.Length < length; number++)
        {
            text.Line(1).Raw($"<entry id=\"e{number}\"{(random.Percent(10) ? " status=\"draft\"" : "")}>");
            text.Field(2, "term", random.Pick(Words.Common));
            for (var meanings = random.Next(1, 3); meanings > 0; meanings--)
            {
                WriteMeaning(text, random, number);
            }

            text.Line(1).Raw("</entry>");
        }

        text.Raw("\n</glossary>\n");
    }

    private static void WriteMeaning(DocumentText text, SeededRandom random, int number)
    {
        text.Line(2).Raw(random.Percent(20) ? "<meaning lang=\" la \">" : "<meaning>").Text(Words.Sentence(random, random.Next(4, 12)));
        switch (random.Next(5))
        {
            case 0:
                text.Raw("&dash;").Text(Words.Sentence(random, random.Next(2, 5)));
                break;
            case 1:
                text.Raw(" &copy; &company; ").Text(Words.Sentence(random, 2));
                break;
            case 2:
                text.Raw($" <see to=\"e{random.Next(number) + 1}\" note=\"&company;, p. {random.Next(400)}\">").Text(random.Pick(Words.Common)).Raw("</see>");
                break;
        }

        text.Raw("</meaning>");
    }
}
