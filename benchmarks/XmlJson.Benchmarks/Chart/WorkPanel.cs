using System.Globalization;

namespace XmlJson.Benchmarks;

/// <summary>The part of a chart that shows one work: for each file a bar for each contender, as long as it is fast in terms of the baseline.</summary>
internal sealed class WorkPanel
{
    private const int TitleSize = 18;
    private const int NoteSize = 12;
    private const int LabelSize = 12;
    private const int ValueSize = 10;

    private const int TitleLine = 24;
    private const int NoteLine = 17;
    private const int LegendLine = 20;
    private const int Swatch = 11;
    private const int LabelWidth = 170;
    private const int ValueWidth = 120;
    private const int AxisHeight = 24;
    private const int BarHeight = 12;
    private const int BarStep = 14;
    private const int BaselineGap = 6;
    private const int FileGap = 16;
    private const int MostTicks = 10;

    // Grey for whoever the others are compared with.
    private static readonly string[] BaselineColors = ["#8c959f", "#b6bec7"];

    // Can be told apart by people who see fewer colours (Okabe and Ito), darkened where white is behind.
    private static readonly string[] Colors = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#b8a800", "#7a5195", "#6b4c2a", "#2f4b7c"];

    private readonly string _work;
    private readonly IReadOnlyList<string> _titleLines;
    private readonly IReadOnlyList<string> _noteLines;
    private readonly ComparisonRow[][] _files;
    private readonly string[] _baselines;
    private readonly Dictionary<string, string> _colors = [];
    private readonly List<(string Name, double X, int Line)> _legend = [];
    private readonly double _step;
    private readonly double _end;

    public WorkPanel(string work, IReadOnlyList<ComparisonRow> rows)
    {
        _work = work;
        _files = [.. rows.GroupBy(row => row.File).Select(file => file.ToArray())];
        string[] contenders = [.. rows.Select(row => row.Contender).Distinct()];
        _baselines = [.. contenders.Where(name => rows.Where(row => row.Contender == name).All(row => row.Ratio == 1))];
        foreach (var name in contenders)
        {
            var place = Array.IndexOf(_baselines, name);
            _colors[name] = place >= 0 ? BaselineColors[place % BaselineColors.Length] : Colors[(_colors.Count - _baselines.Count(_colors.ContainsKey)) % Colors.Length];
        }

        _titleLines = SvgCanvas.Wrap(Title, " ", TitleSize, RatioChart.InnerWidth);
        _noteLines = SvgCanvas.Wrap(Note(rows[0].Rounds), " ", NoteSize, RatioChart.InnerWidth);
        SetLegend(contenders);
        _step = StepFor(rows.Max(row => row.Ratio));
        _end = Math.Max(1, Math.Ceiling(rows.Max(row => row.Ratio) / _step) * _step);
    }

    /// <summary>What is shown.</summary>
    public string Title => Work.All.FirstOrDefault(work => work.Name == _work) is { } known ? $"{_work}: {known.Title}" : _work;

    public double Height => PlotTop + PlotHeight + AxisHeight;

    private int LegendTop => (_titleLines.Count * TitleLine) + (_noteLines.Count * NoteLine) + 4;

    private int PlotTop => LegendTop + (LegendLine * (1 + _legend.Max(item => item.Line))) + AxisHeight;

    private int PlotHeight => _files.Sum(file => HeightOf(file) + FileGap);

    private static double Left => RatioChart.Margin + LabelWidth;

    private static double PlotWidth => RatioChart.Width - RatioChart.Margin - ValueWidth - Left;

    public void Draw(SvgCanvas canvas, double top)
    {
        var baseline = top;
        foreach (var line in _titleLines)
        {
            canvas.Text(RatioChart.Margin, baseline + TitleSize - 2, line, TitleSize, isBold: true);
            baseline += TitleLine;
        }

        foreach (var line in _noteLines)
        {
            canvas.Text(RatioChart.Margin, baseline + NoteSize, line, NoteSize, SvgCanvas.Faint);
            baseline += NoteLine;
        }

        foreach (var (name, x, line) in _legend)
        {
            var y = top + LegendTop + (line * LegendLine);
            canvas.Rectangle(x, y + 4, Swatch, Swatch, _colors[name], radius: 2);
            canvas.Text(x + Swatch + 5, y + Swatch + 3, name, LabelSize);
        }

        DrawScale(canvas, top + PlotTop);
        Lay(top + PlotTop, (row, y) => canvas.Bar(Left, y, XOf(row.Ratio) - Left, BarHeight, _colors[row.Contender], $"{Label(row)}, {row.Contender}: {Values(row)}"));

        // Over the bars, or nobody would see which ones pass it.
        canvas.VerticalLine(XOf(1), top + PlotTop, top + PlotTop + PlotHeight, SvgCanvas.Ink, width: 1.25);
        Lay(top + PlotTop, (row, y) => canvas.Text(XOf(row.Ratio) + 5, y + BarHeight - 2.5, Values(row), ValueSize, SvgCanvas.Faint, hasHalo: true));
        DrawLabels(canvas, top + PlotTop);
    }

    private static string Label(ComparisonRow row) => row.File == ComparisonRow.AllFiles ? "geometric mean" : row.File;

    private static string Values(ComparisonRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Ratio:F2}× · {row.MbPerSecond:N0} MB/s");

    private static double StepFor(double most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(most, 1) / MostTicks)));
        return power * new[] { 1, 2, 2.5, 5, 10 }.First(step => most / (power * step) <= MostTicks);
    }

    // The end of a path says more than its start.
    private static string Shorten(string name)
    {
        var most = (int)((LabelWidth - 14) / SvgCanvas.WidthOf("x", LabelSize));
        return name.Length <= most ? name : "…" + name[^(most - 1)..];
    }

    private void SetLegend(IEnumerable<string> contenders)
    {
        double x = RatioChart.Margin;
        var line = 0;
        foreach (var name in contenders)
        {
            var width = Swatch + 5 + SvgCanvas.WidthOf(name, LabelSize) + 18;
            if (x > RatioChart.Margin && (x + width > RatioChart.Margin + RatioChart.InnerWidth + 18 || _baselines.Contains(name)))
            {
                x = RatioChart.Margin;
                line++;
            }

            _legend.Add((name, x, line));
            x += width;
        }
    }

    private double XOf(double ratio) => Left + (ratio / _end * PlotWidth);

    private void DrawScale(SvgCanvas canvas, double top)
    {
        var bottom = top + PlotHeight;
        for (var i = 0; i * _step <= _end + (_step / 2); i++)
        {
            var x = XOf(i * _step);
            var label = (i * _step).ToString("0.###", CultureInfo.InvariantCulture) + "×";
            canvas.VerticalLine(x, top, bottom, SvgCanvas.Grid);
            canvas.Text(x, top - 6, label, NoteSize - 1, SvgCanvas.Faint, "middle");
            canvas.Text(x, bottom + 15, label, NoteSize - 1, SvgCanvas.Faint, "middle");
        }
    }

    private void DrawLabels(SvgCanvas canvas, double top)
    {
        var y = top + (FileGap / 2.0);
        foreach (var file in _files)
        {
            canvas.Text(Left - 10, y + (HeightOf(file) / 2.0) + 3, Shorten(Label(file[0])), LabelSize, anchor: "end", isBold: file[0].File == ComparisonRow.AllFiles);
            y += HeightOf(file) + FileGap;
        }
    }

    // Gives each row its place.
    private void Lay(double top, Action<ComparisonRow, double> draw)
    {
        var y = top + (FileGap / 2.0);
        foreach (var file in _files)
        {
            foreach (var row in file)
            {
                y += BeginsGroup(file, row) ? BaselineGap : 0;
                draw(row, y);
                y += BarStep;
            }

            y += FileGap;
        }
    }

    private int HeightOf(ComparisonRow[] file) => (file.Length * BarStep) + (file.Count(row => BeginsGroup(file, row)) * BaselineGap);

    // The second baseline has nothing to do with those above it.
    private bool BeginsGroup(ComparisonRow[] file, ComparisonRow row) => row != file[0] && _baselines.Contains(row.Contender);

    private string Note(int rounds)
    {
        var count = rounds.ToString(CultureInfo.InvariantCulture);
        return $"How many times as fast as {string.Join(" or ", _baselines)}: longer is faster. Medians of {count} rounds, with megabytes of input per second.";
    }
}
