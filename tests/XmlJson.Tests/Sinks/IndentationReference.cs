using System.Buffers;
using System.Text;

namespace XmlJson.Tests.Sinks;

/// <summary>Indents as simply as can be: keeps the whole document as a tree of pieces of markup, and asks each element whether it has text.</summary>
internal sealed class IndentationReference : IContentHandler
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8XmlWriter _writer;
    private readonly Stack<Node> _open = new([new Node("")]);

    public IndentationReference() => _writer = new Utf8XmlWriter(_bytes, new() { EmptyElements = EmptyElementStyle.StartAndEndTag });

    public void StartDocument(scoped DocumentStart document)
    {
        _writer.StartDocument(document);
        Add(isText: false);
    }

    public void DocumentType(scoped DocumentTypeDeclaration documentType) => throw new NotSupportedException();

    // The writer defers the start tag's end: a reference makes it appear, and is cut off.
    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        _writer.StartElement(in name, attributes);
        _writer.SkippedEntity("cut"u8);
        var node = new Node(Taken().Replace("&cut;", "", StringComparison.Ordinal)) { IsElement = true };
        _open.Peek().Children.Add(node);
        _open.Push(node);
    }

    public void EndElement(scoped in XmlName name)
    {
        _writer.EndElement(in name);
        _open.Pop().End = Taken();
    }

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        _writer.Characters(text, kind);
        Add(isText: true);
    }

    public void StartCData()
    {
        _writer.StartCData();
        Add(isText: true);
    }

    public void EndCData()
    {
        _writer.EndCData();
        Add(isText: true);
    }

    public void Comment(scoped ReadOnlySpan<byte> text)
    {
        _writer.Comment(text);
        Add(isText: false);
    }

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        _writer.ProcessingInstruction(target, data);
        Add(isText: false);
    }

    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => throw new NotSupportedException();

    public void EndDocument() => _writer.EndDocument();

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var node in _open.Peek().Children)
        {
            node.Write(text, depth: 0, indents: true);
        }

        return text.Append('\n').ToString();
    }

    private void Add(bool isText) => _open.Peek().Children.Add(new Node(Taken()) { IsText = isText });

    private string Taken()
    {
        _writer.Flush();
        var text = Encoding.UTF8.GetString(_bytes.WrittenSpan);
        _bytes.ResetWrittenCount();
        return text;
    }

    private sealed class Node(string start)
    {
        public List<Node> Children { get; } = [];

        public bool IsElement { get; init; }

        public bool IsText { get; init; }

        public string End { get; set; } = "";

        public void Write(StringBuilder text, int depth, bool indents)
        {
            if (IsElement && Children.Count == 0)
            {
                text.Append(start.AsSpan(0, start.Length - 1)).Append("/>");
                return;
            }

            indents &= IsElement && Children.TrueForAll(child => !child.IsText);
            text.Append(start);
            foreach (var child in Children)
            {
                NewLine(text, depth + 1, indents);
                child.Write(text, depth + 1, indents);
            }

            NewLine(text, depth, indents);
            text.Append(End);
        }

        private static void NewLine(StringBuilder text, int depth, bool indents)
        {
            if (indents)
            {
                text.Append('\n').Append(' ', depth * 2);
            }
        }
    }
}
