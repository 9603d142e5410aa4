namespace XmlJson;

/// <summary>Receives the declarations of a document type definition: SAX2's <c>DTDHandler</c> and <c>DeclHandler</c>, with the comments and processing instructions between them.</summary>
/// <remarks>
/// <para>Called after <see cref="IContentHandler.DocumentType"/> and before the root element, in document order, the internal subset first. Only binding declarations are
/// reported: not the second one of an entity or attribute, and none that must not be processed (XML 1.0 §5.1).</para>
/// <para>All spans hold UTF-8 and are <b>valid only during the call</b>. As in SAX, the name of a parameter entity begins with <c>%</c>.</para>
/// </remarks>
public interface IDeclarationHandler
{
    /// <summary>An element type declaration (XML 1.0 §3.2).</summary>
    /// <param name="name">The element's name, qualified as written.</param>
    /// <param name="contentModel"><c>EMPTY</c>, <c>ANY</c>, or the model with parameter entities replaced and without white space: <c>(head,(p|list)*)</c>.</param>
    void ElementDeclaration(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> contentModel);

    /// <summary>One attribute of an attribute-list declaration (XML 1.0 §3.3).</summary>
    /// <param name="declaration">The attribute, its type and its default.</param>
    void AttributeDeclaration(scoped in AttributeDeclaration declaration);

    /// <summary>A declaration of an internal entity (XML 1.0 §4.2.1).</summary>
    /// <param name="name">Its name; <c>%</c> and the name for a parameter entity.</param>
    /// <param name="value">Its replacement text (XML 1.0 §4.5).</param>
    void InternalEntityDeclaration(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value);

    /// <summary>A declaration of an external parsed entity (XML 1.0 §4.2.2).</summary>
    /// <param name="name">Its name; <c>%</c> and the name for a parameter entity.</param>
    /// <param name="identifier">Where it is.</param>
    void ExternalEntityDeclaration(scoped ReadOnlySpan<byte> name, scoped in ExternalIdentifier identifier);

    /// <summary>A declaration of an unparsed entity (XML 1.0 §4.2.2 [76]).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="identifier">Where it is.</param>
    /// <param name="notation">The name of its notation.</param>
    void UnparsedEntityDeclaration(scoped ReadOnlySpan<byte> name, scoped in ExternalIdentifier identifier, scoped ReadOnlySpan<byte> notation);

    /// <summary>A notation declaration (XML 1.0 §4.7).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="identifier">Its identifier; it may be a public one alone.</param>
    void NotationDeclaration(scoped ReadOnlySpan<byte> name, scoped in ExternalIdentifier identifier);

    /// <summary>A comment between declarations, with line ends normalized.</summary>
    /// <param name="text">What stands between <c>&lt;!--</c> and <c>--&gt;</c>.</param>
    void Comment(scoped ReadOnlySpan<byte> text);

    /// <summary>A processing instruction between declarations.</summary>
    /// <param name="target">Its target.</param>
    /// <param name="data">What follows the white space after the target, with line ends normalized; empty when there is none.</param>
    void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data);

    /// <summary>A part of the definition was not read: from here on entity and attribute-list declarations count only in a standalone document (XML 1.0 §5.1).</summary>
    /// <param name="name"><c>%</c> and a parameter entity's name, or <c>[dtd]</c> for the external subset.</param>
    void SkippedEntity(scoped ReadOnlySpan<byte> name);
}
