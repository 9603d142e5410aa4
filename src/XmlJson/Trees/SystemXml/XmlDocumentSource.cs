using System.Xml;

namespace XmlJson.Trees.SystemXml;

/// <summary>Walks an <see cref="XmlDocument"/>, and builds a <see cref="Document"/> from what it finds.</summary>
internal static class XmlDocumentSource
{
    /// <summary>Makes a document of a tree.</summary>
    public static Document ToDocument(XmlDocument top)
    {
        using var builder = new ForeignTreeBuilder();
        var declaration = top.FirstChild as XmlDeclaration;
        builder.Start(declaration?.Version, declaration?.Encoding, declaration?.Standalone);

        // Asking a text for its parent takes time where texts follow each other: so the way up is kept.
        var open = new Stack<XmlNode>();
        XmlNode node = top;
        while (true)
        {
            if (Begin(node, builder) && node.FirstChild is { } child)
            {
                open.Push(node);
                node = child;
                continue;
            }

            while (true)
            {
                if (node is XmlElement)
                {
                    builder.EndElement();
                }

                if (ReferenceEquals(node, top))
                {
                    return builder.Finish();
                }

                if (node.NextSibling is { } next)
                {
                    node = next;
                    break;
                }

                node = open.Pop();
            }
        }
    }

    // Whether what is in the node comes next.
    private static bool Begin(XmlNode node, ForeignTreeBuilder builder)
    {
        switch (node)
        {
            case XmlDocument:
                return true;
            case XmlElement element:
                StartElement(element, builder);
                return true;
            case XmlEntityReference reference:
                return BeginEntity(reference, builder);
            case XmlCDataSection section:
                builder.CData(section.Data);
                return false;
            case XmlComment comment:
                builder.Comment(comment.Data);
                return false;
            case XmlCharacterData text:
                builder.Text(text.Data);
                return false;
            case XmlProcessingInstruction instruction:
                builder.ProcessingInstruction(instruction.Target, instruction.Data);
                return false;
            case XmlDocumentType type:
                builder.DocumentType(type.Name, type.PublicId, type.SystemId, type.InternalSubset);
                return false;
            default:
                return false;
        }
    }

    // An XmlDocument keeps the reference and, in it, what it stands for; one that it knows no declaration of holds an empty text.
    private static bool BeginEntity(XmlEntityReference reference, ForeignTreeBuilder builder)
    {
        if (reference.OwnerDocument?.DocumentType?.Entities.GetNamedItem(reference.Name) is XmlEntity { SystemId: null })
        {
            return true;
        }

        if (reference.FirstChild is { } first && (first.NextSibling is not null || first is not XmlText { Data.Length: 0 }))
        {
            return true;
        }

        builder.SkippedEntity(reference.Name);
        return false;
    }

    private static void StartElement(XmlElement element, ForeignTreeBuilder builder)
    {
        builder.BeginTag();
        var attributes = element.Attributes;
        foreach (XmlAttribute attribute in attributes)
        {
            if (IsDeclaration(attribute))
            {
                builder.Scope.Declare(attribute.Prefix.Length == 0 ? "" : attribute.LocalName, attribute.Value);
            }
        }

        foreach (XmlAttribute attribute in attributes)
        {
            builder.Attribute(attribute.Prefix, attribute.LocalName, IsDeclaration(attribute) ? XmlNames.XmlnsUri : attribute.NamespaceURI, attribute.Value, attribute.Specified);
        }

        builder.StartElement(element.Prefix, element.LocalName, element.NamespaceURI);
    }

    private static bool IsDeclaration(XmlAttribute attribute) => attribute.NamespaceURI == XmlNames.XmlnsUri || (attribute.Prefix.Length == 0 && attribute.LocalName == "xmlns");
}
