namespace XmlJson.Mapping;

/// <summary>The input is well-formed, but it cannot be expressed under the convention, or it reaches a limit.</summary>
/// <remarks><see cref="Exception.HelpLink"/> leads to what the code means and what to do.</remarks>
public sealed class MappingException : FormatException
{
    /// <summary>Makes an error for a convention's input: the message is the description with the place behind it, and the help link that of the code.</summary>
    /// <param name="code">Its cause.</param>
    /// <param name="description">What is wrong here, as a sentence; the place is added.</param>
    /// <param name="position">Where in the input.</param>
    /// <param name="path">Where in the input's structure: see <see cref="Path"/>.</param>
    /// <param name="innerException">What caused it, if something did.</param>
    public MappingException(MappingErrorCode code, string description, TextPosition position, string path, Exception? innerException = null)
        : base(description, innerException)
    {
        Code = code;
        HelpLink = ErrorPage.AddressOf("mapping", code);
        Description = description;
        Position = position;
        Path = path;
    }

    /// <summary>The cause as a stable value to compare; docs/errors.md has an example of each and what to do.</summary>
    public MappingErrorCode Code { get; }

    /// <summary>What is wrong, without the place.</summary>
    public string Description { get; }

    /// <summary>The place in the input, as far as the source knows it.</summary>
    public TextPosition Position { get; }

    /// <summary>
    /// In JSON input a JSON Pointer (RFC 6901), <c>/catalog/book/0/@id</c> (empty for the whole); in XML input the open elements, <c>/catalog/book</c>. Also the open elements where JSON
    /// has a name, namespace or declaration that XML cannot have: that is seen only when the element is complete.
    /// </summary>
    public string Path { get; }

    /// <summary>What is wrong and where: <c>… (line 3, column 7, at /catalog/book)</c>.</summary>
    public override string Message => (Position.IsKnown, Position.ByteOffset) switch
    {
        (true, _) => $"{Description} (line {Position.Line}, column {Position.Column}, at '{Path}')",
        (false, >= 0) => $"{Description} (byte {Position.ByteOffset}, at '{Path}')",
        _ => $"{Description} (at '{Path}')",
    };
}
