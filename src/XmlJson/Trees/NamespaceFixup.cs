namespace XmlJson.Trees;

/// <summary>
/// Makes the events of a changed tree, or of a part of one, agree with Namespaces in XML 1.0: adds declarations that are missing. In the manner of DOM Level 3 Core, appendix B.1.
/// </summary>
/// <remarks>
/// <para>A declaration is added for an element's or attribute's prefix that is not bound to its namespace here; an attribute whose prefix is needed otherwise, or that has none, gets
/// another one.</para>
/// <para>A name without a namespace is taken literally where its own element has a declaration for it: <c>xmlns="…"</c> set on an element in no namespace is what it looks like, as
/// in Python's minidom and ElementTree, and so are the names under it.</para>
/// </remarks>
//  A prefix and a namespace are numbers of the document's XmlNames, which this must not add to: several threads may write at once. What the table lacks goes to a table of its own.
internal sealed partial class NamespaceFixup
{
    private const int Unbound = -1;

    // In place of a prefix: whether the default namespace was declared on an element in no namespace.
    private const int LiteralDefault = -1;

    private readonly Dictionary<int, int> _bound = new()
    {
        [XmlNames.EmptyName] = XmlNames.NoNamespace,
        [XmlNames.XmlPrefix] = XmlNames.XmlNamespace,
        [XmlNames.XmlnsPrefix] = XmlNames.XmlnsNamespace,
    };

    // The prefix bound to a namespace last; it may be bound otherwise since.
    private readonly Dictionary<int, int> _prefixOf = new() { [XmlNames.XmlNamespace] = XmlNames.XmlPrefix };
    private readonly Stack<(int Prefix, int Namespace)> _undo = [];

    // The open elements that were looked at closely, with their depths.
    private readonly Stack<(int Depth, int UndoCount, int Namespace)> _open = [];

    // Prefixes that the current element's meaning hangs on, with the element's number.
    private readonly Dictionary<int, int> _pinned = [];
    private readonly List<(int Prefix, int Namespace)> _added = [];
    private readonly Dictionary<int, string> _prefixFor = [];

    // The part that is reported, and what is declared above it, as far as it was asked for.
    private readonly Document _document;
    private readonly int _top;
    private readonly bool _inheritsSpace;
    private readonly int _instance;
    private readonly Dictionary<int, int> _above = [];
    private readonly AttributeBuffer _buffer;
    private AttributeBuffer? _changedBuffer;
    private XmlNames? _changedNames;
    private int _replacedPrefix;
    private int _element;
    private int _depth;

    // The prefix that was asked for last, and what it is bound to: nearly all names of a document have the same one.
    private int _lastPrefix = XmlNames.EmptyName;
    private int _lastNamespace = XmlNames.NoNamespace;
    private int _generated;
    private bool _addsSpace;

    /// <summary>Begins.</summary>
    /// <param name="document">The document.</param>
    /// <param name="top">The part that is reported.</param>
    /// <param name="inheritsSpace">Whether it takes over <c>xml:space</c>, where white space is preserved above it.</param>
    public NamespaceFixup(Document document, int top = Document.DocumentRow, bool inheritsSpace = false)
    {
        _document = document;
        _top = top;
        _inheritsSpace = inheritsSpace;
        _buffer = new AttributeBuffer(document.Names.Names);
        _instance = top == Document.DocumentRow ? Unbound : Names.Names.FindUri("http://www.w3.org/2001/XMLSchema-instance"u8);
    }

    private NameTable Names => _document.Names;

    /// <summary>An element begins.</summary>
    /// <param name="row">The element.</param>
    /// <param name="attributes">Its attributes, and what had to be added; valid until the next call.</param>
    /// <returns>Its name.</returns>
    /// <exception cref="InvalidOperationException">A prefix is used, but neither declared nor in a namespace.</exception>
    public XmlName Start(int row, out AttributeList attributes)
    {
        ref var node = ref _document.Node(row);
        ref readonly var name = ref Names[node.Name];
        var first = node.FirstAttribute;
        _depth++;
        var isTop = _inheritsSpace && row == _top;
        if (!isTop && IsRight(in name, first))
        {
            attributes = _document.GetAttributes(first, _buffer);
            return new XmlName(Names.Names, name.Qualified, name.Namespace);
        }

        _element++;
        _added.Clear();
        _prefixFor.Clear();
        _replacedPrefix = Unbound;
        var undoCount = _undo.Count;
        for (var index = first; index > 0; index = _document.Attribute(index).Next)
        {
            ReadDeclaration(index);
        }

        var uri = FixElement(in name);
        for (var index = first; index > 0; index = _document.Attribute(index).Next)
        {
            FixAttribute(index);
        }

        _open.Push((_depth, undoCount, uri));
        _addsSpace = isTop && PreservesSpaceAbove();
        if (_added.Count == 0 && _prefixFor.Count == 0 && _replacedPrefix == Unbound && !_addsSpace)
        {
            attributes = _document.GetAttributes(first, _buffer);
            return new XmlName(Names.Names, name.Qualified, uri);
        }

        // Handlers know a name by its number: all names come of the document's table where it has what is added, and at least those of one tag come of one table.
        if (TryAddFromDocument(first, out attributes))
        {
            return new XmlName(Names.Names, name.Qualified, uri);
        }

        attributes = ChangedAttributes(first);
        return uri < XmlNames.NoNamespace ? new XmlName(Names.Names, name.Qualified, uri) : _changedNames!.Get(Names.Names.Bytes(name.Qualified), Names.Names.UriBytes(uri));
    }

    /// <summary>The element opened last ends.</summary>
    /// <returns>The name that <see cref="Start"/> returned.</returns>
    public XmlName End(int name)
    {
        var depth = _depth--;
        if (!_open.TryPeek(out var open) || open.Depth != depth)
        {
            return Names.NameOf(name);
        }

        _open.Pop();
        _lastPrefix = Unbound;
        while (_undo.Count > open.UndoCount)
        {
            var (prefix, previous) = _undo.Pop();
            _bound[prefix] = previous;
        }

        return new XmlName(Names.Names, Names[name].Qualified, open.Namespace);
    }

    // Whether nothing is declared here, all names are bound as they should be, and no value is a name that may need a declaration.
    private bool IsRight(in NameRow element, int first)
    {
        if (element.Namespace >= 0 && BoundTo(element.Prefix) != element.Namespace)
        {
            return false;
        }

        for (var index = first; index > 0;)
        {
            ref var attribute = ref _document.Attribute(index);
            ref readonly var name = ref Names[attribute.Name];
            if (name.Namespace > XmlNames.NoNamespace
                ? IsDeclaration(in name) || name.Namespace == _instance || name.Prefix == XmlNames.EmptyName || BoundTo(name.Prefix) != name.Namespace
                : name.Namespace == XmlNames.NoNamespace && name.Prefix != XmlNames.EmptyName)
            {
                return false;
            }

            index = attribute.Next;
        }

        return true;
    }

    private static bool IsDeclaration(in NameRow name) => name.Namespace == XmlNames.XmlnsNamespace;

    private void ReadDeclaration(int index)
    {
        ref readonly var name = ref Names[_document.Attribute(index).Name];
        if (IsDeclaration(in name))
        {
            var prefix = name.DeclaredPrefix;
            Bind(prefix, Names.Names.FindUri(_document.ValueOf(index)));
            Pin(prefix);
        }
    }

    private int FixElement(in NameRow name)
    {
        var bound = BoundTo(name.Prefix);
        if (name.Namespace < 0 || name.Namespace == bound)
        {
            // As it should be; or read with namespace processing off, when colons mean nothing.
        }
        else if (name.Namespace == XmlNames.NoNamespace && name.Prefix != XmlNames.EmptyName)
        {
            return bound == Unbound ? throw Undeclared(in name) : bound;
        }
        else if (name.Namespace == XmlNames.NoNamespace && (IsPinned(name.Prefix) || BoundTo(LiteralDefault) == 1))
        {
            SetBinding(LiteralDefault, 1);
            return bound;
        }
        else
        {
            Declare(name.Prefix, name.Namespace);
        }

        Pin(name.Prefix);
        return name.Namespace;
    }

    private void FixAttribute(int index)
    {
        ref readonly var name = ref Names[_document.Attribute(index).Name];
        if (IsDeclaration(in name) || name.Namespace < 0)
        {
            return;
        }

        FixAttributeName(index, in name);
        if (name.Namespace == _instance && Names.Names.Bytes(name.Local).SequenceEqual("type"u8))
        {
            FixType(_document.ValueOf(index));
        }
    }

    private void FixAttributeName(int index, in NameRow name)
    {
        if (name.Namespace == XmlNames.NoNamespace)
        {
            // A prefix without a namespace is taken literally; the list of attributes is made anew then, with the namespace that it means here.
            if (name.Prefix != XmlNames.EmptyName)
            {
                _prefixFor[index] = BoundTo(name.Prefix) == Unbound ? throw Undeclared(in name) : Names.Names.NameString(name.Prefix);
            }
        }
        else if (name.Prefix != XmlNames.EmptyName && BoundTo(name.Prefix) == name.Namespace)
        {
            Pin(name.Prefix);
        }
        else if (_prefixOf.TryGetValue(name.Namespace, out var other) && other != XmlNames.EmptyName && BoundTo(other) == name.Namespace)
        {
            Pin(other);
            _prefixFor[index] = Names.Names.NameString(other);
        }
        else if (name.Prefix != XmlNames.EmptyName && !IsPinned(name.Prefix))
        {
            Declare(name.Prefix, name.Namespace);
            Pin(name.Prefix);
        }
        else
        {
            _prefixFor[index] = NewPrefix();
        }
    }

    // Adds a declaration, or changes the one that the element has: its own name goes before.
    private void Declare(int prefix, int uri)
    {
        if (IsPinned(prefix))
        {
            _replacedPrefix = prefix;
        }
        else
        {
            _added.Add((prefix, uri));
        }

        Bind(prefix, uri);
    }

    private void Bind(int prefix, int uri)
    {
        if (prefix == XmlNames.EmptyName)
        {
            SetBinding(LiteralDefault, 0);
        }

        SetBinding(prefix, uri);
        _prefixOf[uri] = prefix;
    }

    private void SetBinding(int prefix, int uri)
    {
        _undo.Push((prefix, BoundTo(prefix)));
        _bound[prefix] = uri;
        _lastPrefix = Unbound;
    }

    private int BoundTo(int prefix)
    {
        if (prefix != _lastPrefix || prefix < 0)
        {
            _lastNamespace = _bound.GetValueOrDefault(prefix, Unbound);
            _lastPrefix = prefix;
        }

        return _lastNamespace;
    }

    private void Pin(int prefix) => _pinned[prefix] = _element;

    private bool IsPinned(int prefix) => _pinned.GetValueOrDefault(prefix) == _element;

    private string NewPrefix()
    {
        while (true)
        {
            var prefix = $"ns{_generated++}";
            if (!Names.Holds(prefix))
            {
                return prefix;
            }
        }
    }

    private InvalidOperationException Undeclared(in NameRow name) => new(
        $"The prefix of '{Names.Names.NameString(name.Qualified)}' is not declared here. Declare it with an xmlns:{Names.Names.NameString(name.Prefix)} attribute, or give the name its namespace.");
}
