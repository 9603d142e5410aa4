namespace XmlJson.Trees;

/// <summary>An open element above the records.</summary>
/// <param name="State">Its state in the <see cref="ElementPathMatcher"/>.</param>
/// <param name="Row">Its row.</param>
/// <param name="Before">What the document held before it.</param>
internal readonly record struct Ancestor(int State, int Row, DocumentExtent Before);
