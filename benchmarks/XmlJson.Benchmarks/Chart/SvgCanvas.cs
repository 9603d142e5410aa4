using System.Globalization;

namespace XmlJson.Benchmarks;

/// <summary>The few shapes a chart is made of, as SVG 1.1. Lengths are pixels, from the upper left corner.</summary>
internal sealed class SvgCanvas(Utf8XmlWriter writer)
{
    public const string Paper = "#ffffff";
    public const string Ink = "#1f2328";
    public const string Faint = "#59636e";
    public const string Grid = "#e4e8ec";

    private const string Namespace = "http://www.w3.org/2000/svg";

    /// <summary>How wide a text is, about: whoever shows it has fonts of his own, so this is the width in a wide one.</summary>
    public static double WidthOf(string text, int size) => text.Length * size * 0.61;

    /// <summary>Breaks a text into lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">Where it may be broken.</param>
    /// <param name="size">The size it will be shown in.</param>
    /// <param name="width">How wide a line may be; a part that is wider gets a line of its own.</param>
    public static IReadOnlyList<string> Wrap(string text, string separator, int size, double width)
    {
        var lines = new List<string>();
        foreach (var part in text.Split(separator))
        {
            if (lines.Count > 0 && WidthOf(lines[^1] + separator + part, size) <= width)
            {
                lines[^1] += separator + part;
            }
            else
            {
                lines.Add(part);
            }
        }

        return lines;
    }

    public void Begin(double width, double height, string title)
    {
        writer.WriteStartElement("svg", Namespace);
        Attribute("width", width);
        Attribute("height", height);
        writer.WriteAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}"));
        writer.WriteAttribute("role", "img");
        writer.WriteAttribute("font-family", "system-ui, 'Segoe UI', 'DejaVu Sans', Helvetica, Arial, sans-serif");
        BreakLine();
        writer.WriteElement("title", title);
    }

    public void End()
    {
        BreakLine();
        writer.WriteEndElement();
        writer.EndDocument();
    }

    /// <summary>A bar, with the text that is shown when one points at it.</summary>
    public void Bar(double x, double y, double width, double height, string fill, string title)
    {
        BreakLine();
        writer.WriteStartElement("rect");
        writer.WriteAttribute("class", "bar");
        Place(x, y, width, height, fill, radius: 1.5);
        writer.WriteElement("title", title);
        writer.WriteEndElement();
    }

    public void Rectangle(double x, double y, double width, double height, string fill, double radius = 0, string? stroke = null)
    {
        BreakLine();
        writer.WriteStartElement("rect");
        Place(x, y, width, height, fill, radius);
        if (stroke is not null)
        {
            writer.WriteAttribute("stroke", stroke);
        }

        writer.WriteEndElement();
    }

    public void VerticalLine(double x, double top, double bottom, string stroke, double width = 1)
    {
        BreakLine();
        writer.WriteStartElement("line");
        Attribute("x1", x);
        Attribute("x2", x);
        Attribute("y1", top);
        Attribute("y2", bottom);
        writer.WriteAttribute("stroke", stroke);
        Attribute("stroke-width", width);
        writer.WriteEndElement();
    }

    /// <summary>A line of text.</summary>
    /// <param name="x">Where it is anchored.</param>
    /// <param name="baseline">Where its letters stand.</param>
    /// <param name="text">The text.</param>
    /// <param name="size">The size of the font.</param>
    /// <param name="fill">Its colour.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="isBold">Whether it stands out.</param>
    /// <param name="hasHalo">Whether lines behind it keep away from its letters.</param>
    public void Text(double x, double baseline, string text, int size, string fill = Ink, string anchor = "start", bool isBold = false, bool hasHalo = false)
    {
        BreakLine();
        writer.WriteStartElement("text");
        Attribute("x", x);
        Attribute("y", baseline);
        Attribute("font-size", size);
        writer.WriteAttribute("fill", fill);
        if (anchor != "start")
        {
            writer.WriteAttribute("text-anchor", anchor);
        }

        if (isBold)
        {
            writer.WriteAttribute("font-weight", "600");
        }

        if (hasHalo)
        {
            writer.WriteAttribute("stroke", Paper);
            writer.WriteAttribute("stroke-width", "3");
            writer.WriteAttribute("paint-order", "stroke");
        }

        writer.WriteText(text);
        writer.WriteEndElement();
    }

    private void Place(double x, double y, double width, double height, string fill, double radius)
    {
        Attribute("x", x);
        Attribute("y", y);
        Attribute("width", width);
        Attribute("height", height);
        if (radius > 0)
        {
            Attribute("rx", radius);
        }

        writer.WriteAttribute("fill", fill);
    }

    private void Attribute(string name, double value) => writer.WriteAttribute(name, value.ToString("0.##", CultureInfo.InvariantCulture));

    // One shape, one line: what changed between two charts can be seen in a diff.
    private void BreakLine() => writer.WriteText("\n");
}
