namespace XmlJson.Trees;

/// <summary>Bytes that a document holds.</summary>
/// <param name="Start">Where they begin: an index of the document's own memory, or the complement of an offset in the source.</param>
/// <param name="Length">Their number.</param>
internal readonly record struct TextSlice(int Start, int Length);
