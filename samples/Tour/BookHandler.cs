using System.Text;
using XmlJson;

namespace Tour;

/// <summary>Prints what it is told of: attributes as a list, and each detail with its text.</summary>
public sealed class BookHandler(TextWriter output) : ContentHandler
{
    private readonly StringBuilder _text = new();

    /// <inheritdoc/>
    public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        _text.Clear();
        if (attributes.Count == 0)
        {
            return;
        }

        var list = new List<string>();
        foreach (var attribute in attributes)
        {
            list.Add($"('{attribute.Name}', '{attribute.GetString()}')");
        }

        output.WriteLine($"[{string.Join(", ", list)}]");
    }

    /// <inheritdoc/>
    public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => _text.Append(Encoding.UTF8.GetString(text));

    /// <inheritdoc/>
    public override void EndElement(scoped in XmlName name)
    {
        // White space between elements is text, too: here it says nothing.
        var text = string.Join(' ', _text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length > 0)
        {
            output.WriteLine($"{name} : {text}");
        }

        _text.Clear();
    }
}
