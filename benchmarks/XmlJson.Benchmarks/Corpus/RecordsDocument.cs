namespace XmlJson.Benchmarks;

/// <summary>Indented records of short fields: what databases and business software write.</summary>
internal sealed class RecordsDocument() : CorpusKind("records", 2_000_000)
{
    protected override void Write(DocumentText text, SeededRandom random, int length)
    {
        text.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<orders>");
        for (var number = 1000; text.Length < length; number++)
        {
            WriteOrder(text, random, number);
        }

        text.Raw("\n</orders>\n");
    }

    private static void WriteOrder(DocumentText text, SeededRandom random, int number)
    {
        var person = Words.Person(random);
        text.Line(1).Raw($"<order id=\"{number}\" status=\"{random.Pick(["open", "paid", "shipped", "closed"])}\">");
        text.Line(2).Raw("<customer>");
        text.Field(3, "name", person);
        text.Field(3, "city", random.Pick(Words.Cities));
        text.Field(3, "email", person.Replace(' ', '.').Replace("'", "", StringComparison.Ordinal) + "@example.org");
        text.Line(2).Raw("</customer>");
        text.Line(2).Raw($"<date>{random.Next(2015, 2026)}-{random.Next(1, 12):00}-{random.Next(1, 28):00}</date>");
        for (var items = random.Next(1, 5); items > 0; items--)
        {
            text.Line(2).Raw($"<item sku=\"{(char)('A' + random.Next(26))}{random.Next(10000, 99999)}\">");
            text.Field(3, "title", Words.Sentence(random, random.Next(2, 6)));
            text.Line(3).Raw($"<quantity>{random.Next(1, 20)}</quantity>");
            text.Line(3).Raw($"<price>{random.Next(1, 900)}.{random.Next(100):00}</price>");
            text.Line(2).Raw("</item>");
        }

        if (random.Percent(10))
        {
            text.Line(2).Raw("<gift/>");
        }

        text.Line(1).Raw("</order>");
    }
}
