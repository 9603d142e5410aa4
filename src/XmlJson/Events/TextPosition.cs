namespace XmlJson;

/// <summary>A place in an input document.</summary>
/// <param name="Line">The line, from 1. A line ends with a line feed, a carriage return, or both together (XML 1.0 §2.11). 0 where the source has no lines.</param>
/// <param name="Column">The column, from 1, in characters (Unicode code points); a tab counts as one. 0 where the source has no lines.</param>
/// <param name="ByteOffset">The number of bytes before this place, from 0, in the input as it was given; -1 where the source does not know it.</param>
public readonly record struct TextPosition(long Line, long Column, long ByteOffset)
{
    /// <summary>The place of something that has none, such as a tree that was built by hand.</summary>
    public static TextPosition Unknown => new(0, 0, -1);

    /// <summary>Whether line and column are known.</summary>
    public bool IsKnown => Line > 0;

    /// <summary>A sentence with this place behind it: <c>… (line 3, column 7, in /catalog/book)</c>.</summary>
    internal string Mark(string sentence, string elementPath) => IsKnown ? $"{sentence} (line {Line}, column {Column}, in {elementPath})" : $"{sentence} (in {elementPath})";

    /// <inheritdoc/>
    public override string ToString() => IsKnown ? $"{Line}:{Column}" : "?";
}
