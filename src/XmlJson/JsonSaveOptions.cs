using System.Text.Encodings.Web;
using System.Text.Json;
using XmlJson.Text;

namespace XmlJson;

/// <summary>How JSON is written: layout, order of keys and escapes, none of which changes what it says.</summary>
public sealed record JsonSaveOptions
{
    /// <summary>The defaults: on one line, keys in their order, no more escaped than RFC 8259 §7 requires.</summary>
    public static JsonSaveOptions Default { get; } = new();

    /// <summary>How many spaces a level is indented by, from 0 to 127, each member and item on a line of its own; null writes one line.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 0 or more than 127.</exception>
    public int? Indent
    {
        get;
        init
        {
            if (value is { } spaces)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(spaces, nameof(value));
                ArgumentOutOfRangeException.ThrowIfGreaterThan(spaces, 127, nameof(value));
            }

            field = value;
        }
    }

    /// <summary>Whether an object's keys are sorted, by their UTF-16 code units as RFC 8785 §3.2.3 does.</summary>
    public bool SortKeys { get; init; }

    /// <summary>Whether everything but ASCII is escaped, and of that what means something in HTML: <c>&lt; &gt; &amp; ' + `</c>.</summary>
    public bool AsciiOnly { get; init; }

    /// <summary>How deep arrays and objects may nest: 1,000. Writing does not recurse.</summary>
    public int MaxDepth { get; init; } = 1000;

    internal JsonWriterOptions WriterOptions => new()
    {
        Indented = Indent is not null,
        IndentSize = Indent ?? 0,
        NewLine = "\n",
        MaxDepth = Math.Max(1, MaxDepth),
        Encoder = AsciiOnly ? JavaScriptEncoder.Default : JsonTextEncoder.Instance,
    };
}
