namespace XmlJson;

/// <summary>Is told where the text of entities begins and ends: the <c>startEntity</c> and <c>endEntity</c> of SAX2's <c>LexicalHandler</c>.</summary>
/// <remarks>
/// Set as <see cref="XmlParserOptions.EntityHandler"/>. Reported are the entities that content refers to, parameter entities between declarations, and the external subset; not those in
/// attribute values, in entity values and inside declarations, whose text is part of something larger. The calls nest, among themselves and with the events of elements. An entity that is
/// not read is <see cref="IContentHandler.SkippedEntity"/> instead.
/// </remarks>
public interface IEntityHandler
{
    /// <summary>What follows comes from an entity's text.</summary>
    /// <param name="name">The entity's name; <c>%</c> and the name for a parameter entity, <c>[dtd]</c> for the external subset. UTF-8, valid only during the call.</param>
    void StartEntity(scoped ReadOnlySpan<byte> name);

    /// <summary>The entity's text has ended.</summary>
    /// <param name="name">As for <see cref="StartEntity"/>.</param>
    void EndEntity(scoped ReadOnlySpan<byte> name);
}
