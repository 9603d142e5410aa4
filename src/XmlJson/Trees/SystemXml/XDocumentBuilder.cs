using System.Text;
using System.Xml.Linq;

namespace XmlJson.Trees.SystemXml;

/// <summary>Builds an <see cref="XDocument"/> from events, each element before it gets its parent: so adding takes the same time at any depth.</summary>
internal sealed class XDocumentBuilder : ContentHandler
{
    // An element looks through all its attributes before it takes another one.
    private const int FewAttributes = 100;

    private readonly Stack<XContainer> _open = [];
    private readonly Dictionary<XmlName, XName> _names = [];
    private readonly StringBuilder _text = new();
    private bool _inCData;

    /// <summary>The document; complete when it has ended.</summary>
    public XDocument Document { get; } = new();

    public override void StartDocument(scoped DocumentStart document)
    {
        if (document.HasDeclaration)
        {
            var encoding = document.Encoding.IsEmpty ? null : Encoding.UTF8.GetString(document.Encoding);
            Document.Declaration = new XDeclaration(Encoding.UTF8.GetString(document.Version), encoding, document.Standalone switch
            {
                true => "yes",
                false => "no",
                null => null,
            });
        }

        _open.Push(Document);
    }

    public override void DocumentType(scoped DocumentTypeDeclaration documentType) => Add(new XDocumentType(
        Encoding.UTF8.GetString(documentType.Name),
        documentType.HasPublicId ? Encoding.UTF8.GetString(documentType.PublicId) : null,
        documentType.HasSystemId ? Encoding.UTF8.GetString(documentType.SystemId) : null,
        documentType.HasInternalSubset ? Encoding.UTF8.GetString(documentType.InternalSubset) : null));

    public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        EndText();
        if (attributes.Count > FewAttributes)
        {
            _open.Push(WideElement(in name, attributes));
            return;
        }

        var element = new XElement(NameOf(in name));
        foreach (var attribute in attributes)
        {
            element.Add(new XAttribute(AttributeName(attribute), attribute.GetString()));
        }

        _open.Push(element);
    }

    public override void EndElement(scoped in XmlName name)
    {
        EndText();
        var element = _open.Pop();
        _open.Peek().Add(element);
    }

    public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => _text.Append(Utf16Buffer.GetString(text));

    public override void StartCData()
    {
        EndText();
        _inCData = true;
    }

    public override void EndCData()
    {
        Add(new XCData(TakeText()));
        _inCData = false;
    }

    public override void Comment(scoped ReadOnlySpan<byte> text) => Add(new XComment(Encoding.UTF8.GetString(text)));

    public override void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) =>
        Add(new XProcessingInstruction(Encoding.UTF8.GetString(target), Encoding.UTF8.GetString(data)));

    public override void SkippedEntity(scoped ReadOnlySpan<byte> name) =>
        throw new InvalidOperationException($"An XDocument cannot hold the reference &{Encoding.UTF8.GetString(name)}; : parse with DtdProcessing.Parse, and a resolver if its declaration is elsewhere.");

    public override void EndDocument() => EndText();

    // Where there are many, only an element that reads its own start tag takes each without looking through the others.
    private static XElement WideElement(in XmlName name, scoped AttributeList attributes)
    {
        using var builder = new DocumentBuilder();
        builder.StartDocument(new DocumentStart(Locator.CreateUnknown()));
        builder.StartElement(in name, attributes);
        builder.EndElement(in name);
        builder.EndDocument();
        using var tag = builder.TakeDocument();
        using var reader = tag.CreateReader();
        return XElement.Load(reader);
    }

    private XName AttributeName(AttributeItem attribute)
    {
        var name = attribute.Name;

        // XLinq has the default namespace's declaration in no namespace.
        return attribute.IsNamespaceDeclaration && name.Prefix.IsEmpty ? "xmlns" : NameOf(in name);
    }

    private XName NameOf(in XmlName name)
    {
        if (!_names.TryGetValue(name, out var known))
        {
            if (name.Local.Contains((byte)':'))
            {
                throw new InvalidOperationException($"An XDocument cannot hold the name '{name}', which was read with namespace processing off.");
            }

            known = XName.Get(name.GetLocal(), name.GetNamespaceUri());
            _names.Add(name, known);
        }

        return known;
    }

    private void Add(XNode node)
    {
        if (!_inCData)
        {
            EndText();
        }

        _open.Peek().Add(node);
    }

    private void EndText()
    {
        if (_text.Length > 0)
        {
            _open.Peek().Add(new XText(TakeText()));
        }
    }

    private string TakeText()
    {
        var text = _text.ToString();
        _text.Clear();
        return text;
    }
}
