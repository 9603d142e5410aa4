namespace XmlJson.Mapping.Values;

/// <summary>An open element while <see cref="ValueMapper"/> reads it.</summary>
internal struct OpenValue
{
    public ValueKind Kind;

    /// <summary>Whether its text is an escaped one.</summary>
    public bool IsEscaped;

    /// <summary>The keys of a map.</summary>
    public SeenMark Seen;
}
