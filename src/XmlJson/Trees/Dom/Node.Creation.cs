using XmlJson.Trees;

namespace XmlJson.Dom;

// Copies, and equality of what nodes say.
public readonly partial struct Node
{
    /// <summary>Makes a copy that stands nowhere.</summary>
    /// <param name="deep">Whether everything under the node is copied, too. Attributes always are; one that is copied by itself is <see cref="Specified"/>.</param>
    /// <returns>The copy; of a document's node, that of a new document, with its XML declaration.</returns>
    public Node CloneNode(bool deep)
    {
        var document = OwnerDocument;
        if (IsAttribute)
        {
            return new Node(document, ~document.CopyAttribute(document, ~_row));
        }

        return Row.Kind == NodeKind.Document ? new Node(document.Clone(deep), Document.DocumentRow) : new Node(document, document.Copy(document, _row, deep));
    }

    /// <summary>Whether a node says the same as this one: kind, names with prefixes, values, attributes in any order, children (DOM Level 3 Core). It may be of another document.</summary>
    /// <param name="other">The other node.</param>
    public bool IsEqualNode(Node other) => NodeEquality.AreEqual(this, other);

    /// <summary>Whether both mean the same node; the same as <c>==</c>.</summary>
    /// <param name="other">The other node.</param>
    public bool IsSameNode(Node other) => Equals(other);
}
