using System.Text;

namespace XmlJson.Tests.Canonical;

/// <summary>What a document says, however it is written: elements and attributes with their namespaces, text in one piece, comments and instructions.</summary>
internal sealed class CanonicalContent : ContentHandler
{
    private readonly StringBuilder _content = new();
    private readonly StringBuilder _text = new();

    public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        var all = new List<string>();
        foreach (var attribute in attributes)
        {
            if (!attribute.IsNamespaceDeclaration)
            {
                all.Add($" {{{attribute.Name.GetNamespaceUri()}}}{attribute.Name}={attribute.GetString()}");
            }
        }

        all.Sort(StringComparer.Ordinal);
        Add($"start {{{name.GetNamespaceUri()}}}{name}{string.Concat(all)}");
    }

    public override void EndElement(scoped in XmlName name) => Add($"end {name}");

    public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => _text.Append(Encoding.UTF8.GetString(text));

    public override void Comment(scoped ReadOnlySpan<byte> text) => Add($"comment {Encoding.UTF8.GetString(text)}");

    public override void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) =>
        Add($"instruction {Encoding.UTF8.GetString(target)} {Encoding.UTF8.GetString(data)}");

    public override string ToString() => _content.ToString();

    private void Add(string line)
    {
        _content.Append(_text.Length > 0 ? $"text {_text}\n" : "").Append(line).Append('\n');
        _text.Clear();
    }
}
