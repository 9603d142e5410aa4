using System.Xml.Linq;

namespace XmlJson.Benchmarks;

/// <summary>Goes over an element of LINQ to XML.</summary>
internal static class XElementWalk
{
    private const string XmlnsNamespace = "http://www.w3.org/2000/xmlns/";

    /// <summary>Visits names, attributes and texts.</summary>
    public static void Visit(XElement root, ref Tally tally)
    {
        XNode node = root;
        while (true)
        {
            if (node is XElement element)
            {
                tally.Element(element.Name.LocalName);
                for (var attribute = element.FirstAttribute; attribute is not null; attribute = attribute.NextAttribute)
                {
                    tally.Attribute(attribute.Name.LocalName, attribute.Value);
                }

                if (element.FirstNode is { } child)
                {
                    node = child;
                    continue;
                }
            }
            else if (node is XText text)
            {
                tally.Text(text.Value);
            }

            while (node != root && node.NextNode is null)
            {
                node = node.Parent!;
            }

            if (node == root)
            {
                return;
            }

            node = node.NextNode!;
        }
    }

    /// <summary>Visits names, attributes and texts, but no namespace declarations.</summary>
    public static void VisitUndeclared(XElement root, ref Tally tally)
    {
        XNode node = root;
        while (true)
        {
            if (node is XElement element)
            {
                tally.Element(element.Name.LocalName);
                for (var attribute = element.FirstAttribute; attribute is not null; attribute = attribute.NextAttribute)
                {
                    if (!attribute.IsNamespaceDeclaration)
                    {
                        tally.Attribute(attribute.Name.LocalName, attribute.Value);
                    }
                }

                if (element.FirstNode is { } child)
                {
                    node = child;
                    continue;
                }
            }
            else if (node is XText text)
            {
                tally.Text(text.Value);
            }

            while (node != root && node.NextNode is null)
            {
                node = node.Parent!;
            }

            if (node == root)
            {
                return;
            }

            node = node.NextNode!;
        }
    }

    /// <summary>Gives everything there is to a digest.</summary>
    public static void AddTo(XElement root, ContentDigest content, bool declarations = true)
    {
        XNode? node = root;
        while (node is not null)
        {
            if (node is XElement element)
            {
                content.StartElement(element.Name.NamespaceName, element.Name.LocalName);
                foreach (var attribute in element.Attributes().Where(attribute => declarations || !attribute.IsNamespaceDeclaration))
                {
                    content.Attribute(attribute.IsNamespaceDeclaration ? XmlnsNamespace : attribute.Name.NamespaceName, attribute.Name.LocalName, attribute.Value);
                }

                if (element.FirstNode is { } child)
                {
                    node = child;
                    continue;
                }

                content.EndElement();
            }
            else if (node is XText text)
            {
                content.Text(text.Value);
            }

            while (node != root && node!.NextNode is null)
            {
                node = node.Parent;
                content.EndElement();
            }

            node = node == root ? null : node.NextNode;
        }
    }
}
