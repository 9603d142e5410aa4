namespace XmlJson.Benchmarks;

/// <summary>A configuration file of some 3 kB.</summary>
internal sealed class SettingsDocument() : CorpusKind("settings-small", 3_000)
{
    protected override void Write(DocumentText text, SeededRandom random, int length)
    {
        text.Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n  <!-- one section for each part -->");
        for (var section = 1; text.Length < length; section++)
        {
            text.Line(1).Raw($"<section name=\"part{section}\" enabled=\"true\">");
            for (var settings = random.Next(2, 5); settings > 0; settings--)
            {
                text.Line(2).Raw($"<add key=\"{random.Pick(Words.Common)}.{random.Pick(Words.Common)}\" value=\"{random.Next(1000)}\" />");
            }

            text.Field(2, "path", $"/srv/{random.Pick(Words.Common)}/{random.Pick(Words.Common)}");
            text.Line(1).Raw("</section>");
        }

        text.Raw("\n</configuration>\n");
    }
}
