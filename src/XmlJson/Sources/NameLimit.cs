namespace XmlJson;

/// <summary>How many names a document may add to a table.</summary>
/// <param name="Most">The option's value.</param>
/// <param name="Known">What the documents before have brought in, which does not count.</param>
internal readonly record struct NameLimit(int Most, int Known)
{
    /// <summary>The message when it is reached.</summary>
    public string Exceeded => $"The document has more different names than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxNames)} allows ({Most}).";

    /// <summary>Whether no further name may be stored.</summary>
    public bool IsReached(XmlNames names) => names.Total - Known >= Most;
}
