namespace XmlJson.Trees;

/// <summary>One name of a document, as numbers in its <see cref="XmlNames"/>: two rows differ in the qualified name or in the namespace.</summary>
internal struct NameRow(int qualified, int uri, int prefix, int local)
{
    public readonly int Qualified = qualified;
    public readonly int Namespace = uri;
    public readonly int Prefix = prefix;
    public readonly int Local = local;

    /// <summary>The name with its namespace in braces, once it was asked for.</summary>
    public string? Tag;
}
