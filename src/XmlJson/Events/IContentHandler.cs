namespace XmlJson;

/// <summary>
/// Receives a document as a stream of events, in document order: SAX2's <c>ContentHandler</c> together with the <c>LexicalHandler</c>
/// events that a faithful copy needs.
/// </summary>
/// <remarks>
/// <para>Every source calls <see cref="StartDocument"/> first and <see cref="EndDocument"/> last; between them elements nest properly. When the
/// input turns out not to be well-formed the source throws and no further event follows, not even <see cref="EndDocument"/>.</para>
/// <para>All spans hold UTF-8 and are <b>valid only during the call</b>: copy what is to be kept. The compiler enforces it, since every argument is
/// <c>scoped</c>. An <see cref="XmlName"/> is the exception: a copy of it may be kept.</para>
/// <para>A handler may be a class, a struct or a ref struct. Sources take it as a generic argument by <c>ref</c>, so a struct's calls are inlined and its
/// fields are up to date when the source returns.</para>
/// <para>An exception thrown by a handler passes through the source unchanged and ends the parse.</para>
/// </remarks>
public interface IContentHandler
{
    /// <summary>The document begins. Called exactly once, before all other events.</summary>
    /// <param name="document">What the XML declaration says, and the <see cref="Locator"/> for this parse.</param>
    void StartDocument(scoped DocumentStart document);

    /// <summary>A document type declaration (XML 1.0 §2.8), before the root element; at most once.</summary>
    /// <param name="documentType">Its name, external identifiers and internal subset as written.</param>
    void DocumentType(scoped DocumentTypeDeclaration documentType);

    /// <summary>An element begins. An empty-element tag gives this event and <see cref="EndElement"/>.</summary>
    /// <param name="name">The element's name, with its namespace resolved.</param>
    /// <param name="attributes">The attributes in document order, namespace declarations included.</param>
    void StartElement(scoped in XmlName name, scoped AttributeList attributes);

    /// <summary>The element opened last that is still open ends.</summary>
    /// <param name="name">The same name that <see cref="StartElement"/> was given.</param>
    void EndElement(scoped in XmlName name);

    /// <summary>Character data, with references resolved and line ends normalized (XML 1.0 §2.11).</summary>
    /// <remarks>One run of text may arrive in <b>any number of pieces</b>; a piece never splits a UTF-8 sequence and is never empty. All white space is reported.</remarks>
    /// <param name="text">The next piece.</param>
    /// <param name="kind">Where the text stands.</param>
    void Characters(scoped ReadOnlySpan<byte> text, TextKind kind);

    /// <summary>A CDATA section begins (XML 1.0 §2.7): the <see cref="Characters"/> up to <see cref="EndCData"/> are <see cref="TextKind.CData"/>.</summary>
    void StartCData();

    /// <summary>The open CDATA section ends.</summary>
    void EndCData();

    /// <summary>A comment (XML 1.0 §2.5), whole, with line ends normalized.</summary>
    /// <param name="text">What stands between <c>&lt;!--</c> and <c>--&gt;</c>.</param>
    void Comment(scoped ReadOnlySpan<byte> text);

    /// <summary>A processing instruction (XML 1.0 §2.6), whole. The XML declaration is not one.</summary>
    /// <param name="target">Its target.</param>
    /// <param name="data">What follows the white space after the target, with line ends normalized; empty when there is none.</param>
    void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data);

    /// <summary>A reference to an entity that was not expanded, because its declaration was not read (XML 1.0 §4.1, §5.1).</summary>
    /// <param name="name">The entity's name, without <c>&amp;</c> and <c>;</c>.</param>
    void SkippedEntity(scoped ReadOnlySpan<byte> name);

    /// <summary>The document has ended and was well-formed.</summary>
    void EndDocument();
}
