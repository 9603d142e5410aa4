namespace XmlJson.Mapping.Lossless;

/// <summary>An open element, or the document, while <see cref="LosslessMapper"/> reads it.</summary>
internal struct OpenContent
{
    public Content Content;

    /// <summary>Whether its brace was written: it has attributes, or content that is no text.</summary>
    public bool IsObject;

    /// <summary>Whether its last member's array was begun.</summary>
    public bool IsInArray;

    /// <summary>The token held for the start of its last member's array, or -1 when that is decided.</summary>
    public long Held;

    /// <summary>The size of the document before its last member's value.</summary>
    public long ValueStart;

    /// <summary>The keys of its members.</summary>
    public SeenMark Seen;
}
