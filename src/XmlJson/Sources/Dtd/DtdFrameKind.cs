namespace XmlJson;

/// <summary>Why a text is being read, which says what its end means.</summary>
internal enum DtdFrameKind : byte
{
    /// <summary>The internal or the external subset.</summary>
    Subset,

    /// <summary>A parameter entity between declarations: it holds whole ones (XML 1.0 §2.8, WFC: PE Between Declarations).</summary>
    Separator,

    /// <summary>A parameter entity within a declaration: its ends count as spaces (§4.4.8).</summary>
    Declaration,

    /// <summary>A parameter entity in an entity value: quotation marks in it are data (§4.4.5).</summary>
    Literal,
}
