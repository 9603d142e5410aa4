using System.Text;
using System.Xml;

namespace XmlJson.Tests.Mapping;

/// <summary>Drives a handler from System.Xml's reader: a second source, and one that expands nothing outside the document.</summary>
internal static class SystemXmlReader
{
    public static void Parse(string xml, IContentHandler handler)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null });
        var names = new XmlNames();
        var attributes = new AttributeBuffer(names);
        var open = new Stack<XmlName>();
        var started = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.XmlDeclaration)
            {
                handler.StartDocument(Declaration(reader));
                started = true;
                continue;
            }

            if (!started)
            {
                handler.StartDocument(new DocumentStart(Locator.CreateUnknown()));
                started = true;
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.DocumentType:
                    DocumentType(reader, handler);
                    break;
                case XmlNodeType.Element:
                    var name = names.Get(reader.Name, reader.NamespaceURI);
                    var isEmpty = reader.IsEmptyElement;
                    attributes.Clear();
                    while (reader.MoveToNextAttribute())
                    {
                        attributes.Add(names.Get(reader.Name, reader.NamespaceURI), reader.Value, !reader.IsDefault);
                    }

                    handler.StartElement(in name, attributes.List);
                    open.Push(name);
                    if (isEmpty)
                    {
                        handler.EndElement(open.Pop());
                    }

                    break;
                case XmlNodeType.EndElement:
                    handler.EndElement(open.Pop());
                    break;
                case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when open.Count > 0:
                    handler.Characters(Bytes(reader.Value), TextKind.Text);
                    break;
                case XmlNodeType.CDATA:
                    handler.StartCData();
                    if (reader.Value.Length > 0)
                    {
                        handler.Characters(Bytes(reader.Value), TextKind.CData);
                    }

                    handler.EndCData();
                    break;
                case XmlNodeType.Comment:
                    handler.Comment(Bytes(reader.Value));
                    break;
                case XmlNodeType.ProcessingInstruction:
                    handler.ProcessingInstruction(Bytes(reader.Name), Bytes(reader.Value));
                    break;
            }
        }

        handler.EndDocument();
    }

    private static DocumentStart Declaration(XmlReader reader) =>
        new(Locator.CreateUnknown(), Bytes(reader["version"]), Bytes(reader["encoding"]), reader["standalone"] switch { "yes" => true, "no" => false, _ => null });

    private static void DocumentType(XmlReader reader, IContentHandler handler)
    {
        var doctype = new DocumentTypeDeclaration(Bytes(reader.Name));
        if (reader["PUBLIC"] is { } publicId)
        {
            doctype = doctype with { PublicId = Bytes(publicId) };
        }

        if (reader["SYSTEM"] is { } systemId)
        {
            doctype = doctype with { SystemId = Bytes(systemId) };
        }

        if (reader.Value.Length > 0)
        {
            doctype = doctype with { InternalSubset = Bytes(reader.Value) };
        }

        handler.DocumentType(doctype);
    }

    private static byte[] Bytes(string? text) => Encoding.UTF8.GetBytes(text ?? "");
}
