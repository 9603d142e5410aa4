using XmlJson.Text;

namespace XmlJson;

/// <summary>An open element: all that its end tag and its end event need, so that neither touches the name table.</summary>
//  0                16       20       24      28         32      40
//  | first 16 bytes | Length | NameId | UriId | Bindings | Start |
internal struct ElementFrame
{
    // No end tag is this long, so the usual comparison fails without a question of its own.
    private const int BarrierLength = int.MaxValue / 2;

    /// <summary>Whether this is no element but the beginning of an entity's text, which no end tag in it may cross.</summary>
    public readonly bool IsBarrier => Length == BarrierLength;

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

    /// <summary>Where the start tag begins, in bytes from the start of the document, or of the entity's text; for messages.</summary>
    public long Start;

    /// <summary>A barrier.</summary>
    public static ElementFrame CreateBarrier(int bindings) => new() { Length = BarrierLength, Bindings = bindings };
}
