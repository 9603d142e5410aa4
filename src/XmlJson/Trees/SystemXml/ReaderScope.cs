using System.Xml;

namespace XmlJson.Trees.SystemXml;

/// <summary>What holds for an element and all in it: the namespaces, <c>xml:lang</c> and <c>xml:space</c>.</summary>
internal sealed class ReaderScope(XmlNameTable names)
{
    private readonly Stack<(int Depth, string Language, XmlSpace Space)> _outer = [];
    private int _depth;

    /// <summary>The declarations in force.</summary>
    public XmlNamespaceManager Namespaces { get; } = new(names);

    /// <summary>The language; empty when none is said.</summary>
    public string Language { get; private set; } = "";

    /// <summary>How white space is to be taken.</summary>
    public XmlSpace Space { get; private set; }

    /// <summary>An element begins.</summary>
    public void Push()
    {
        Namespaces.PushScope();
        _depth++;
    }

    /// <summary>The element that began last ends.</summary>
    public void Pop()
    {
        Namespaces.PopScope();
        if (_outer.TryPeek(out var outer) && outer.Depth == _depth)
        {
            (_, Language, Space) = _outer.Pop();
        }

        _depth--;
    }

    /// <summary>Takes note of an attribute of the element that began last, if it says anything for what is in it.</summary>
    public void Note(AtomizedName name, string value)
    {
        if (name.NamespaceUri == XmlNames.XmlnsUri)
        {
            Namespaces.AddNamespace(name.Prefix.Length == 0 ? "" : name.Local, value);
        }
        else if (name.Local == "lang")
        {
            Save();
            Language = value;
        }
        else if (name.Local == "space")
        {
            Save();
            Space = value switch
            {
                "preserve" => XmlSpace.Preserve,
                "default" => XmlSpace.Default,
                _ => Space,
            };
        }
    }

    private void Save()
    {
        if (!_outer.TryPeek(out var outer) || outer.Depth != _depth)
        {
            _outer.Push((_depth, Language, Space));
        }
    }
}
