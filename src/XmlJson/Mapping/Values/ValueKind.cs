namespace XmlJson.Mapping.Values;

/// <summary>The kinds of JSON value, and so the elements of a <see cref="Vocabulary"/>, by the number of their names in <see cref="VocabularyNames"/>.</summary>
internal enum ValueKind : byte
{
    Map,
    Array,
    String,
    Number,
    Boolean,
    Null,
}
