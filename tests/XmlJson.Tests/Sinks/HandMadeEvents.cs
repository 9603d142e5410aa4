using System.Text;

namespace XmlJson.Tests.Sinks;

/// <summary>Writes events by hand into a handler, in a few letters each.</summary>
internal sealed class HandMadeEvents<THandler>(THandler handler)
    where THandler : IContentHandler
{
    private readonly XmlNames _names = new();
    private readonly Stack<XmlName> _open = new();
    private AttributeBuffer? _attributes;
    private THandler _handler = handler;

    public ref THandler Handler => ref _handler;

    public HandMadeEvents<THandler> Document()
    {
        _handler.StartDocument(new DocumentStart(Locator.CreateUnknown()));
        return this;
    }

    public HandMadeEvents<THandler> Document(string version, string encoding = "", bool? standalone = null)
    {
        _handler.StartDocument(new DocumentStart(Locator.CreateUnknown(), Utf8(version), Utf8(encoding), standalone));
        return this;
    }

    public HandMadeEvents<THandler> DocumentType(scoped DocumentTypeDeclaration documentType)
    {
        _handler.DocumentType(documentType);
        return this;
    }

    public HandMadeEvents<THandler> Start(string name, params (string Name, string Value)[] attributes) => StartIn("", name, attributes);

    public HandMadeEvents<THandler> StartIn(string uri, string name, params (string Name, string Value)[] attributes)
    {
        var element = _names.Get(name, uri);
        _attributes ??= new AttributeBuffer(_names);
        _attributes.Clear();
        foreach (var (attribute, value) in attributes)
        {
            var isDeclaration = attribute == "xmlns" || attribute.StartsWith("xmlns:", StringComparison.Ordinal);
            _attributes.Add(_names.Get(attribute, isDeclaration ? "http://www.w3.org/2000/xmlns/" : ""), Utf8(value).AsSpan());
        }

        _handler.StartElement(in element, _attributes.List);
        _open.Push(element);
        return this;
    }

    public HandMadeEvents<THandler> End()
    {
        var name = _open.Pop();
        _handler.EndElement(in name);
        return this;
    }

    public HandMadeEvents<THandler> Text(string text, TextKind kind = TextKind.Text)
    {
        _handler.Characters(Utf8(text), kind);
        return this;
    }

    public HandMadeEvents<THandler> CData(params string[] pieces)
    {
        _handler.StartCData();
        foreach (var piece in pieces)
        {
            _handler.Characters(Utf8(piece), TextKind.CData);
        }

        _handler.EndCData();
        return this;
    }

    public HandMadeEvents<THandler> Comment(string text)
    {
        _handler.Comment(Utf8(text));
        return this;
    }

    public HandMadeEvents<THandler> Instruction(string target, string data = "")
    {
        _handler.ProcessingInstruction(Utf8(target), Utf8(data));
        return this;
    }

    public HandMadeEvents<THandler> Skipped(string name)
    {
        _handler.SkippedEntity(Utf8(name));
        return this;
    }

    public THandler EndDocument()
    {
        _handler.EndDocument();
        return _handler;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
