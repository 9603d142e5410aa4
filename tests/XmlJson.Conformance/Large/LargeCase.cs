using System.Globalization;
using System.Xml;

namespace XmlJson.Conformance.Large;

/// <summary>A row of attacks/large.tsv, for one treatment of document type declarations.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Small">N for the smaller document.</param>
/// <param name="Large">N for the larger one.</param>
/// <param name="Dtd">What becomes of document type declarations; null for JSON.</param>
/// <param name="Expected">What must become of the document: accept, limit or reject, or several by a bar.</param>
/// <param name="IsTimed">Whether the rule is about time; else it is that no 64 MB of text come out.</param>
internal sealed record LargeCase(string Name, int Small, int Large, DtdProcessing? Dtd, string Expected, bool IsTimed)
{
    /// <summary>Every row, XML once by default and once with document type declarations parsed.</summary>
    public static IReadOnlyList<LargeCase> All { get; } = [.. SuiteFiles.ReadTable("attacks/large.tsv").SelectMany(FromRow)];

    /// <summary>The ways to hand over its documents.</summary>
    public IEnumerable<LargeWay> Ways => LargeWay.All.Where(way => Dtd is not null || !way.IsPushed);

    /// <summary>A document of a size.</summary>
    public byte[] Make(int n) => LargeDocument.Make(Name, n);

    /// <summary>Reads a document in a way.</summary>
    public LargeReading Read(LargeWay way, byte[] document) =>
        Dtd is { } dtd ? way.ReadXml(document, XmlParserOptions.Default with { DtdProcessing = dtd }) : way.ReadJson(document);

    public override string ToString() => Dtd is { } dtd ? $"{Name} {dtd}" : Name;

    private static IEnumerable<LargeCase> FromRow(IReadOnlyDictionary<string, string> row)
    {
        var (name, isJson) = (row["case"], row["case"].StartsWith("json-", StringComparison.Ordinal));
        var byDefault = new LargeCase(
            name,
            int.Parse(row["N_small"], CultureInfo.InvariantCulture),
            int.Parse(row["N_large"], CultureInfo.InvariantCulture),
            isJson ? null : DtdProcessing.Prohibit,
            row["default"],
            row["rule"].StartsWith("cpu(", StringComparison.Ordinal));
        yield return byDefault;
        if (!isJson)
        {
            yield return byDefault with { Dtd = DtdProcessing.Parse, Expected = row["dtd"] == "=" ? row["default"] : row["dtd"] };
        }
    }
}
