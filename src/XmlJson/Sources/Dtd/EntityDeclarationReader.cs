using System.Text;
using XmlJson.Text;

namespace XmlJson;

/// <summary>Reads entity declarations (XML 1.0 §4.2).</summary>
internal sealed class EntityDeclarationReader(DtdInput input, DtdDeclarations declarations, DtdSettings settings)
{
    private readonly EntityValueReader _values = new(input);

    /// <summary>Reads a declaration whose <c>&lt;!ENTITY</c> was passed.</summary>
    /// <param name="isInDocument">Whether it begins in the internal subset itself.</param>
    /// <param name="baseUri">What a system identifier in it is relative to.</param>
    // [70] EntityDecl ::= GEDecl | PEDecl
    // [71] GEDecl ::= '<!ENTITY' S Name S EntityDef S? '>'
    // [72] PEDecl ::= '<!ENTITY' S '%' S Name S PEDef S? '>'
    public void Read(bool isInDocument, string? baseUri)
    {
        input.RequireWhiteSpace("'<!ENTITY'");
        var isParameter = input.TryTake((byte)'%');
        if (isParameter)
        {
            input.RequireWhiteSpace("'%'");
        }

        var start = input.PlaceAt(input.Offset);
        var name = input.ReadUnprefixedName("an entity's name").ToArray();
        input.DeclaredParameter = isParameter ? name : null;
        input.RequireWhiteSpace("an entity's name");
        if (input.IsAtQuote)
        {
            var text = _values.Read();
            input.RequireEnd(XmlErrorCode.InvalidEntityDeclaration);
            if (text is not null)
            {
                AddInternal(name, isParameter, text, isInDocument, start);
            }
        }
        else
        {
            ReadExternal(name, isParameter, isInDocument, baseUri, start);
        }

        input.DeclaredParameter = null;
    }

    // [73] EntityDef ::= EntityValue | (ExternalID NDataDecl?)
    // [74] PEDef ::= EntityValue | ExternalID
    private void ReadExternal(byte[] name, bool isParameter, bool isInDocument, string? baseUri, DtdPlace start)
    {
        if (!input.IsAtKeyword("SYSTEM"u8) && !input.IsAtKeyword("PUBLIC"u8))
        {
            throw input.Unexpected(XmlErrorCode.InvalidEntityDeclaration, "a value in quotation marks, 'SYSTEM' or 'PUBLIC'");
        }

        var identifier = ExternalIdReader.Read(input, baseUri);
        var notation = ReadNotation(isParameter);
        input.RequireEnd(XmlErrorCode.InvalidEntityDeclaration);
        var entity = new EntityDeclaration(name, isParameter)
        {
            PublicId = identifier.HasPublicId ? Spaces.NormalizePublicId(identifier.PublicId) : null,
            SystemId = identifier.SystemId.ToArray(),
            BaseUri = baseUri,
            Notation = notation,
            IsDeclaredInDocument = isInDocument,
        };
        CheckPredefined(entity, start);
        if (!declarations.IsProcessing || !declarations.TryAdd(entity) || settings.Handler is not { } handler)
        {
            return;
        }

        if (entity.PublicId is not null)
        {
            identifier = identifier with { PublicId = entity.PublicId };
        }

        if (notation is null)
        {
            handler.ExternalEntityDeclaration(SaxName(entity), in identifier);
        }
        else
        {
            handler.UnparsedEntityDeclaration(entity.Name, in identifier, notation);
        }
    }

    // [76] NDataDecl ::= S 'NDATA' S Name
    private byte[]? ReadNotation(bool isParameter)
    {
        var space = input.SkipWhiteSpace();
        if (!input.IsAtKeyword("NDATA"u8))
        {
            return null;
        }

        if (!space)
        {
            throw input.Unexpected(XmlErrorCode.ExpectedWhiteSpace, "white space after a system identifier");
        }

        if (isParameter)
        {
            throw input.Error(XmlErrorCode.InvalidEntityDeclaration, "A parameter entity is always parsed: it may have no 'NDATA'.");
        }

        input.Advance("NDATA".Length);
        input.RequireWhiteSpace("'NDATA'");
        return input.ReadUnprefixedName("a notation's name").ToArray();
    }

    private void AddInternal(byte[] name, bool isParameter, byte[] text, bool isInDocument, DtdPlace start)
    {
        var entity = new EntityDeclaration(name, isParameter) { IsDeclaredInDocument = isInDocument };
        entity.SetText(text);
        CheckPredefined(entity, start);
        if (declarations.IsProcessing && declarations.TryAdd(entity))
        {
            settings.Handler?.InternalEntityDeclaration(SaxName(entity), text);
        }
    }

    // §4.6: '<' and '&' must be declared by a reference to a reference, so that they are data where they are used; the others may be declared plainly.
    private void CheckPredefined(EntityDeclaration entity, DtdPlace start)
    {
        if (entity.IsParameter)
        {
            return;
        }

        var character = Encoding.UTF8.GetString(entity.Name) switch
        {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "apos" => '\'',
            "quot" => '"',
            _ => '\0',
        };
        if (character != '\0' && (entity.IsExternal || !entity.StandsFor(character, mayBeLiteral: character is not ('<' or '&'))))
        {
            throw input.Create(
                XmlErrorCode.InvalidPredefinedEntity,
                $"The entity '{entity.DisplayName}' may be declared only as what it always is: \"&#38;#{(int)character};\".",
                start);
        }
    }

    private static byte[] SaxName(EntityDeclaration entity) => entity.IsParameter ? [(byte)'%', .. entity.Name] : entity.Name;
}
