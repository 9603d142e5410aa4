namespace XmlJson.Benchmarks;

/// <summary>A build's project file, as written on Windows: each line ends with a carriage return and a line feed and begins with tabs; comments, attributes on lines of their own.</summary>
internal sealed class WindowsLinesDocument() : CorpusKind("windows-lines", 1_000_000)
{
    protected override void Write(DocumentText text, SeededRandom random, int length)
    {
        text.Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<Project>\r\n");
        while (text.Length < length)
        {
            WriteTarget(text, random);
        }

        text.Raw("</Project>\r\n");
    }

    private static void WriteTarget(DocumentText text, SeededRandom random)
    {
        text.Raw("\t<!-- ").Text(Words.Sentence(random, random.Next(3, 9))).Raw(" -->\r\n");
        text.Raw($"\t<Target Name=\"{random.Pick(Words.Common)}\"\r\n\t\t\tInputs=\"@({random.Pick(Words.Common)})\"\r\n\t\t\tOutputs=\"obj\\{random.Next(100)}.txt\">\r\n");
        for (var items = random.Next(1, 6); items > 0; items--)
        {
            switch (random.Next(3))
            {
                case 0:
                    text.Raw($"\t\t<Copy Include=\"{random.Pick(Words.Common)}.cs\" />\r\n");
                    break;
                case 1:
                    text.Raw($"\t\t<Exec Command='run {random.Pick(Words.Common)}'\r\n\t\t\tContinueOnError=\"{(random.Percent(30) ? "true" : "false")}\" />\r\n");
                    break;
                default:
                    text.Raw("\t\t<Message>").Text(Words.Sentence(random, random.Next(3, 10))).Raw("\r\n\t\t\t").Text(Words.Sentence(random, random.Next(3, 10))).Raw("</Message>\r\n");
                    break;
            }
        }

        text.Raw("\t</Target>\r\n");
    }
}
