namespace XmlJson.Mapping;

/// <summary>A record that a conversion of lines left out, as whoever asked for reports is told of it.</summary>
/// <param name="Index">How many records came before this one, damaged ones included.</param>
/// <param name="Position">Where it begins in the input: an element's start tag, or the first byte of a line.</param>
/// <param name="End">The number of bytes in the input before the first one behind it: behind an end tag, or at a line's end. -1 where <see cref="TextPosition.ByteOffset"/> is.</param>
/// <param name="Error">
/// What is wrong with it: an <see cref="XmlSyntaxException"/> or a <see cref="System.Text.Json.JsonException"/>, or the <see cref="MappingException"/> that the convention refused it with. Its
/// place is that in the whole input.
/// </param>
public readonly record struct DamagedRecord(long Index, TextPosition Position, long End, Exception Error);
