using System.Xml;

namespace XmlJson;

/// <summary>A document was refused: it is not well-formed, or it reaches a limit.</summary>
/// <remarks>It is an <see cref="XmlException"/>, so code that catches that one goes on working. <see cref="Exception.HelpLink"/> leads to what the code means and what to do.</remarks>
public sealed class XmlSyntaxException : XmlException
{
    /// <summary>Makes an error for a source of events: the message is the description with the place behind it, and the help link that of the code.</summary>
    /// <param name="code">Its cause.</param>
    /// <param name="description">What is wrong here, as a sentence; line, column and path are added.</param>
    /// <param name="position">Where the fault is.</param>
    /// <param name="elementPath">The elements that are open there, as <c>/catalog/book</c>.</param>
    /// <param name="innerException">What caused it, if something did.</param>
    public XmlSyntaxException(XmlErrorCode code, string description, TextPosition position, string elementPath, Exception? innerException = null)
        : base(description, innerException, (int)Math.Min(position.Line, int.MaxValue), (int)Math.Min(position.Column, int.MaxValue))
    {
        Code = code;
        HelpLink = ErrorPage.AddressOf("xml", code);
        Description = description;
        Position = position;
        ElementPath = elementPath;
    }

    /// <summary>The cause as a stable value to compare; docs/errors.md has an example of each and what to do.</summary>
    public XmlErrorCode Code { get; }

    /// <summary>What is wrong, without the place: for those who show the place in another way.</summary>
    public string Description { get; }

    /// <summary>Where the fault is; the same as <see cref="XmlException.LineNumber"/> and <see cref="XmlException.LinePosition"/>, with the byte offset.</summary>
    public TextPosition Position { get; }

    /// <summary>The elements that are open at the fault, from the root, as <c>/catalog/book</c>; <c>/</c> outside the root element.</summary>
    public string ElementPath { get; }

    /// <summary>What is wrong and where: <c>… (line 3, column 7, in /catalog/book)</c>.</summary>
    public override string Message => Position.Mark(Description, ElementPath);
}
