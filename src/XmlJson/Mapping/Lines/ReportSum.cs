namespace XmlJson.Mapping;

/// <summary>Adds up the reports of many records.</summary>
internal sealed class ReportSum
{
    /// <summary>The sum.</summary>
    public MappingReport Total { get; } = new();

    /// <summary>Adds a report.</summary>
    /// <param name="report">Of a record that came behind those added before.</param>
    /// <param name="place">Where in the whole input a place in the record is; null where it is the same.</param>
    public void Add(MappingReport report, Func<TextPosition, TextPosition>? place = null)
    {
        if (!report.IsEmpty)
        {
            Total.Add(report, place);
        }
    }

    /// <summary>Adds a loss that no report knows of.</summary>
    public void Count(MappingLossKind kind, TextPosition position, string path)
    {
        if (Total.Add(kind))
        {
            Total.SetFirst(kind, position, path, target: null);
        }
    }
}
