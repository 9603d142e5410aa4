namespace XmlJson.Tests.Reading;

/// <summary>One call of an event, text not put together.</summary>
/// <param name="Kind">Which member was called.</param>
/// <param name="Text">The name or text it was given.</param>
/// <param name="Position">Where it began.</param>
internal sealed record RecordedPiece(RecordedPieceKind Kind, byte[] Text, TextPosition Position);
