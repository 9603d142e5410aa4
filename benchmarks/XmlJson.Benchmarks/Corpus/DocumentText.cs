using System.Globalization;
using System.Text;

namespace XmlJson.Benchmarks;

/// <summary>A document being made: markup spelled out, so that no writer under test has a hand in it.</summary>
internal sealed class DocumentText
{
    private readonly StringBuilder _text = new();

    /// <summary>The number of characters so far.</summary>
    public int Length => _text.Length;

    /// <summary>Adds markup as it is.</summary>
    public DocumentText Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>Adds markup as it is; numbers are written the same everywhere.</summary>
    public DocumentText Raw(FormattableString markup) => Raw(markup.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds text, escaped so that it may stand between tags or between double quotes.</summary>
    public DocumentText Text(string text)
    {
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                _ => _text.Append(character),
            };
        }

        return this;
    }

    /// <summary>Adds a line end and this many levels of indentation, two spaces each.</summary>
    public DocumentText Line(int level = 0)
    {
        _text.Append('\n').Append(' ', level * 2);
        return this;
    }

    /// <summary>Adds an element with text, on its own line.</summary>
    public DocumentText Field(int level, string name, string text) => Line(level).Raw($"<{name}>").Text(text).Raw($"</{name}>");

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text.ToString());
}
