using System.Runtime.InteropServices;

namespace XmlJson.Trees;

/// <summary>The attributes of one element that has many, by position and by name. Changed along with them, so it is always right.</summary>
internal sealed class AttributeIndex
{
    private readonly Document _document;
    private readonly List<int> _attributes = [];
    private readonly List<int> _declarations = [];
    private readonly Dictionary<int, int> _byQualified = [];
    private readonly Dictionary<(int Namespace, int Local), int> _byExpanded = [];

    // Removed from the front.
    private int _start;

    public AttributeIndex(Document document, int element)
    {
        _document = document;
        Element = element;
        for (var index = document.Node(element).FirstAttribute; index > 0; index = document.NextAttribute(index))
        {
            Add(index);
        }
    }

    public int Element { get; }

    public int Count => _attributes.Count - _start;

    /// <summary>The last attribute; there is one.</summary>
    public int Last => _attributes[^1];

    /// <summary>The attribute at a position from 0; 0 when there is no such position.</summary>
    public int this[int position] => position < Count ? _attributes[_start + position] : 0;

    /// <summary>The attribute at a position among those that declare namespaces; 0 when there is no such position.</summary>
    public int DeclarationAt(int position) => position < _declarations.Count ? _declarations[position] : 0;

    /// <summary>The first attribute with a qualified name's number; 0 when there is none.</summary>
    public int Find(int qualified) => _byQualified.GetValueOrDefault(qualified);

    /// <summary>The first attribute with a namespace's and a local part's numbers; 0 when there is none.</summary>
    public int Find(int uri, int local) => _byExpanded.GetValueOrDefault((uri, local));

    /// <summary>Whether it is known that an attribute is one of these.</summary>
    public bool Holds(int attribute) => Find(NameOf(attribute).Qualified) == attribute;

    /// <summary>An attribute was added after the others.</summary>
    public void Add(int attribute)
    {
        ref readonly var name = ref NameOf(attribute);
        _attributes.Add(attribute);
        _byQualified.TryAdd(name.Qualified, attribute);
        _byExpanded.TryAdd((name.Namespace, name.Local), attribute);
        if (name.Namespace == XmlNames.XmlnsNamespace)
        {
            _declarations.Add(attribute);
        }
    }

    /// <summary>The attribute before the last one; 0 for any other, or where there is none.</summary>
    public int BeforeLast(int attribute) => Count > 1 && Last == attribute ? _attributes[^2] : 0;

    /// <summary>An attribute is removed.</summary>
    /// <returns>False when the index is useless from now on: what is neither first nor last, declares a namespace, or is not alone with its name, is too much to move.</returns>
    public bool TryRemove(int attribute)
    {
        ref readonly var name = ref NameOf(attribute);
        var areNamesDistinct = _byQualified.Count == Count && _byExpanded.Count == Count;
        if (!areNamesDistinct || name.Namespace == XmlNames.XmlnsNamespace || (this[0] != attribute && Last != attribute))
        {
            return false;
        }

        _byQualified.Remove(name.Qualified);
        _byExpanded.Remove((name.Namespace, name.Local));
        if (this[0] == attribute)
        {
            _start++;
        }
        else
        {
            CollectionsMarshal.SetCount(_attributes, _attributes.Count - 1);
        }

        return true;
    }

    private ref readonly NameRow NameOf(int attribute) => ref _document.Names[_document.Attribute(attribute).Name];
}
