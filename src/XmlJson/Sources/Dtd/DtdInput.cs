using System.Diagnostics;
using XmlJson.Text;

namespace XmlJson;

/// <summary>The text of a document type definition as its grammar sees it: the subset and, inside it, the parameter entities that are open, on a stack.</summary>
internal sealed partial class DtdInput : IDtdErrors
{
    private readonly DtdDeclarations _declarations;
    private readonly DtdSettings _settings;
    private readonly ExternalEntityLoader _loader;
    private readonly ExpansionBudget _budget;
    private readonly IDtdErrors _errors;
    private DtdFrame[] _frames = new DtdFrame[4];
    private int _top = -1;
    private long _length;

    public DtdInput(DtdDeclarations declarations, DtdSettings settings, ExternalEntityLoader loader, ExpansionBudget budget, IDtdErrors errors)
    {
        _declarations = declarations;
        _settings = settings;
        _loader = loader;
        _budget = budget;
        _errors = errors;
    }

    /// <summary>The number of conditional sections that are open.</summary>
    public int OpenSections { get; set; }

    /// <summary>The name of the parameter entity whose declaration is being read: while it is not bound, a reference to it is a recursion.</summary>
    public byte[]? DeclaredParameter { get; set; }

    /// <summary>The number of texts that are open: 1 in the subset itself.</summary>
    public int Depth => _top + 1;

    /// <summary>Whether what is read stands in the internal subset itself, in no parameter entity.</summary>
    public bool IsInDocument => _top == 0 && _frames[0].Entity is null;

    /// <summary>Whether the rules of the external subset hold here.</summary>
    public bool IsExternal => _frames[_top].IsExternal;

    /// <summary>What a system identifier that is declared here is relative to.</summary>
    public string? BaseUri => _frames[_top].BaseUri;

    /// <summary>The name of the entity whose text is being read; <see langword="null"/> in the document itself.</summary>
    public string? EntityName => _frames[_top].Entity?.DisplayName;

    /// <summary>What sort of text is being read.</summary>
    public DtdFrameKind Kind => _frames[_top].Kind;

    /// <summary>Whether <c>]]&gt;</c> here ends a section that began in the same text.</summary>
    public bool IsInSection => OpenSections > _frames[_top].OuterSections;

    /// <summary>The offset in the text being read.</summary>
    public int Offset => _frames[_top].Position;

    /// <summary>Whether the text being read is at its end.</summary>
    public bool AtEnd => _frames[_top].Position == _frames[_top].End;

    /// <summary>What is left of the text being read. It stays valid.</summary>
    public ReadOnlySpan<byte> Rest
    {
        get
        {
            ref var top = ref _frames[_top];
            return top.Bytes.AsSpan(top.Position, top.End - top.Position);
        }
    }

    /// <summary><see cref="Rest"/>, to keep.</summary>
    public ReadOnlyMemory<byte> RestAsMemory => _frames[_top].Bytes.AsMemory(Offset, Rest.Length);

    /// <summary>Begins with the document type declaration itself.</summary>
    /// <param name="doctype">The declaration from <c>&lt;!DOCTYPE</c> on, in valid UTF-8. Copied.</param>
    public void StartDocument(ReadOnlySpan<byte> doctype)
    {
        Debug.Assert(_top < 0, "An input reads one definition.");
        var bytes = Normalize(doctype);
        _length = doctype.Length;
        _forbidden = AllowedText.FirstInvalid(bytes);
        Push(new DtdFrame { Bytes = bytes, End = _forbidden < 0 ? bytes.Length : _forbidden, BaseUri = _settings.BaseUri });
        if (_length > _settings.MaxLength)
        {
            throw Error(XmlErrorCode.DtdLengthLimit, $"The document type declaration is longer than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxDtdLength)} allows ({_settings.MaxLength} bytes).");
        }
    }

    /// <summary>Goes on with the external subset, if it can be had.</summary>
    /// <param name="subset">The external subset, as an entity.</param>
    /// <param name="offset">Where the document refers to it.</param>
    /// <returns>Whether there is something to read now.</returns>
    public bool TryStartExternalSubset(EntityDeclaration subset, int offset)
    {
        _frames[0].ReferenceOffset = offset;
        if (!TryLoad(subset, new DtdPlace(offset, null, 0)))
        {
            return false;
        }

        _externalSubsetOffset = offset;
        _top = -1;
        PushEntity(subset, DtdFrameKind.Subset, isExternal: true, baseUri: null);
        _settings.EntityHandler?.StartEntity("[dtd]"u8);
        return true;
    }

    /// <summary>Goes back from a parameter entity that was read to what refers to it.</summary>
    public void Pop()
    {
        Debug.Assert(_top > 0 && AtEnd, "Only what was read whole is left.");
        Leave();
    }

    /// <summary>Leaves an external entity that cannot be understood any more.</summary>
    /// <returns>Whether there is a text to go on with.</returns>
    public bool Abandon()
    {
        var last = _frames[0].Entity is null ? 1 : 0;
        _frames[last].Entity!.IsSkipped = true;
        while (_top >= last)
        {
            Leave();
        }

        OpenSections = 0;
        DeclaredParameter = null;
        return _top >= 0;
    }

    /// <summary>Reads a parameter-entity reference and goes into the entity.</summary>
    /// <param name="kind">Where the reference stands.</param>
    /// <returns>Whether there is an entity to read; if not, it was skipped.</returns>
    public bool TryEnterReference(DtdFrameKind kind)
    {
        var start = Offset;
        _frames[_top].ReferenceOffset = start;
        var name = ReadParameterReference();
        if (kind != DtdFrameKind.Separator && !IsExternal)
        {
            throw ErrorAt(XmlErrorCode.ParameterReferenceInDeclaration, "In the internal subset a parameter-entity reference may stand only between declarations.", start);
        }

        _declarations.HasParameterReferences = true;
        var entity = _declarations.FindParameterEntity(name);
        if (entity is { IsOpen: true } || (entity is null && name.SequenceEqual(DeclaredParameter)))
        {
            throw ErrorAt(XmlErrorCode.RecursiveEntity, $"The entity '%{Show(name)}' refers to itself.", start);
        }

        if (entity is null || entity.IsSkipped || !TryLoad(entity, PlaceAt(start)))
        {
            _declarations.SetIncomplete();
            ReportSkipped(name);
            return false;
        }

        if (_top >= _settings.MaxEntityDepth)
        {
            throw ErrorAt(XmlErrorCode.EntityDepthLimit, $"More entities are open inside one another than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxEntityDepth)} allows ({_settings.MaxEntityDepth}).", start);
        }

        if (!_budget.TryCharge(entity.Text.Length))
        {
            throw ErrorAt(XmlErrorCode.EntityExpansionLimit, ExpansionBudget.Exceeded, start);
        }

        PushEntity(entity, kind, IsExternal || entity.IsExternal, BaseUri);
        if (kind == DtdFrameKind.Separator)
        {
            _settings.EntityHandler?.StartEntity(ReportedName(entity));
        }

        return true;
    }

    /// <summary>The external subset was read whole.</summary>
    public void EndExternalSubset() => _settings.EntityHandler?.EndEntity("[dtd]"u8);

    private void Leave()
    {
        ref readonly var left = ref _frames[_top];
        if (left.Kind is DtdFrameKind.Separator or DtdFrameKind.Subset)
        {
            _settings.EntityHandler?.EndEntity(left.Kind == DtdFrameKind.Subset ? "[dtd]"u8 : ReportedName(left.Entity!));
        }

        left.Entity!.IsOpen = false;
        _top--;
    }

    private static byte[] ReportedName(EntityDeclaration entity) => [(byte)'%', .. entity.Name];

    private bool TryLoad(EntityDeclaration entity, in DtdPlace place)
    {
        if (entity.HasText)
        {
            return true;
        }

        if (!_loader.TryLoad(entity, _settings.MaxLength - _length, XmlErrorCode.DtdLengthLimit, this, in place))
        {
            return false;
        }

        _length += entity.Bytes.Length;
        return true;
    }

    private void PushEntity(EntityDeclaration entity, DtdFrameKind kind, bool isExternal, string? baseUri)
    {
        entity.IsOpen = true;
        Push(new DtdFrame
        {
            Bytes = entity.Bytes,
            Start = entity.Start,
            Position = entity.Start,
            End = entity.End,
            Entity = entity,
            Kind = kind,
            IsExternal = isExternal,
            BaseUri = entity.IsExternal ? entity.Uri ?? entity.BaseUri : baseUri,
            OuterSections = kind == DtdFrameKind.Declaration ? _frames[_top].OuterSections : OpenSections,
        });
    }

    private void Push(in DtdFrame frame)
    {
        if (_top + 1 == _frames.Length)
        {
            Array.Resize(ref _frames, _frames.Length * 2);
        }

        _frames[++_top] = frame;
    }

    private void ReportSkipped(ReadOnlySpan<byte> name)
    {
        if (_settings.Handler is not { } handler)
        {
            return;
        }

        Span<byte> display = name.Length < 256 ? stackalloc byte[256] : new byte[name.Length + 1];
        display[0] = (byte)'%';
        name.CopyTo(display[1..]);
        handler.SkippedEntity(display[..(name.Length + 1)]);
    }
}
