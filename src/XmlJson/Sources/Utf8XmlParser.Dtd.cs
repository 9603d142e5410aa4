using System.Xml;
using XmlJson.Text;

namespace XmlJson;

// [28] doctypedecl, and what its declarations mean for start tags and text.
public sealed partial class Utf8XmlParser
{
    private DtdErrors? _dtdErrors;
    private DtdDeclarations? _declarations;
    private AttributeValueExpander? _expander;
    private ExternalEntityLoader? _loader;
    private ExpansionBudget? _budget;

    // The definition while it is being read.
    private DtdInput? _definition;
    private bool? _standalone;
    private bool _hasDocumentType;

    // A value with these flags may need declarations, whether its attribute is declared or not.
    private const AttributeRowFlags DependsOnDeclarations = AttributeRowFlags.NeedsExpansion | AttributeRowFlags.NeedsNormalization;

    // Whether the run of text being read holds more than white space.
    private bool _hasText;

    private void ResetDeclarations()
    {
        _declarations = null;
        _expander = null;
        _loader = null;
        _budget = null;
        _definition = null;
        _standalone = null;
        _hasDocumentType = false;
        _hasText = false;
        _plainEntity = null;
        Array.Clear(_entities, 0, _openEntities);
        _openEntities = 0;
        _externalLength = 0;
        SetFrameEnd();
    }

    private int ReadDocumentType<THandler>(scoped in MarkedBytes input, int position, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (_hasDocumentType || _phase == Phase.Epilog)
        {
            Fail(XmlErrorCode.MisplacedDocumentType, position, "There may be one document type declaration, before the root element.");
        }

        if (_options.DtdProcessing == DtdProcessing.Prohibit)
        {
            Fail(XmlErrorCode.DtdProhibited, position,
                $"The document has a document type declaration, which is prohibited: set {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.DtdProcessing)} if documents of this origin may have one.");
        }

        DoctypeScanner scanner = default;
        var isOver = scanner.Scan(input.Slice(position, input.Length - position));
        if (scanner.Length > _options.MaxDtdLength)
        {
            Fail(XmlErrorCode.DtdLengthLimit, position, $"The document type declaration is longer than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxDtdLength)} allows ({_options.MaxDtdLength} bytes).");
        }

        if (!isOver && (!_endsInput || _fault is not null))
        {
            return _fault is null ? NeedInput(position) : Incomplete(input, position);
        }

        var isWhole = scanner.State == DoctypeScanState.Complete;
        var length = scanner.Length;
        var reader = CreateReader(position, position + length, isWhole);
        reader.ReadHeader(input.Slice(position, length));
        _hasDocumentType = true;
        if (_options.DtdProcessing == DtdProcessing.Parse || !isWhole)
        {
            if (isWhole)
            {
                _event = position;
                handler.DocumentType(reader.Header);
            }

            ReadSubsets(reader);
            if (!isWhole)
            {
                FailAtEnd(input, position);
            }

            _declarations = reader.Declarations;
            _expander = reader.Expander;
        }

        IsStopped();
        return position + length;
    }

    private void ReadSubsets(DocumentTypeReader reader)
    {
        _definition = reader.Input;
        try
        {
            reader.ReadSubsets();
        }
        finally
        {
            _definition = null;
        }
    }

    // A declaration that is not whole is read for its error, and not told of.
    private DocumentTypeReader CreateReader(int position, int end, bool isWhole)
    {
        var isParsed = _options.DtdProcessing == DtdProcessing.Parse;
        _dtdErrors ??= new DtdErrors(this);
        _dtdErrors.Origin = position;
        _budget = new ExpansionBudget(_options.MaxEntityExpansion, _options.MaxEntityAmplification) { Input = _stretchOffset + end };
        var external = _options.XmlResolver is null || !isParsed || !isWhole ? null : new ResolverEntities(_options.XmlResolver);
        _loader = new ExternalEntityLoader(external, _budget);
        var settings = new DtdSettings
        {
            Namespaces = _options.Namespaces,
            Standalone = _standalone,
            BaseUri = _options.BaseUri,
            External = external,
            Handler = isParsed && isWhole ? _options.DeclarationHandler : null,
            EntityHandler = isParsed && isWhole ? _options.EntityHandler : null,
            MaxLength = _options.MaxDtdLength,
            MaxEntityDepth = _options.MaxEntityDepth,
            MaxNameLength = _options.MaxNameLength,
            MaxAttributeLength = _options.MaxAttributeLength,
            NameLimit = _nameLimit,
        };
        return new DocumentTypeReader(_names, settings, _loader, _budget, _dtdErrors);
    }

    // XML 1.0 §3.3.2 and §3.3.3: types decide how values are normalized, and missing attributes are given their defaults.
    private void ApplyDeclarations(scoped in MarkedBytes input, int tag, int elementId)
    {
        if (_declarations is null)
        {
            return;
        }

        var element = _declarations.FindElement(elementId);
        for (var i = 0; i < _attributes.Count; i++)
        {
            ref var row = ref _attributes.Row(i);
            if (element?.Find(row.NameId) is { } declared)
            {
                row.Type = declared.Type;
                row.Flags |= AttributeRowFlags.Declared;
            }

            var isSpecial = (row.Flags & AttributeRowFlags.NeedsExpansion) != 0 || (_openEntities > 0 && (row.Flags & AttributeRowFlags.NeedsNormalization) != 0);
            if (isSpecial)
            {
                _dtdErrors!.Origin = 0;
                _budget!.Input = _openEntities > 0 ? _referenceEnd : _stretchOffset + row.Start;
                var value = _expander!.Expand(input.Slice(row.Start, row.Length), row.Type, _dtdErrors, PlaceOf(row.Start));
                CheckAttributeLength(i, value.Length, tag);
                _attributes.SetValue(i, value);
            }
            else if (row.Type != AttributeType.CData)
            {
                row.Flags |= AttributeRowFlags.NeedsNormalization;
            }
        }

        if (element is not null && !element.Defaults.IsEmpty)
        {
            AddDefaults(tag, element.Defaults);
        }
    }

    // Those of the attributes that the tag does not have.
    private void AddDefaults(int tag, ReadOnlySpan<AttributeDefinition> defaults)
    {
        var serial = NextSerial();
        for (var i = 0; i < _attributes.Count; i++)
        {
            _plans[_attributes.Row(i).NameId].LastUse = serial;
        }

        foreach (var definition in defaults)
        {
            if (PlanFor(definition.NameId).LastUse != serial)
            {
                ChargeDefault(tag, definition.Value.Length);
                AddDefault(definition.NameId, tag, _attributes.Store(definition.Value), definition.Value.Length, definition.Type);
            }
        }
    }

    // A long default and many short tags are an expansion as references are.
    private void ChargeDefault(int tag, int length)
    {
        _budget!.Input = _openEntities > 0 ? _referenceEnd : _stretchOffset + tag;
        if (!_budget.TryCharge(length))
        {
            Fail(XmlErrorCode.EntityExpansionLimit, tag, ExpansionBudget.Exceeded);
        }
    }

    // XML 1.0 §2.10: white space in element content is reported as such, up to the first other character of its run.
    private TextKind KindOfText() =>
        _declarations is not null && _depth > 0 && !_hasText && _declarations.ContentOf(_frames[InnermostElement()].NameId) == ElementContentKind.Children
            ? TextKind.WhiteSpace
            : TextKind.Text;

    private TextKind BeginText()
    {
        _hasText = true;
        return TextKind.Text;
    }

    private static bool EndsWhiteSpace(scoped in MarkedBytes input, int start, int position, out int text)
    {
        var rest = input.Slice(start, position - start).IndexOfAnyExcept(" \t\n\r"u8);
        text = rest < 0 ? position : start + rest;
        return rest >= 0 || (position < input.Length && input[position] == (byte)']');
    }

    /// <summary>Makes the errors of a document type definition: this parser knows the lines.</summary>
    private sealed class DtdErrors(Utf8XmlParser parser) : IDtdErrors
    {
        /// <summary>Where in the stretch the offsets of places begin.</summary>
        public int Origin { get; set; }

        public XmlSyntaxException Create(XmlErrorCode code, string description, in DtdPlace place, Exception? innerException = null)
        {
            var sentence = description.EndsWith('.') ? description : description + ".";
            return parser.CreateError(code, sentence, place with { DocumentOffset = Origin + place.DocumentOffset }, innerException);
        }
    }
}
