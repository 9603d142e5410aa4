using System.Buffers;
using System.Text;
using XmlJson.Text;

namespace XmlJson;

/// <summary>Attribute-value normalization, XML 1.0 §3.3.3, of values that may refer to any entity. Entities in entities are kept on a stack of its own. Reusable.</summary>
internal sealed class AttributeValueExpander(DtdDeclarations declarations, ExpansionBudget budget, int maxEntityDepth)
{
    private readonly ArrayBufferWriter<byte> _value = new();
    private Level[] _levels = [];
    private int _depth;
    private IDtdErrors _errors = null!;
    private DtdPlace _origin;
    private int _rootOffset;

    /// <summary>The first reference of the last value that was left out because nothing declares its entity.</summary>
    public UndeclaredReference? Undeclared { get; private set; }

    /// <summary>Normalizes the value of an attribute in a start tag.</summary>
    /// <param name="raw">The value between its quotes, in valid UTF-8 with allowed characters only.</param>
    /// <param name="type">The declared type.</param>
    /// <param name="errors">Makes errors.</param>
    /// <param name="place">Where <paramref name="raw"/> begins.</param>
    /// <returns>The value; valid until the next one is expanded.</returns>
    /// <exception cref="XmlSyntaxException">A reference is malformed or leads to something that may not be in an attribute value, or a limit is reached.</exception>
    public ReadOnlySpan<byte> Expand(ReadOnlySpan<byte> raw, AttributeType type, IDtdErrors errors, in DtdPlace place)
    {
        var value = Expand(raw, type, errors, in place, checkHidden: true);
        return declarations.UndeclaredIsError && Undeclared is { } missing ? throw UndeclaredError(missing, errors) : value;
    }

    /// <summary>As the other overload, for a declared default value: an undeclared entity is left out and <see cref="Undeclared"/> tells of it.</summary>
    /// <param name="raw">The value between its quotes.</param>
    /// <param name="type">The declared type.</param>
    /// <param name="errors">Makes errors.</param>
    /// <param name="place">Where <paramref name="raw"/> begins.</param>
    /// <param name="checkHidden">Whether the value stands in the document, where a standalone one may not refer to outside declarations.</param>
    public ReadOnlySpan<byte> Expand(ReadOnlySpan<byte> raw, AttributeType type, IDtdErrors errors, in DtdPlace place, bool checkHidden)
    {
        _value.ResetWrittenCount();
        CloseAll();
        _errors = errors;
        _origin = place;
        _rootOffset = 0;
        Undeclared = null;
        scoped var text = raw;
        var offset = 0;
        while (true)
        {
            offset += AppendPlain(text[offset..], hasLineEnds: _depth == 0 && place.Entity is null);
            if (offset < text.Length)
            {
                if (text[offset] == '<')
                {
                    throw Error(XmlErrorCode.LessThanInAttribute, "'<' may not stand in an attribute value, nor in an entity that is used in one; it is written '&lt;'.", offset);
                }

                if (GeneralReference.Read(text[offset..], out var reference) is { } fault)
                {
                    throw Error(fault.Code, fault.Description, offset);
                }

                var start = offset;
                offset += reference.Length;
                if (reference.Kind == ReferenceKind.Character)
                {
                    AppendCharacter(reference.Character);
                }
                else if (Find(reference.Name, start, checkHidden) is { } entity)
                {
                    Enter(entity, start, offset);
                    text = entity.Text.Span;
                    offset = 0;
                }
            }
            else if (_depth == 0)
            {
                break;
            }
            else
            {
                ref var left = ref _levels[--_depth];
                left.Entity.IsOpen = false;
                offset = left.ReturnOffset;
                text = _depth == 0 ? raw : _levels[_depth - 1].Entity.Text.Span;
            }
        }

        var written = _value.WrittenSpan;
        return type == AttributeType.CData ? written : Collapsed(written.Length);
    }

    /// <summary>The error for a reference that nothing declares, where that is one.</summary>
    public static XmlSyntaxException UndeclaredError(UndeclaredReference missing, IDtdErrors errors) =>
        errors.Create(XmlErrorCode.UndeclaredEntity, $"The entity '{missing.Name}' is not declared.", missing.Place);

    // Copies up to the next '&' or '<', white space as spaces. In an entity line ends are normalized already: a carriage return there was a character reference.
    private int AppendPlain(ReadOnlySpan<byte> text, bool hasLineEnds)
    {
        var i = 0;
        while (true)
        {
            var plain = text[i..].IndexOfAny("&<\r\n\t"u8);
            plain = plain < 0 ? text.Length - i : plain;
            _value.Write(text.Slice(i, plain));
            i += plain;
            if (i == text.Length || text[i] is (byte)'&' or (byte)'<')
            {
                return i;
            }

            _value.Write(" "u8);
            i += hasLineEnds && text[i..].StartsWith("\r\n"u8) ? 2 : 1;
        }
    }

    private void AppendCharacter(Rune character)
    {
        Span<byte> utf8 = stackalloc byte[Reference.MaxLength];
        _value.Write(utf8[..character.EncodeToUtf8(utf8)]);
    }

    private EntityDeclaration? Find(ReadOnlySpan<byte> name, int offset, bool checkHidden)
    {
        var entity = declarations.FindEntity(name);
        if (entity is null)
        {
            Undeclared ??= new UndeclaredReference(Encoding.UTF8.GetString(name), PlaceAt(offset), _depth == 0);
            return null;
        }

        if (checkHidden && declarations.IsHidden(entity))
        {
            throw Error(XmlErrorCode.UndeclaredEntity, $"The entity '{entity.DisplayName}' is declared outside of a document that says standalone='yes'.", offset);
        }

        return entity switch
        {
            { IsUnparsed: true } => throw Error(XmlErrorCode.UnparsedEntityReference, $"The entity '{entity.DisplayName}' is unparsed: only an attribute of type ENTITY may name it.", offset),
            { IsExternal: true } => throw Error(XmlErrorCode.ExternalEntityInAttribute, $"The entity '{entity.DisplayName}' is external, and an attribute value may not refer to such.", offset),
            { IsOpen: true } => throw Error(XmlErrorCode.RecursiveEntity, $"The entity '{entity.DisplayName}' refers to itself.", offset),
            _ => entity,
        };
    }

    private void Enter(EntityDeclaration entity, int offset, int returnOffset)
    {
        if (_depth >= maxEntityDepth)
        {
            throw Error(XmlErrorCode.EntityDepthLimit, $"More entities are open inside one another than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxEntityDepth)} allows ({maxEntityDepth}).", offset);
        }

        if (!budget.TryCharge(entity.Text.Length))
        {
            throw Error(XmlErrorCode.EntityExpansionLimit, ExpansionBudget.Exceeded, offset);
        }

        if (_depth == 0)
        {
            _rootOffset = offset;
        }

        if (_depth == _levels.Length)
        {
            Array.Resize(ref _levels, Math.Max(4, _depth * 2));
        }

        entity.IsOpen = true;
        _levels[_depth++] = new Level(entity, returnOffset);
    }

    private ReadOnlySpan<byte> Collapsed(int length)
    {
        // The written bytes are this object's own: what is behind the count is free to change.
        _value.ResetWrittenCount();
        var value = _value.GetSpan(length)[..length];
        return value[..Spaces.Collapse(value)];
    }

    // What an error left open.
    private void CloseAll()
    {
        while (_depth > 0)
        {
            _levels[--_depth].Entity.IsOpen = false;
        }
    }

    private XmlSyntaxException Error(XmlErrorCode code, string description, int offset) => _errors.Create(code, description, PlaceAt(offset));

    private DtdPlace PlaceAt(int offset)
    {
        if (_depth == 0)
        {
            return _origin.Advance(offset);
        }

        var root = _origin.Advance(_rootOffset);
        return new DtdPlace(root.DocumentOffset, _levels[_depth - 1].Entity, offset);
    }

    private readonly record struct Level(EntityDeclaration Entity, int ReturnOffset);
}
