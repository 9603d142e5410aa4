using System.Text;
using System.Xml;

namespace XmlJson.Tests.Mapping;

/// <summary>Writes events with System.Xml's writer, which checks characters and names: an independent judge of what a source gives out.</summary>
internal sealed class SystemXmlWriter : IContentHandler, IDisposable
{
    private readonly StringBuilder _text = new();
    private readonly XmlWriter _writer;
    private readonly StringBuilder _cdata = new();
    private bool _inCData;

    public SystemXmlWriter()
    {
        // Carriage returns are written as references, so that they come back.
        _writer = XmlWriter.Create(_text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize, CheckCharacters = true, ConformanceLevel = ConformanceLevel.Document });
    }

    public void StartDocument(scoped DocumentStart document)
    {
    }

    public void DocumentType(scoped DocumentTypeDeclaration documentType) =>
        _writer.WriteDocType(
            Text(documentType.Name),
            documentType.HasPublicId ? Text(documentType.PublicId) : null,
            documentType.HasSystemId ? Text(documentType.SystemId) : null,
            documentType.HasInternalSubset ? Text(documentType.InternalSubset) : null);

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        _writer.WriteStartElement(name.GetPrefix(), name.GetLocal(), name.GetNamespaceUri());
        foreach (var attribute in attributes)
        {
            var attributeName = attribute.Name;
            if (attributeName.Is("xmlns"u8))
            {
                _writer.WriteAttributeString("xmlns", attribute.GetString());
            }
            else
            {
                _writer.WriteAttributeString(attributeName.GetPrefix(), attributeName.GetLocal(), attributeName.GetNamespaceUri(), attribute.GetString());
            }
        }
    }

    public void EndElement(scoped in XmlName name) => _writer.WriteEndElement();

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        if (_inCData)
        {
            _cdata.Append(Text(text));
        }
        else
        {
            _writer.WriteString(Text(text));
        }
    }

    public void StartCData() => _inCData = true;

    public void EndCData()
    {
        _inCData = false;
        _writer.WriteCData(_cdata.ToString());
        _cdata.Clear();
    }

    public void Comment(scoped ReadOnlySpan<byte> text) => _writer.WriteComment(Text(text));

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => _writer.WriteProcessingInstruction(Text(target), Text(data));

    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => _writer.WriteEntityRef(Text(name));

    public void EndDocument()
    {
        _writer.WriteEndDocument();
        _writer.Flush();
    }

    public void Dispose() => _writer.Dispose();

    public override string ToString() => _text.ToString();

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
}
