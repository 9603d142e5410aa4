using System.Buffers;

namespace XmlJson;

/// <summary>Reads attribute-list declarations (XML 1.0 §3.3).</summary>
internal sealed class AttributeListReader(DtdInput input, DtdDeclarations declarations, DtdSettings settings, AttributeValueExpander expander)
{
    private readonly ArrayBufferWriter<byte> _typeText = new();
    private readonly List<DeferredDefault> _deferred = [];

    /// <summary>Reads a declaration whose <c>&lt;!ATTLIST</c> was passed.</summary>
    // [52] AttlistDecl ::= '<!ATTLIST' S Name AttDef* S? '>'
    public void Read()
    {
        input.RequireWhiteSpace("'<!ATTLIST'");
        var elementName = input.ReadQualifiedName("an element's name");
        while (true)
        {
            var space = input.SkipWhiteSpace();
            if (input.TryTake((byte)'>'))
            {
                return;
            }

            if (!space)
            {
                throw input.Unexpected(XmlErrorCode.ExpectedWhiteSpace, "white space or '>' in an attribute-list declaration");
            }

            ReadDefinition(elementName);
        }
    }

    /// <summary>Finishes the default values that refer to entities declared after them: to be called when all was read.</summary>
    public void Finish()
    {
        foreach (var deferred in _deferred)
        {
            var mustBeDeclared = deferred.IsInDocument && declarations.UndeclaredIsError;
            var missing = deferred.Missing;
            if (!mustBeDeclared || !missing.IsDirect)
            {
                deferred.Attribute.Value = Checked(expander.Expand(deferred.Raw, deferred.Attribute.Type, input, deferred.Place, deferred.IsInDocument), deferred.Place);
                missing = expander.Undeclared;
            }

            if (mustBeDeclared && missing is not null)
            {
                throw AttributeValueExpander.UndeclaredError(missing, input);
            }
        }

        _deferred.Clear();
    }

    // [53] AttDef ::= S Name S AttType S DefaultDecl
    private void ReadDefinition(ReadOnlySpan<byte> elementName)
    {
        var name = input.ReadQualifiedName("an attribute's name");
        input.RequireWhiteSpace("an attribute's name");
        var type = ReadType();
        input.RequireWhiteSpace("an attribute's type");
        var kind = ReadDefaultKind();
        var names = declarations.Names;
        var attribute = new AttributeDefinition(input.Intern(names, name), type, kind);
        if (attribute.HasDefault)
        {
            attribute.Value = ReadDefaultValue(attribute);
        }

        if (declarations.IsProcessing && declarations.TryAdd(declarations.GetOrAddElement(input.Intern(names, elementName)), attribute))
        {
            settings.Handler?.AttributeDeclaration(new AttributeDeclaration
            {
                ElementName = elementName,
                Name = name,
                Type = type,
                TypeText = _typeText.WrittenSpan,
                DefaultKind = kind,
                DefaultValue = attribute.Value,
            });
        }
    }

    // [54] AttType ::= StringType | TokenizedType | EnumeratedType
    private AttributeType ReadType()
    {
        _typeText.ResetWrittenCount();
        if (input.IsAt((byte)'('))
        {
            ReadTokens(areNotations: false);
            return AttributeType.Enumeration;
        }

        var start = input.Offset;
        var keyword = input.ReadNameToken("an attribute's type");
        _typeText.Write(keyword);
        AttributeType? type = keyword switch
        {
            _ when keyword.SequenceEqual("CDATA"u8) => AttributeType.CData,
            _ when keyword.SequenceEqual("ID"u8) => AttributeType.Id,
            _ when keyword.SequenceEqual("IDREF"u8) => AttributeType.IdRef,
            _ when keyword.SequenceEqual("IDREFS"u8) => AttributeType.IdRefs,
            _ when keyword.SequenceEqual("ENTITY"u8) => AttributeType.Entity,
            _ when keyword.SequenceEqual("ENTITIES"u8) => AttributeType.Entities,
            _ when keyword.SequenceEqual("NMTOKEN"u8) => AttributeType.NmToken,
            _ when keyword.SequenceEqual("NMTOKENS"u8) => AttributeType.NmTokens,
            _ when keyword.SequenceEqual("NOTATION"u8) => AttributeType.Notation,
            _ => null,
        };
        if (type is null)
        {
            throw input.ErrorAt(XmlErrorCode.InvalidAttributeType, $"'{DtdInput.Show(keyword)}' is no attribute type.", start);
        }

        // [58] NotationType ::= 'NOTATION' S '(' S? Name (S? '|' S? Name)* S? ')'
        if (type == AttributeType.Notation)
        {
            input.RequireWhiteSpace("'NOTATION'");
            _typeText.Write(" "u8);
            ReadTokens(areNotations: true);
        }

        return type.Value;
    }

    // [59] Enumeration ::= '(' S? Nmtoken (S? '|' S? Nmtoken)* S? ')'
    private void ReadTokens(bool areNotations)
    {
        if (!input.TryTake((byte)'('))
        {
            throw input.Unexpected(XmlErrorCode.InvalidAttributeType, "'('");
        }

        _typeText.Write("("u8);
        while (true)
        {
            input.SkipWhiteSpace();
            _typeText.Write(areNotations ? input.ReadUnprefixedName("a notation's name") : input.ReadNameToken("a name token"));
            input.SkipWhiteSpace();
            if (input.TryTake((byte)')'))
            {
                _typeText.Write(")"u8);
                return;
            }

            if (!input.TryTake((byte)'|'))
            {
                throw input.Unexpected(XmlErrorCode.InvalidAttributeType, "'|' or ')' between the values of an attribute's type");
            }

            _typeText.Write("|"u8);
        }
    }

    // [60] DefaultDecl ::= '#REQUIRED' | '#IMPLIED' | (('#FIXED' S)? AttValue)
    private AttributeDefaultKind ReadDefaultKind()
    {
        if (input.IsAtQuote)
        {
            return AttributeDefaultKind.Value;
        }

        if (input.TryTake("#REQUIRED"u8))
        {
            return AttributeDefaultKind.Required;
        }

        if (input.TryTake("#IMPLIED"u8))
        {
            return AttributeDefaultKind.Implied;
        }

        if (!input.TryTake("#FIXED"u8))
        {
            throw input.Unexpected(XmlErrorCode.InvalidDefaultDeclaration, "'#REQUIRED', '#IMPLIED', '#FIXED' or a default value in quotation marks");
        }

        input.RequireWhiteSpace("'#FIXED'");
        return AttributeDefaultKind.Fixed;
    }

    // [10] AttValue ::= '"' ([^<&"] | Reference)* '"' | "'" ([^<&'] | Reference)* "'"
    private byte[] ReadDefaultValue(AttributeDefinition attribute)
    {
        var place = input.PlaceAt(input.Offset + 1);
        var isInDocument = input.IsInDocument;
        var raw = input.ReadLiteral("a default value");
        var value = Checked(expander.Expand(raw, attribute.Type, input, in place, checkHidden: isInDocument), in place);
        if (expander.Undeclared is { } missing)
        {
            _deferred.Add(new DeferredDefault(attribute, raw.ToArray(), place, isInDocument, missing));
        }

        return value;
    }

    private byte[] Checked(ReadOnlySpan<byte> value, in DtdPlace place) => value.Length <= settings.MaxAttributeLength
        ? value.ToArray()
        : throw input.Create(XmlErrorCode.AttributeLengthLimit, $"A default value is longer than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxAttributeLength)} allows ({settings.MaxAttributeLength} bytes).", in place);
}
