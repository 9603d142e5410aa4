using XmlJson.Text;

namespace XmlJson;

// [68] EntityRef in content: the replacement text is read where the reference stood, on a stack of its own.
public sealed unsafe partial class Utf8XmlParser
{
    private OpenEntity[] _entities = [];
    private int _openEntities;

    // The one whose text is being reported without opening it, for the locator.
    private EntityDeclaration? _plainEntity;

    // How long the external entities are that were read for content.
    private long _externalLength;

    // The reference in the document that the open entities come of.
    private TextPosition _referencePosition;
    private long _referenceEnd;

    private struct OpenEntity
    {
        public EntityDeclaration Declaration;

        // The replacement text with padding behind it.
        public byte[] Text;
        public int Length;
        public int Position;
    }

    private void RequireDeclarations(scoped in MarkedBytes input, int position, int end)
    {
        if (_declarations is null)
        {
            var hint = _hasDocumentType ? " The document type declaration was ignored." : "";
            Fail(XmlErrorCode.UndeclaredEntity, position, $"The entity '{Show(input.Slice(position + 1, end - position - 1))}' is not declared.{hint}");
        }
    }

    /// <summary>Reads a reference to a declared entity.</summary>
    /// <returns>Whether to return: the entity's text comes next, or the handler asked to stop.</returns>
    private bool ReadEntityReference<THandler>(scoped in MarkedBytes input, int position, int end, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        RequireDeclarations(input, position, end);
        var name = input.Slice(position + 1, end - position - 1);
        var entity = _declarations!.FindEntity(name);
        if (entity is null || _declarations.IsHidden(entity))
        {
            if (entity is not null || _declarations.UndeclaredIsError)
            {
                Fail(XmlErrorCode.UndeclaredEntity, position, entity is null
                    ? $"The entity '{Show(name)}' is not declared."
                    : $"The entity '{Show(name)}' is declared outside of the document, which says standalone=\"yes\".");
            }
        }
        else if (CanOpen(entity, position))
        {
            ChargeEntity(entity, position, end);
            if (entity.IsPlain && _options.EntityHandler is null)
            {
                // Its text is all there is to it.
                BeginText();
                _event = position;
                _plainEntity = entity;
                handler.Characters(entity.PaddedText.AsSpan(0, entity.Text.Length), TextKind.Text);
                _plainEntity = null;
                return IsStopped();
            }

            OpenEntityText(entity, position, end);
            return true;
        }

        _event = position;
        handler.SkippedEntity(name);
        return IsStopped();
    }

    // XML 1.0 §4.1, WFC: Parsed Entity, WFC: No Recursion
    private bool CanOpen(EntityDeclaration entity, int position)
    {
        if (entity.IsUnparsed)
        {
            Fail(XmlErrorCode.UnparsedEntityReference, position, $"The entity '{entity.DisplayName}' is unparsed: only an attribute of type ENTITY may name it.");
        }

        if (entity.IsOpen)
        {
            Fail(XmlErrorCode.RecursiveEntity, position, $"The entity '{entity.DisplayName}' refers to itself.");
        }

        _dtdErrors!.Origin = 0;
        if (entity.HasText)
        {
            return true;
        }

        if (!_loader!.TryLoad(entity, _options.MaxExternalLength - _externalLength, XmlErrorCode.ExternalLengthLimit, _dtdErrors, PlaceOf(position)))
        {
            return false;
        }

        _externalLength += entity.Bytes.Length;
        return true;
    }

    private void ChargeEntity(EntityDeclaration entity, int position, int end)
    {
        if (_openEntities >= _options.MaxEntityDepth)
        {
            Fail(XmlErrorCode.EntityDepthLimit, position, $"More entities are open inside one another than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxEntityDepth)} allows ({_options.MaxEntityDepth}).");
        }

        _budget!.Input = _openEntities > 0 ? _referenceEnd : _stretchOffset + end + 1;
        if (!_budget.TryCharge(entity.Text.Length))
        {
            Fail(XmlErrorCode.EntityExpansionLimit, position, ExpansionBudget.Exceeded);
        }
    }

    private void OpenEntityText(EntityDeclaration entity, int position, int end)
    {
        if (_openEntities == 0)
        {
            _referencePosition = PositionAt(_stretchOffset + position);
            _referenceEnd = _stretchOffset + end + 1;
        }

        MakeFrame();
        _frames[_depth++] = ElementFrame.CreateBarrier(_scope.Count);
        if (_openEntities == _entities.Length)
        {
            Array.Resize(ref _entities, Math.Max(4, _openEntities * 2));
        }

        entity.IsOpen = true;
        ref var open = ref _entities[_openEntities++];
        open.Declaration = entity;
        open.Text = entity.PaddedText;
        open.Length = entity.Text.Length;
        open.Position = 0;
        SetFrameEnd();
        _exit = Exit.EntityOpened;
        _options.EntityHandler?.StartEntity(entity.Name);
    }

    /// <summary>Reads the text of the open entities to its end.</summary>
    /// <returns>Whether it was read whole; if not, the handler asked to stop.</returns>
    private bool ReadEntities<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        var offset = _offset;
        while (_openEntities > 0)
        {
            if (IsStopped())
            {
                return false;
            }

            var index = _openEntities - 1;
            var open = _entities[index];
            fixed (byte* text = open.Text)
            {
                _offset = open.Position;
                var read = ReadView(text + open.Position, open.Length - open.Position, FirstStretchLength, isLast: true, ref handler);

                // Only now: reading may open another entity and move the stack.
                _entities[index].Position += read;
            }

            _offset = offset;
            if (_exit == Exit.Stopped)
            {
                return false;
            }

            if (_exit != Exit.EntityOpened)
            {
                CloseEntity();
            }
        }

        return !IsStopped();
    }

    private void CloseEntity()
    {
        if (!_frames[_depth - 1].IsBarrier)
        {
            ref readonly var open = ref _entities[_openEntities - 1];
            var name = _names.NameString(_frames[_depth - 1].NameId);
            throw CreateError(XmlErrorCode.UnbalancedEntity, $"The element '{name}' begins in the entity and does not end in it.", new DtdPlace(0, open.Declaration, open.Length));
        }

        var closed = _entities[_openEntities - 1].Declaration;
        _options.EntityHandler?.EndEntity(closed.Name);
        _depth--;
        closed.IsOpen = false;
        _entities[--_openEntities] = default;
        SetFrameEnd();
    }

    // The element that text belongs to, behind the barriers of entities.
    private int InnermostElement()
    {
        var index = _depth - 1;
        while (_frames[index].IsBarrier)
        {
            index--;
        }

        return index;
    }
}
