using XmlJson.Trees;

namespace XmlJson.Dom;

/// <summary>The document as the DOM sees it: <c>using XmlJson.Dom;</c> gives a <see cref="Document"/> the members of the DOM's interface of that name.</summary>
public static class DomExtensions
{
    extension(Document document)
    {
        /// <summary>The document as a node, whose children are the root element and what stands beside it.</summary>
        public Node AsNode() => new(document, Document.DocumentRow);

        /// <summary>The root element. Every parsed document has one; of others ask <see cref="Node.FirstElementChild"/>, which may be null.</summary>
        /// <exception cref="InvalidOperationException">There is none.</exception>
        public Node DocumentElement =>
            document.RootRow is var root and not 0 ? new Node(document, root) : throw new InvalidOperationException("The document has no root element.");

        /// <summary>The document type declaration; <see langword="null"/> when there is none.</summary>
        public Node? Doctype
        {
            get
            {
                // It comes before the root element (XML 1.0 §2.8 [22]).
                var child = document.FirstChild;
                while (child is { NodeType: not (NodeType.DocumentType or NodeType.Element) } other)
                {
                    child = other.NextSibling;
                }

                return child is { NodeType: NodeType.DocumentType } ? child : null;
            }
        }

        /// <inheritdoc cref="Node.ChildNodes"/>
        public NodeList ChildNodes => document.AsNode().ChildNodes;

        /// <inheritdoc cref="Node.FirstChild"/>
        public Node? FirstChild => document.AsNode().FirstChild;

        /// <inheritdoc cref="Node.LastChild"/>
        public Node? LastChild => document.AsNode().LastChild;

        /// <inheritdoc cref="Node.HasChildNodes"/>
        public bool HasChildNodes() => document.AsNode().HasChildNodes();

        /// <inheritdoc cref="Node.AppendChild"/>
        public Node AppendChild(Node newChild) => document.AsNode().AppendChild(newChild);

        /// <inheritdoc cref="Node.InsertBefore"/>
        public Node InsertBefore(Node newChild, Node? refChild) => document.AsNode().InsertBefore(newChild, refChild);

        /// <inheritdoc cref="Node.ReplaceChild"/>
        public Node ReplaceChild(Node newChild, Node oldChild) => document.AsNode().ReplaceChild(newChild, oldChild);

        /// <inheritdoc cref="Node.RemoveChild"/>
        public Node RemoveChild(Node oldChild) => document.AsNode().RemoveChild(oldChild);

        /// <inheritdoc cref="Node.Normalize"/>
        public void Normalize() => document.AsNode().Normalize();

        /// <inheritdoc cref="Node.GetElementsByTagName"/>
        public NodeList GetElementsByTagName(string qualifiedName) => document.AsNode().GetElementsByTagName(qualifiedName);

        /// <inheritdoc cref="Node.GetElementsByTagNameNS"/>
        public NodeList GetElementsByTagNameNS(string? namespaceUri, string localName) => document.AsNode().GetElementsByTagNameNS(namespaceUri, localName);

        /// <summary>The first element in the tree with an attribute that identifies it and has this value: one declared as an ID, one that <see cref="Node.SetIdAttributeNode"/> made so, or <c>xml:id</c>.</summary>
        /// <remarks>The first call after an edit goes through the tree; those after it do not.</remarks>
        /// <param name="elementId">The value.</param>
        /// <returns>The element, or <see langword="null"/> when there is none.</returns>
        public Node? GetElementById(string elementId)
        {
            ArgumentNullException.ThrowIfNull(elementId);
            return document.FindById(elementId) is var row and not 0 ? new Node(document, row) : null;
        }

        /// <summary>Makes an element in no namespace. Like all new nodes it stands nowhere until it is put somewhere.</summary>
        /// <param name="tagName">Its name. A prefix is taken literally: it needs a declaration where the element ends up.</param>
        /// <exception cref="ArgumentException">It is no qualified name.</exception>
        public Node CreateElement(string tagName)
        {
            ArgumentNullException.ThrowIfNull(tagName);
            return new Node(document, document.AddNode(NodeKind.Element, document.Names.Add(tagName, "", isAttribute: false)));
        }

        /// <summary>Makes an element in a namespace; it stands nowhere until it is put somewhere.</summary>
        /// <param name="namespaceUri">The namespace name; <see langword="null"/> or empty for none.</param>
        /// <param name="qualifiedName">Its name. A missing declaration is added when the document is written.</param>
        /// <exception cref="ArgumentException">It is no qualified name, or has a prefix but no namespace.</exception>
        public Node CreateElementNS(string? namespaceUri, string qualifiedName) =>
            new(document, document.AddNode(NodeKind.Element, document.AddName(namespaceUri, qualifiedName, isAttribute: false)));

        /// <summary>Makes an attribute in no namespace, with an empty value.</summary>
        /// <param name="name">Its name; <c>xmlns</c> and <c>xmlns:…</c> declare namespaces.</param>
        /// <exception cref="ArgumentException">It is no qualified name.</exception>
        public Node CreateAttribute(string name)
        {
            ArgumentNullException.ThrowIfNull(name);
            return new Node(document, ~document.AddAttribute(document.Names.Add(name, "", isAttribute: true), isSpecified: true, AttributeType.CData, default));
        }

        /// <summary>Makes an attribute in a namespace, with an empty value.</summary>
        /// <param name="namespaceUri">The namespace name; <see langword="null"/> or empty for none.</param>
        /// <param name="qualifiedName">Its name.</param>
        /// <exception cref="ArgumentException">It is no qualified name, or has a prefix but no namespace.</exception>
        public Node CreateAttributeNS(string? namespaceUri, string qualifiedName) =>
            new(document, ~document.AddAttribute(document.AddName(namespaceUri, qualifiedName, isAttribute: true), isSpecified: true, AttributeType.CData, default));

        /// <summary>Makes a text, which may be empty; it stands nowhere until it is put somewhere.</summary>
        /// <param name="data">The text, as it is to be read: nothing is escaped here.</param>
        /// <exception cref="ArgumentException">It holds what XML does not allow (XML 1.0 §2.2).</exception>
        public Node CreateTextNode(string data) => new(document, document.AddNode(NodeKind.Text, 0, data));

        /// <summary>Makes a comment, for an element or beside the root element.</summary>
        /// <param name="data">Its text.</param>
        /// <exception cref="ArgumentException">It holds what XML does not allow, <c>--</c>, or a hyphen at its end.</exception>
        public Node CreateComment(string data) => new(document, document.AddNode(NodeKind.Comment, 0, data));

        /// <summary>Makes a CDATA section: text that is written without references, and read as the same text.</summary>
        /// <param name="data">Its text.</param>
        /// <exception cref="ArgumentException">It holds what XML does not allow, or <c>]]&gt;</c>.</exception>
        public Node CreateCDataSection(string data) => new(document, document.AddNode(NodeKind.CData, 0, data));

        /// <summary>Makes a processing instruction, for an element or beside the root element.</summary>
        /// <param name="target">Its target.</param>
        /// <param name="data">Its data.</param>
        /// <exception cref="ArgumentException">The target is no name or is <c>xml</c>; or the data hold what XML does not allow, or <c>?&gt;</c>, or begin with white space.</exception>
        public Node CreateProcessingInstruction(string target, string data)
        {
            ArgumentNullException.ThrowIfNull(target);
            return new Node(document, document.AddInstruction(target, data));
        }

        /// <summary>Makes a reference to an entity, written as <c>&amp;name;</c>; nothing looks for its declaration.</summary>
        /// <param name="name">The entity's name.</param>
        /// <exception cref="ArgumentException">It is no name.</exception>
        public Node CreateEntityReference(string name)
        {
            using var bytes = new Utf8Buffer(name, stackalloc byte[Utf8Buffer.TypicalLength]);
            return new Node(document, document.AddNode(NodeKind.EntityReference, document.Names.Add(bytes.Bytes)));
        }

        /// <summary>Makes a document type declaration: what the DOM's <c>DOMImplementation.createDocumentType</c> does. It goes before the root element; a document has one at most.</summary>
        /// <param name="qualifiedName">The root element's name.</param>
        /// <param name="publicId">The public identifier; <see langword="null"/> for none.</param>
        /// <param name="systemId">The system identifier; <see langword="null"/> for none. Nothing is ever fetched for it.</param>
        /// <param name="internalSubset">What stands between <c>[</c> and <c>]</c>; <see langword="null"/> for no brackets. It is written as it is, and nothing in this document depends on it.</param>
        /// <exception cref="ArgumentException">
        /// The name is no qualified name; there is a public identifier without a system identifier; the public one holds a character that XML 1.0 §2.3 [13] does not allow, or the system one both
        /// kinds of quotation marks; or the subset would end before its end, or hold what XML does not allow.
        /// </exception>
        public Node CreateDocumentType(string qualifiedName, string? publicId, string? systemId, string? internalSubset = null)
        {
            ArgumentNullException.ThrowIfNull(qualifiedName);
            return new Node(document, document.AddDocumentType(qualifiedName, publicId, systemId, internalSubset));
        }

        /// <summary>Makes a list of nodes without an element around it; wherever it is put, its children go in its place.</summary>
        public Node CreateDocumentFragment() => new(document, document.AddNode(NodeKind.Fragment, 0));

        /// <summary>Copies a node of another document into this one; the copy stands nowhere.</summary>
        /// <param name="importedNode">The node, which stays where it is.</param>
        /// <param name="deep">Whether everything under it is copied, too. Attributes always are.</param>
        /// <exception cref="ArgumentException">It is a document, or a document type.</exception>
        public Node ImportNode(Node importedNode, bool deep)
        {
            if (importedNode.NodeType is NodeType.Document or NodeType.DocumentType)
            {
                throw new ArgumentException($"A {importedNode.NodeType} cannot be imported: clone the document.", nameof(importedNode));
            }

            var source = importedNode.OwnerDocument;
            var row = importedNode.RowIndex;
            return new Node(document, row < 0 ? ~document.CopyAttribute(source, ~row) : document.Copy(source, row, deep));
        }

        /// <summary>Takes a node, with all under it, out of where it stands and makes it this document's.</summary>
        /// <param name="source">The node. When it is another document's a copy is made, since nodes live in their document's memory: go on with the result.</param>
        /// <returns>The node in this document, which stands nowhere.</returns>
        /// <exception cref="ArgumentException">It is a document, or a document type of another one.</exception>
        public Node AdoptNode(Node source)
        {
            if (source.NodeType == NodeType.Document)
            {
                throw new ArgumentException("A document cannot be adopted.", nameof(source));
            }

            var adopted = ReferenceEquals(source.OwnerDocument, document) ? source : document.ImportNode(source, deep: true);
            if (source.NodeType == NodeType.Attribute)
            {
                source.OwnerElement?.RemoveAttributeNode(source);
                document.Attribute(~adopted.RowIndex).Specify();
            }
            else
            {
                source.ParentNode?.RemoveChild(source);
            }

            return adopted;
        }

        /// <summary>Gives an element or attribute another name. It stays the same node.</summary>
        /// <param name="node">An element or attribute of this document.</param>
        /// <param name="namespaceUri">The new namespace name; <see langword="null"/> or empty for none.</param>
        /// <param name="qualifiedName">The new name.</param>
        /// <returns>The node.</returns>
        /// <exception cref="ArgumentException">
        /// The node is of another kind or document; the name is no qualified name, or has a prefix but no namespace; or the element has an attribute of that name already.
        /// </exception>
        public Node RenameNode(Node node, string? namespaceUri, string qualifiedName)
        {
            var isAttribute = node.NodeType == NodeType.Attribute;
            if (!ReferenceEquals(node.OwnerDocument, document) || !(isAttribute || node.NodeType == NodeType.Element))
            {
                throw new ArgumentException($"{node} is no element or attribute of this document.", nameof(node));
            }

            var name = document.AddName(namespaceUri, qualifiedName, isAttribute);
            if (isAttribute)
            {
                document.RenameAttribute(~node.RowIndex, name);
            }
            else
            {
                document.Edit();
                document.Node(node.RowIndex).Rename(name);
            }

            return node;
        }
    }
}
