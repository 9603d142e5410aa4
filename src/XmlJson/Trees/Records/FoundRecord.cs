namespace XmlJson.Trees;

/// <summary>A record that was read, or could not be.</summary>
internal struct FoundRecord
{
    /// <summary>Its element's row.</summary>
    public int Row;

    /// <summary>How many ancestors it has.</summary>
    public int Depth;

    /// <summary>How many came before it.</summary>
    public long Index;

    /// <summary>Where it begins.</summary>
    public TextPosition Position;

    /// <summary>The offset of the first byte behind it.</summary>
    public long End;

    /// <summary>Why it could not be read.</summary>
    public XmlSyntaxException? Error;
}
