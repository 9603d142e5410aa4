using System.Xml.Linq;

namespace XmlJson.Trees.SystemXml;

/// <summary>Walks an <see cref="XDocument"/> or a part of one, and builds a <see cref="Document"/> from what it finds.</summary>
internal static class XDocumentSource
{
    /// <summary>Makes a document of a tree.</summary>
    /// <param name="top">A document, or the element to be the root.</param>
    public static Document ToDocument(XContainer top)
    {
        using var builder = new ForeignTreeBuilder();
        var declaration = (top as XDocument)?.Declaration;
        builder.Start(declaration is null ? null : declaration.Version ?? "1.0", declaration?.Encoding, declaration?.Standalone);
        for (var outer = top.Parent; outer is not null; outer = outer.Parent)
        {
            SuggestPrefixes(outer, builder.Scope);
        }

        XNode node = top;
        while (true)
        {
            Begin(node, builder);
            if (node is XContainer { FirstNode: { } child })
            {
                node = child;
                continue;
            }

            while (true)
            {
                if (node is XElement)
                {
                    builder.EndElement();
                }

                if (ReferenceEquals(node, top))
                {
                    return builder.Finish();
                }

                if (node.NextNode is { } next)
                {
                    node = next;
                    break;
                }

                node = (XNode?)node.Parent ?? top;
            }
        }
    }

    private static void Begin(XNode node, ForeignTreeBuilder builder)
    {
        switch (node)
        {
            case XElement element:
                StartElement(element, builder);
                break;
            case XCData section:
                builder.CData(section.Value);
                break;
            case XText text:
                builder.Text(text.Value);
                break;
            case XComment comment:
                builder.Comment(comment.Value);
                break;
            case XProcessingInstruction instruction:
                builder.ProcessingInstruction(instruction.Target, instruction.Data);
                break;
            case XDocumentType type:
                builder.DocumentType(type.Name, type.PublicId, type.SystemId, type.InternalSubset);
                break;
        }
    }

    // Prefixes that are declared around a part: where they are needed in it, they are better than new ones.
    private static void SuggestPrefixes(XElement outer, PrefixScope scope)
    {
        for (var attribute = outer.FirstAttribute; attribute is not null; attribute = attribute.NextAttribute)
        {
            if (attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName.Length > 0)
            {
                scope.Suggest(attribute.Name.LocalName, attribute.Value);
            }
        }
    }

    private static void StartElement(XElement element, ForeignTreeBuilder builder)
    {
        builder.BeginTag();
        for (var attribute = element.FirstAttribute; attribute is not null; attribute = attribute.NextAttribute)
        {
            if (attribute.IsNamespaceDeclaration)
            {
                builder.Scope.Declare(attribute.Name.NamespaceName.Length == 0 ? "" : attribute.Name.LocalName, attribute.Value);
            }
        }

        for (var attribute = element.FirstAttribute; attribute is not null; attribute = attribute.NextAttribute)
        {
            var (local, uri) = (attribute.Name.LocalName, attribute.Name.NamespaceName);
            if (attribute.IsNamespaceDeclaration)
            {
                builder.Attribute(uri.Length == 0 ? "" : "xmlns", local, XmlNames.XmlnsUri, attribute.Value);
            }
            else
            {
                builder.Attribute(uri.Length == 0 ? "" : builder.Scope.ForAttribute(uri), local, uri, attribute.Value);
            }
        }

        builder.StartElement(element.Name.NamespaceName.Length == 0 ? "" : builder.Scope.ForElement(element.Name.NamespaceName), element.Name.LocalName, element.Name.NamespaceName);
    }
}
