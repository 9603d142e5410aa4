namespace XmlJson.Mapping.XPath31;

/// <summary>The elements of the vocabulary: the kinds of JSON value. Their numbers are those of their names in <see cref="Vocabulary"/>.</summary>
internal enum ValueKind : byte
{
    Map,
    Array,
    String,
    Number,
    Boolean,
    Null,
}
