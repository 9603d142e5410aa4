using System.Text;
using XmlJson;
using XmlJson.Dom;

namespace Tour;

/// <summary>DOM: the document as nodes, white space and all.</summary>
public static class DomStop
{
    /// <summary>Walks the nodes and finds books by tag name.</summary>
    public static void Run(TextWriter output, string path)
    {
        using var document = Xml.LoadFile(path);
        output.WriteLine($"child nodes of the document: {string.Join(", ", document.ChildNodes)}");

        var catalog = document.DocumentElement;
        output.WriteLine($"tag name of the first: {catalog.TagName}");
        output.WriteLine($"its children: {catalog.ChildNodes.Count}, of which elements: {catalog.ChildNodes.Count(node => node.NodeType == NodeType.Element)}");

        // Every other child, from the second to the last but one: the elements between the white space.
        var book1 = catalog.ChildNodes[1];
        output.WriteLine($"details of {book1.GetAttribute("id")}: {string.Join(", ", book1.ChildNodes[1..^1].Every(2).Select(detail => detail.TagName))}");

        foreach (var book in document.GetElementsByTagName("book"))
        {
            output.WriteLine($"book {book.GetAttributeNode("id")!.Value.NodeValue}");
            foreach (var detail in book.ChildNodes.Where(node => node.NodeType == NodeType.Element))
            {
                output.WriteLine($"  {detail.TagName}: {Text(detail)}");
            }
        }
    }

    // The text of a node and of all that is in it. Node.TextContent does the same without recursion.
    private static string Text(Node node)
    {
        var text = new StringBuilder();
        foreach (var child in node.ChildNodes)
        {
            if (child.NodeType is NodeType.Text or NodeType.CDataSection)
            {
                text.Append(child.NodeValue);
            }
            else
            {
                text.Append(Text(child));
            }
        }

        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
