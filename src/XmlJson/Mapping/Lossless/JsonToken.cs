namespace XmlJson.Mapping.Lossless;

/// <summary>One token on a <see cref="JsonTape"/>.</summary>
internal struct JsonToken
{
    public JsonTokenKind Kind;

    /// <summary>The number of a key.</summary>
    public int Key;

    public int TextStart;
    public int TextLength;
}
