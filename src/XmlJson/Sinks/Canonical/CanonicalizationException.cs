namespace XmlJson;

/// <summary>A document is well-formed, but has no canonical form.</summary>
/// <remarks><see cref="Exception.HelpLink"/> leads to what the code means and what to do.</remarks>
public sealed class CanonicalizationException : FormatException
{
    /// <summary>Makes an error: the message is the description with the place behind it, and the help link that of the code.</summary>
    /// <param name="code">Its cause.</param>
    /// <param name="description">What is wrong here, as a sentence; the place is added.</param>
    /// <param name="position">Where in the input.</param>
    /// <param name="elementPath">The elements that are open there, as <c>/catalog/book</c>.</param>
    public CanonicalizationException(CanonicalizationErrorCode code, string description, TextPosition position, string elementPath)
        : base(description)
    {
        Code = code;
        HelpLink = ErrorPage.AddressOf("canonical", code);
        Description = description;
        Position = position;
        ElementPath = elementPath;
    }

    /// <summary>The cause as a stable value to compare; docs/errors.md has an example of each and what to do.</summary>
    public CanonicalizationErrorCode Code { get; }

    /// <summary>What is wrong, without the place: for those who show the place in another way.</summary>
    public string Description { get; }

    /// <summary>The place in the input, as far as the source knows it.</summary>
    public TextPosition Position { get; }

    /// <summary>The elements that are open there, from the root, as <c>/catalog/book</c>.</summary>
    public string ElementPath { get; }

    /// <summary>What is wrong and where: <c>… (line 3, column 7, in /catalog/book)</c>.</summary>
    public override string Message => Position.Mark(Description, ElementPath);
}
