namespace XmlJson.Trees;

// A part of the document with what it inherits.
public sealed partial class Document
{
    /// <summary>Reports an element and all under it, with all namespaces that are in scope there declared on it.</summary>
    /// <param name="top">The element.</param>
    /// <param name="handler">What receives the events.</param>
    /// <param name="inheritance">Which attributes it takes over.</param>
    /// <exception cref="InvalidOperationException">A prefix is used, but neither declared nor in a namespace.</exception>
    internal ParseStatus WriteSubtree(int top, IContentHandler handler, XmlAttributeInheritance inheritance)
    {
        var ancestors = new Stack<int>();
        for (var row = Node(top).Parent; row != NoParent && Node(row).Kind == NodeKind.Element; row = Node(row).Parent)
        {
            ancestors.Push(row);
        }

        var fixup = IsEdited ? new NamespaceFixup(this) : null;
        var buffer = new AttributeBuffer(Names.Names);
        var context = new SubtreeHandler(handler, inheritance);
        foreach (var row in ancestors)
        {
            AttributeList attributes;
            if (fixup is null)
            {
                attributes = GetAttributes(Node(row).FirstAttribute, buffer);
            }
            else
            {
                fixup.Start(row, out attributes);
            }

            context.Inherit(attributes);
        }

        var reference = new HandlerReference(context);
        return new NodeSource(this, top, fixup).Run(ref reference);
    }
}
