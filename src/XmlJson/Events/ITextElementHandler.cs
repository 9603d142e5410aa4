namespace XmlJson;

/// <summary>A handler that takes an element that holds nothing but a text in one event instead of three. It asks for no place and never stops a source.</summary>
internal interface ITextElementHandler
{
    /// <summary>Takes an element without attributes.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">Its text, not empty. <see cref="Text.MarkedBytes.Padding"/> bytes behind the last are readable.</param>
    void TextElement(scoped in XmlName name, scoped ReadOnlySpan<byte> text);
}
