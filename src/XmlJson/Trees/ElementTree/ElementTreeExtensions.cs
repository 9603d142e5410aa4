using XmlJson.Trees;

namespace XmlJson.ElementTree;

/// <summary>The document as Python's ElementTree sees it: <c>using XmlJson.ElementTree;</c> gives a <see cref="Document"/> a root and the ways to search it.</summary>
public static class ElementTreeExtensions
{
    extension(Document document)
    {
        /// <summary>The root element: Python's <c>getroot()</c>. Comments and processing instructions beside it are kept, but only the DOM's view shows them.</summary>
        /// <exception cref="InvalidOperationException">There is none.</exception>
        /// <exception cref="ArgumentException">The element set is of another document, or no element.</exception>
        public Element Root
        {
            get => document.RootRow is var root and not 0 ? new Element(document, root) : throw new InvalidOperationException("The document has no root element.");
            set
            {
                if (!ReferenceEquals(value.Document, document) || value.IsComment || value.IsProcessingInstruction)
                {
                    throw new ArgumentException($"{value} cannot be the root: it belongs to another document, or is no element.", nameof(value));
                }

                var old = document.RootRow;
                if (old == value.RowIndex)
                {
                    return;
                }

                value.Tail = null;
                document.MoveWithTail(value.RowIndex, Document.DocumentRow, before: old);
                if (old != 0)
                {
                    document.Unlink(old);
                }
            }
        }

        /// <summary>Makes a new root element, in place of the one there is.</summary>
        /// <param name="tag">Its name, with its namespace in braces if it is in one.</param>
        /// <param name="attributes">Its attributes.</param>
        /// <returns>The new root.</returns>
        /// <exception cref="ArgumentException">A name is no name, or a value holds what XML does not allow.</exception>
        public Element SetRoot(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            var root = document.MakeElement(tag, attributes);
            document.Root = root;
            return root;
        }

        /// <summary>Makes an element that stands nowhere yet: Python's <c>Element(tag)</c>.</summary>
        /// <param name="tag">Its name, with its namespace in braces if it is in one.</param>
        /// <param name="attributes">Its attributes.</param>
        /// <exception cref="ArgumentException">A name is no name, or a value holds what XML does not allow.</exception>
        public Element MakeElement(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            var element = new Element(document, document.AddNode(NodeKind.Element, document.AddTag(tag, Document.NoParent, isAttribute: false)));
            foreach (var (name, value) in attributes)
            {
                element.Set(name, value);
            }

            return element;
        }

        /// <summary>Makes a comment that stands nowhere yet: Python's <c>Comment(text)</c>.</summary>
        /// <param name="text">Its text.</param>
        /// <exception cref="ArgumentException">It holds what XML does not allow, <c>--</c>, or a hyphen at its end.</exception>
        public Element MakeComment(string text) => new(document, document.AddNode(NodeKind.Comment, 0, text));

        /// <summary>Makes a processing instruction that stands nowhere yet: Python's <c>ProcessingInstruction(target, text)</c>.</summary>
        /// <param name="target">Its target.</param>
        /// <param name="text">Its data.</param>
        /// <exception cref="ArgumentException">The target is no name or is <c>xml</c>; or the data hold what XML does not allow, or <c>?&gt;</c>.</exception>
        public Element MakeProcessingInstruction(string target, string text = "")
        {
            ArgumentNullException.ThrowIfNull(target);
            return new Element(document, document.AddInstruction(target, text));
        }

        /// <summary>Copies an element of another document, with all under it; the copy stands nowhere, and has no tail.</summary>
        /// <param name="element">The element, which stays where it is.</param>
        public Element Import(Element element) => new(document, document.Copy(element.Document, element.RowIndex, deep: true));

        /// <summary>Chooses the prefix for elements and attributes that are made in a namespace which has none where they are.</summary>
        /// <param name="prefix">The prefix; empty to make it the default namespace, for elements.</param>
        /// <param name="uri">The namespace name.</param>
        /// <exception cref="ArgumentException">The prefix is no name, or one of those that are reserved.</exception>
        public void RegisterNamespace(string prefix, string uri)
        {
            ArgumentException.ThrowIfNullOrEmpty(uri);
            ArgumentNullException.ThrowIfNull(prefix);
            _ = document.Node(Document.DocumentRow);
            document.Names.Add(prefix.Length == 0 ? "x" : $"{prefix}:x", uri, isAttribute: false);
            document.RegisterPrefix(prefix, uri);
        }

        /// <inheritdoc cref="Element.Iter"/>
        public ElementIterator Iter(string? tag = null) => document.Root.Iter(tag);

        /// <inheritdoc cref="Element.Find"/>
        public Element? Find(string path, IReadOnlyDictionary<string, string>? namespaces = null) => document.Root.Find(path, namespaces);

        /// <inheritdoc cref="Element.FindAll"/>
        public Element[] FindAll(string path, IReadOnlyDictionary<string, string>? namespaces = null) => document.Root.FindAll(path, namespaces);

        /// <inheritdoc cref="Element.IterFind"/>
        public IEnumerable<Element> IterFind(string path, IReadOnlyDictionary<string, string>? namespaces = null) => document.Root.IterFind(path, namespaces);

        /// <inheritdoc cref="Element.FindText(string, IReadOnlyDictionary{string, string}?)"/>
        public string? FindText(string path, IReadOnlyDictionary<string, string>? namespaces = null) => document.Root.FindText(path, namespaces);

        /// <inheritdoc cref="Element.FindText(string, string, IReadOnlyDictionary{string, string}?)"/>
        public string FindText(string path, string defaultText, IReadOnlyDictionary<string, string>? namespaces = null) => document.Root.FindText(path, defaultText, namespaces);
    }
}
