using XmlJson.Text;

namespace XmlJson;

/// <summary>An open element: all that its end tag and its end event need, so that neither touches the name table.</summary>
//  0               16       20       24       28         32
//  | first 16 bytes | Length | NameId | UriId  | Bindings |
internal struct ElementFrame
{
    /// <summary>The name's first bytes, to compare the end tag with.</summary>
    public NameHead Head;

    /// <summary>The name's length in bytes.</summary>
    public int Length;

    /// <summary>The name's number.</summary>
    public int NameId;

    /// <summary>The namespace's number.</summary>
    public int UriId;

    /// <summary>How many namespace declarations were in force outside the element.</summary>
    public int Bindings;
}
