namespace XmlJson.Benchmarks;

/// <summary>What came of one work on one file.</summary>
/// <param name="Bytes">The size of the input.</param>
/// <param name="Answer">What all contenders agreed on.</param>
/// <param name="OtherForms">The contenders whose result says the same but is arranged otherwise than the baseline's.</param>
/// <param name="Rows">One row for each contender.</param>
internal sealed record FileResult(long Bytes, Answer Answer, IReadOnlyList<string> OtherForms, IReadOnlyList<ComparisonRow> Rows)
{
    /// <summary>One row for each contender over all files of one work.</summary>
    public static IReadOnlyList<ComparisonRow> Combine(IReadOnlyList<FileResult> files)
    {
        var rows = new List<ComparisonRow>();
        if (files.Count == 0)
        {
            return rows;
        }

        double bytes = files.Sum(file => file.Bytes);
        for (var i = 0; i < files[0].Rows.Count; i++)
        {
            rows.Add(files[0].Rows[i] with
            {
                File = ComparisonRow.AllFiles,
                MbPerSecond = Statistics.GeometricMean(files.Select(file => file.Rows[i].MbPerSecond)),
                Ratio = Statistics.GeometricMean(files.Select(file => file.Rows[i].Ratio)),
                AllocatedPerByte = files.Sum(file => file.Rows[i].AllocatedPerByte * file.Bytes) / bytes,
            });
        }

        return rows;
    }
}
