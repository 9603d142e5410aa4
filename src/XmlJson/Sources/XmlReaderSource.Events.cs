using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;
using System.Xml.Schema;

namespace XmlJson;

public sealed partial class XmlReaderSource
{
    private readonly ReaderNames _names;
    private readonly AttributeBuffer _attributes;
    private readonly bool _keepsOuterSpace;
    private readonly bool _readsChunks;
    private Step _step;
    private TextKind _kind;
    private bool _hasNode;

    // Where the events of the document, or of the reader's current node, stand.
    private enum Step : byte
    {
        First,
        Node,
        EmptyElement,
        Value,
        Chunk,
        EndOfText,
        Ended,
    }

    /// <summary>Gives at most one event.</summary>
    /// <returns>What is needed for the next one.</returns>
    private Need Advance<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        switch (_step)
        {
            case Step.First:
                return StartDocument(ref handler);
            case Step.EmptyElement:
                return EndElement(ref handler);
            case Step.Value:
                return ReportValue(ref handler);
            case Step.Chunk:
                return ReportChunk(ref handler);
            case Step.EndOfText:
                handler.EndCData();
                return NextNode();
            default:
                return ReportNode(ref handler);
        }
    }

    private Need NextNode()
    {
        _step = Step.Node;
        return Need.Node;
    }

    private Need NeedValue()
    {
        _step = Step.Value;
        return Need.Value;
    }

    private Need StartDocument<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        _step = Step.Node;
        if (!_hasNode || _reader.NodeType != XmlNodeType.XmlDeclaration)
        {
            handler.StartDocument(new DocumentStart(_locator));
            return Need.Nothing;
        }

        var version = Encoding.UTF8.GetBytes(_reader.GetAttribute("version") ?? "1.0");
        var encoding = Encoding.UTF8.GetBytes(_reader.GetAttribute("encoding") ?? "");
        bool? standalone = _reader.GetAttribute("standalone") switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };
        handler.StartDocument(new DocumentStart(_locator, version, encoding, standalone));
        return Need.Node;
    }

    private Need ReportNode<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (!_hasNode)
        {
            _step = Step.Ended;
            handler.EndDocument();
            return Need.Nothing;
        }

        switch (_reader.NodeType)
        {
            case XmlNodeType.Element:
                return StartElement(ref handler);
            case XmlNodeType.EndElement:
                return EndElement(ref handler);
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when _reader.Depth == 0 && !_keepsOuterSpace:
                return Need.Node;
            case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                _kind = TextKind.Text;
                return StartText();
            case XmlNodeType.CDATA:
                _kind = TextKind.CData;
                handler.StartCData();
                return StartText();
            case XmlNodeType.Comment or XmlNodeType.ProcessingInstruction or XmlNodeType.DocumentType:
                return NeedValue();
            case XmlNodeType.EntityReference:
                handler.SkippedEntity(Utf8(_reader.Name));
                return Need.Node;
            default:
                // The end of an entity that the caller of the reader had expanded.
                return Need.Node;
        }
    }

    private Need StartElement<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        var name = _names.Get(_reader.LocalName, _reader.Prefix, _reader.NamespaceURI);
        var isEmpty = _reader.IsEmptyElement;
        _attributes.Clear();
        if (_reader.MoveToFirstAttribute())
        {
            do
            {
                var attribute = _names.Get(_reader.LocalName, _reader.Prefix, _reader.NamespaceURI);
                _attributes.Add(attribute, Utf8(_reader.Value), !_reader.IsDefault, TypeOf(_reader.SchemaInfo));
            }
            while (_reader.MoveToNextAttribute());
            _reader.MoveToElement();
        }

        _locator.Push(name);
        handler.StartElement(in name, _attributes.List);
        if (isEmpty)
        {
            _step = Step.EmptyElement;
            return Need.Nothing;
        }

        return Need.Node;
    }

    private Need EndElement<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        var name = _locator.Current;
        handler.EndElement(in name);
        _locator.Pop();
        return NextNode();
    }

    private Need StartText()
    {
        if (!_readsChunks)
        {
            return NeedValue();
        }

        _step = Step.Chunk;
        return Need.Chunk;
    }

    private Need ReportChunk<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (!_text.TryGetChunk(out var text))
        {
            ThrowHalfPair();
        }

        if (!text.IsEmpty)
        {
            handler.Characters(text, _kind);
        }

        return _text.Read == 0 ? EndText() : Need.Chunk;
    }

    private Need EndText()
    {
        if (_kind != TextKind.CData)
        {
            return NextNode();
        }

        _step = Step.EndOfText;
        return Need.Nothing;
    }

    private Need ReportValue<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (!_text.TryGetValue(out var value))
        {
            ThrowHalfPair();
        }

        switch (_reader.NodeType)
        {
            case XmlNodeType.Comment:
                handler.Comment(value);
                return NextNode();
            case XmlNodeType.ProcessingInstruction:
                handler.ProcessingInstruction(Encoding.UTF8.GetBytes(_reader.Name), value);
                return NextNode();
            case XmlNodeType.DocumentType:
                ReportDocumentType(ref handler, value);
                return NextNode();
            default:
                if (!value.IsEmpty)
                {
                    handler.Characters(value, _kind);
                }

                return EndText();
        }
    }

    private void ReportDocumentType<THandler>(ref THandler handler, ReadOnlySpan<byte> internalSubset)
        where THandler : IContentHandler, allows ref struct
    {
        var doctype = new DocumentTypeDeclaration(Encoding.UTF8.GetBytes(_reader.Name));
        if (_reader.GetAttribute("PUBLIC") is { } publicId)
        {
            doctype = doctype with { PublicId = Encoding.UTF8.GetBytes(publicId) };
        }

        if (_reader.GetAttribute("SYSTEM") is { } systemId)
        {
            doctype = doctype with { SystemId = Encoding.UTF8.GetBytes(systemId) };
        }

        if (!internalSubset.IsEmpty)
        {
            doctype = doctype with { InternalSubset = internalSubset };
        }

        handler.DocumentType(doctype);
    }

    // Only a reader that validates against a schema knows types.
    private static AttributeType TypeOf(IXmlSchemaInfo? info)
    {
        if (info?.SchemaType is not XmlSchemaSimpleType type)
        {
            return AttributeType.CData;
        }

        var isList = type.Datatype?.Variety == XmlSchemaDatatypeVariety.List;
        return type.TypeCode switch
        {
            XmlTypeCode.Id => AttributeType.Id,
            XmlTypeCode.Idref => isList ? AttributeType.IdRefs : AttributeType.IdRef,
            XmlTypeCode.Entity => isList ? AttributeType.Entities : AttributeType.Entity,
            XmlTypeCode.NmToken => isList ? AttributeType.NmTokens : AttributeType.NmToken,
            XmlTypeCode.Notation => AttributeType.Notation,
            _ => AttributeType.CData,
        };
    }

    private ReadOnlySpan<byte> Utf8(string value)
    {
        if (!_text.TryConvert(value, out var utf8))
        {
            ThrowHalfPair();
        }

        return utf8;
    }

    [DoesNotReturn]
    private void ThrowHalfPair() =>
        throw new XmlSyntaxException(XmlErrorCode.InvalidCharacter, "The text holds half of a surrogate pair.", _locator.Position, _locator.ElementPath);
}
