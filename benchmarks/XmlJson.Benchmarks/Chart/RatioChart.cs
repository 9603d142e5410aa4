namespace XmlJson.Benchmarks;

/// <summary>A picture of results: a panel for each work, one below the other. The same results give the same bytes.</summary>
internal static class RatioChart
{
    public const int Width = 960;
    public const int Margin = 28;
    public const int InnerWidth = Width - (2 * Margin);

    private const int PanelGap = 40;
    private const int NoteSize = 11;
    private const int NoteLine = 16;

    /// <summary>Draws results.</summary>
    /// <param name="stream">Where the SVG goes.</param>
    /// <param name="rows">The results; at least one.</param>
    public static void Draw(Stream stream, IReadOnlyList<ComparisonRow> rows)
    {
        WorkPanel[] panels = [.. rows.GroupBy(row => row.Work).Select(work => new WorkPanel(work.Key, [.. work]))];
        string[] notes = [.. rows.Select(row => row.Machine).OfType<string>().Distinct().SelectMany(machine => SvgCanvas.Wrap(machine, " · ", NoteSize, InnerWidth))];
        var height = Margin + panels.Sum(panel => panel.Height) + (PanelGap * (panels.Length - 1)) + (notes.Length > 0 ? NoteLine : 0) + (notes.Length * NoteLine) + Margin;

        using var writer = new Utf8XmlWriter(stream);
        var canvas = new SvgCanvas(writer);
        canvas.Begin(Width, height, $"XmlJson and others: {string.Join(", ", panels.Select(panel => panel.Title))}");

        // The page behind may be dark.
        canvas.Rectangle(0.5, 0.5, Width - 1, height - 1, fill: SvgCanvas.Paper, radius: 12, stroke: "#d0d7de");
        double top = Margin;
        foreach (var panel in panels)
        {
            panel.Draw(canvas, top);
            top += panel.Height + PanelGap;
        }

        for (var i = 0; i < notes.Length; i++)
        {
            canvas.Text(Margin, height - Margin - ((notes.Length - 1 - i) * NoteLine), notes[i], NoteSize, SvgCanvas.Faint);
        }

        canvas.End();
    }
}
