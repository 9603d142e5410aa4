namespace XmlJson.Benchmarks;

/// <summary>A worksheet as office programs save it: short tags without white space, the densest markup there is.</summary>
internal sealed class SpreadsheetDocument() : CorpusKind("spreadsheet-dense", 4_000_000)
{
    private const int Columns = 14;

    protected override void Write(DocumentText text, SeededRandom random, int length)
    {
        text.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"urn:example:spreadsheet\" xmlns:r=\"urn:example:relationships\"><sheetData>");
        for (var row = 1; text.Length < length; row++)
        {
            text.Raw($"<row r=\"{row}\" spans=\"1:{Columns}\">");
            for (var column = 0; column < Columns; column++)
            {
                WriteCell(text, random, (char)('A' + column), row);
            }

            text.Raw("</row>");
        }

        text.Raw("</sheetData><pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\"/></worksheet>");
    }

    private static void WriteCell(DocumentText text, SeededRandom random, char column, int row)
    {
        switch (random.Next(10))
        {
            case 0:
                text.Raw($"<c r=\"{column}{row}\" s=\"{random.Next(1, 9)}\"/>");
                break;
            case 1 or 2 or 3:
                text.Raw($"<c r=\"{column}{row}\" t=\"s\"><v>{random.Next(5000)}</v></c>");
                break;
            case 4:
                text.Raw($"<c r=\"{column}{row}\"><f>SUM(A{row}:{column}{row})</f><v>{random.Next(100_000)}</v></c>");
                break;
            default:
                text.Raw($"<c r=\"{column}{row}\" s=\"1\"><v>{random.Next(10_000)}.{random.Next(1, 99)}</v></c>");
                break;
        }
    }
}
