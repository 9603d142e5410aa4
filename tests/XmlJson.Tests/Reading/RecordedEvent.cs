namespace XmlJson.Tests.Reading;

/// <summary>One event, or one run of text in however many pieces.</summary>
/// <param name="What">The event as a line of text.</param>
/// <param name="Position">Where it began; unknown when nobody asked.</param>
/// <param name="Depth">How many elements were open.</param>
/// <param name="Path">Which ones.</param>
internal sealed record RecordedEvent(string What, TextPosition Position, int Depth, string Path)
{
    public override string ToString() => $"{Position.ByteOffset}@{Position} {Depth} {Path} {What}";
}
