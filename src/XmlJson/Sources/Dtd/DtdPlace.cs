using XmlJson.Text;

namespace XmlJson;

/// <summary>A place in a document type definition or in a value that holds entity references. Cheap to make; lines are counted when asked for.</summary>
/// <param name="DocumentOffset">The place in the document, in the coordinates of whoever started reading: where it is, or the reference that led to <paramref name="Entity"/>.</param>
/// <param name="Entity">The entity that the place is in; <see langword="null"/> in the document itself.</param>
/// <param name="EntityOffset">The offset in the entity's text.</param>
internal readonly record struct DtdPlace(int DocumentOffset, EntityDeclaration? Entity, int EntityOffset)
{
    /// <summary>The place some bytes further on in the same text.</summary>
    public DtdPlace Advance(int bytes) => Entity is null
        ? this with { DocumentOffset = DocumentOffset + bytes }
        : this with { EntityOffset = EntityOffset + bytes };

    /// <summary>The line and column in the entity, from 1; columns in characters. Unknown outside entities and where the entity was not read.</summary>
    public TextPosition PositionInEntity()
    {
        if (Entity is not { HasText: true })
        {
            return TextPosition.Unknown;
        }

        var before = Entity.Bytes.AsSpan(0, Math.Min(Entity.Start + EntityOffset, Entity.Bytes.Length));
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return new TextPosition(before.Count((byte)'\n') + 1, Utf8Text.CountCharacters(line) + 1, before.Length);
    }

    /// <summary>For messages: nothing in the document itself, else a sentence with a space before it: <c>In the entity '%x' (http://example.org/x.ent, line 3, column 7).</c></summary>
    public string Describe()
    {
        if (Entity is null)
        {
            return "";
        }

        var position = PositionInEntity();
        var uri = Entity.Uri is null ? "" : $"{Entity.Uri}, ";
        var where = position.IsKnown ? $" ({uri}line {position.Line}, column {position.Column})" : "";
        return Entity.IsExternalSubset ? $" In the external subset{where}." : $" In the entity '{Entity.DisplayName}'{where}.";
    }
}
