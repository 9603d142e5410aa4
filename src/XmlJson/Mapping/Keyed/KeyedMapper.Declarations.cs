namespace XmlJson.Mapping.Keyed;

// The XML declaration and the document type declaration, whose parts stand where attributes do.
internal sealed partial class KeyedMapper
{
    /// <inheritdoc/>
    public override void DocumentType(scoped DocumentTypeDeclaration documentType)
    {
        if (_keys.DocumentType < 0 || !_convention.KeepRoot)
        {
            _losses.Add(MappingLossKind.DocumentType);
            return;
        }

        ref var frame = ref _frames[0];
        if (_convention.DocumentTypeForm == DocumentTypeForm.Text)
        {
            _tape.Add(NodeKind.DocumentType, _keys.DocumentType, DocumentTypeText.Write(documentType));
            EndFields(ref frame, _tape.Count - 1);
            return;
        }

        var row = BeginFields(_keys.DocumentType);
        AddField("name"u8, documentType.Name);
        AddField("public"u8, documentType.PublicId, documentType.HasPublicId);
        AddField("system"u8, documentType.SystemId, documentType.HasSystemId);
        AddField("internalSubset"u8, documentType.InternalSubset, documentType.HasInternalSubset);
        EndFields(ref frame, row);
    }

    private void WriteDeclaration(scoped DocumentStart document)
    {
        if (_keys.XmlDeclaration < 0 || !_convention.KeepRoot)
        {
            _losses.Add(MappingLossKind.XmlDeclaration);
            return;
        }

        var row = BeginFields(_keys.XmlDeclaration);
        AddField("version"u8, document.Version);
        AddField("encoding"u8, document.Encoding, !document.Encoding.IsEmpty);
        AddField("standalone"u8, document.Standalone is true ? "yes"u8 : "no"u8, document.Standalone is not null);
        EndFields(ref _frames[0], row);
    }

    private int BeginFields(int key)
    {
        var row = _tape.Add(NodeKind.Element, key);
        if (_convention.Attributes == AttributeForm.Object)
        {
            _tape.Add(NodeKind.Attributes, _keys.Attributes);
        }

        return row;
    }

    private void AddField(ReadOnlySpan<byte> key, scoped ReadOnlySpan<byte> value, bool isPresent = true)
    {
        if (isPresent)
        {
            _tape.Add(NodeKind.Attribute, _keys.Field(key), value);
        }
    }

    // Occurs once, so nothing has to wait for it; but it waits when something before it does.
    private void EndFields(ref MappedElement frame, int row)
    {
        _tape[row].End = _tape.Count;
        if (_tape[row].End > row + 1 && _tape[row + 1].Kind == NodeKind.Attributes)
        {
            _tape[row + 1].End = _tape.Count;
        }

        if (frame.Held == row)
        {
            _nodes.WriteMembers(row, _tape.Count);
            _tape.Truncate(row, _tape[row].TextStart);
        }
    }
}
