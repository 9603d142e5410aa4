namespace XmlJson.Benchmarks;

/// <summary>Everything in attributes: maps, drawings, logs.</summary>
internal sealed class AttributeHeavyDocument() : CorpusKind("attribute-heavy", 2_000_000)
{
    protected override void Write(DocumentText text, SeededRandom random, int length)
    {
        text.Raw("<?xml version='1.0' encoding='UTF-8'?>\n<map version='0.6' generator='seeded'>\n");
        for (var id = 1; text.Length < length; id++)
        {
            if (random.Percent(70))
            {
                WritePlace(text, random, id);
            }
            else
            {
                WriteWay(text, random, id);
            }
        }

        text.Raw("</map>\n");
    }

    private static void WritePlace(DocumentText text, SeededRandom random, int id)
    {
        text.Raw($"  <place id=\"{id}\" version=\"{random.Next(1, 30)}\" lat=\"{random.Next(40, 60)}.{random.Next(10_000_000):0000000}\" lon=\"{random.Next(0, 20)}.{random.Next(10_000_000):0000000}\"");
        text.Raw($" timestamp=\"20{random.Next(10, 25)}-{random.Next(1, 12):00}-{random.Next(1, 28):00}T{random.Next(24):00}:{random.Next(60):00}:00Z\" user=\"").Text(Words.Person(random));
        text.Raw($"\" uid=\"{random.Next(1, 99999)}\" changeset=\"{random.Next(1_000_000, 99_999_999)}\" visible=\"true\"/>\n");
    }

    private static void WriteWay(DocumentText text, SeededRandom random, int id)
    {
        text.Raw($"  <way id='{id}' class='{random.Pick(["road", "path", "river", "rail"])}' width='{random.Next(1, 30)}.5' surface='asphalt'>\n");
        for (var points = random.Next(2, 8); points > 0; points--)
        {
            text.Raw($"    <point ref=\"{random.Next(1, id + 1)}\" role=\"\"/>\n");
        }

        text.Raw("    <tag k=\"name\" v=\"").Text(Words.Sentence(random, 2)).Raw("\"/>\n  </way>\n");
    }
}
