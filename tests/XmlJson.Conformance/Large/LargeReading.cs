namespace XmlJson.Conformance.Large;

/// <summary>What became of a large document.</summary>
/// <param name="Answer">What was said of it.</param>
/// <param name="TextBytes">How much text came out.</param>
/// <param name="Allocated">How many bytes were allocated.</param>
internal readonly record struct LargeReading(Answer Answer, long TextBytes, long Allocated);
