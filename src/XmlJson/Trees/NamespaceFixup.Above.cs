namespace XmlJson.Trees;

// What a part takes over from the elements above it.
internal sealed partial class NamespaceFixup
{
    // The prefix of a type's name (XML Schema Structures §2.6.1), where it is declared above the part.
    private void FixType(ReadOnlySpan<byte> type)
    {
        type = type.Trim(" \n\t\r"u8);
        var prefix = type.IndexOf((byte)':') is > 0 and var colon ? Names.Names.Find(type[..colon]) : Unbound;
        if (prefix >= 0 && BoundTo(prefix) is Unbound or XmlNames.NoNamespace && NamespaceAbove(prefix) is > XmlNames.NoNamespace and var uri)
        {
            Declare(prefix, uri);
            Pin(prefix);
        }
    }

    private int NamespaceAbove(int prefix)
    {
        if (_above.TryGetValue(prefix, out var known))
        {
            return known;
        }

        var uri = XmlNames.NoNamespace;
        for (var row = _document.Node(_top).Parent; row != Document.NoParent && uri == XmlNames.NoNamespace; row = _document.Node(row).Parent)
        {
            for (var index = _document.Node(row).FirstAttribute; index > 0; index = _document.Attribute(index).Next)
            {
                ref readonly var name = ref Names[_document.Attribute(index).Name];
                if (IsDeclaration(in name) && name.DeclaredPrefix == prefix)
                {
                    uri = Names.Names.FindUri(_document.ValueOf(index));
                }
            }
        }

        return _above[prefix] = uri;
    }

    // Whether the part's own element says nothing of white space, and the nearest above that does preserves it (XML 1.0 §2.10).
    private bool PreservesSpaceAbove()
    {
        var space = Names.Names.Find("xml:space"u8);
        for (var row = _top; space >= 0 && row != Document.NoParent && _document.Node(row).Kind == NodeKind.Element; row = _document.Node(row).Parent)
        {
            for (var index = _document.Node(row).FirstAttribute; index > 0; index = _document.Attribute(index).Next)
            {
                if (Names[_document.Attribute(index).Name].Qualified == space)
                {
                    return row != _top && _document.ValueOf(index).SequenceEqual("preserve"u8);
                }
            }
        }

        return false;
    }
}
