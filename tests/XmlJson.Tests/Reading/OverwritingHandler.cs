using System.Text;

namespace XmlJson.Tests.Reading;

/// <summary>Gives every event on from memory of its own, and overwrites that memory when the event is over: whoever kept a view of it is found out.</summary>
internal sealed class OverwritingHandler(IContentHandler inner) : IContentHandler
{
    private const byte Garbage = 0xFF;

    private readonly byte[] _bytes = new byte[1 << 16];
    private readonly XmlNames _names = new();
    private AttributeBuffer? _attributes;
    private int _used;

    public void StartDocument(scoped DocumentStart document)
    {
        inner.StartDocument(document.HasDeclaration
            ? new DocumentStart(document.Locator, Copy(document.Version), Copy(document.Encoding), document.Standalone)
            : new DocumentStart(document.Locator));
        Overwrite();
    }

    public void DocumentType(scoped DocumentTypeDeclaration documentType)
    {
        var copy = new DocumentTypeDeclaration(Copy(documentType.Name));
        copy = documentType.HasPublicId ? copy with { PublicId = Copy(documentType.PublicId) } : copy;
        copy = documentType.HasSystemId ? copy with { SystemId = Copy(documentType.SystemId) } : copy;
        copy = documentType.HasInternalSubset ? copy with { InternalSubset = Copy(documentType.InternalSubset) } : copy;
        inner.DocumentType(copy);
        Overwrite();
    }

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        _attributes ??= new AttributeBuffer(_names);
        _attributes.Clear();
        var length = 0;
        foreach (var attribute in attributes)
        {
            _attributes.Add(Own(attribute.Name), Copy(attribute.Value), attribute.IsSpecified, attribute.Type);
            length += attribute.Value.Length;
        }

        inner.StartElement(Own(name), _attributes.List);
        _attributes.Clear();
        _attributes.Add(_names.Get("overwritten"), Encoding.UTF8.GetBytes(new string('!', length)));
        Overwrite();
    }

    public void EndElement(scoped in XmlName name) => inner.EndElement(Own(name));

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        inner.Characters(Copy(text), kind);
        Overwrite();
    }

    public void StartCData() => inner.StartCData();

    public void EndCData() => inner.EndCData();

    public void Comment(scoped ReadOnlySpan<byte> text)
    {
        inner.Comment(Copy(text));
        Overwrite();
    }

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        inner.ProcessingInstruction(Copy(target), Copy(data));
        Overwrite();
    }

    public void SkippedEntity(scoped ReadOnlySpan<byte> name)
    {
        inner.SkippedEntity(Copy(name));
        Overwrite();
    }

    public void EndDocument() => inner.EndDocument();

    // Names may be kept, so they come from a table that is not overwritten.
    private XmlName Own(XmlName name) => _names.Get(name.Qualified, name.NamespaceUri);

    private ReadOnlySpan<byte> Copy(scoped ReadOnlySpan<byte> bytes)
    {
        var copy = _bytes.AsSpan(_used, bytes.Length);
        bytes.CopyTo(copy);
        _used += bytes.Length;
        return copy;
    }

    private void Overwrite()
    {
        _bytes.AsSpan(0, _used).Fill(Garbage);
        _used = 0;
    }
}
