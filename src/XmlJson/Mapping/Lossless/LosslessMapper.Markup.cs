namespace XmlJson.Mapping.Lossless;

// Comments, processing instructions and declarations.
internal sealed partial class LosslessMapper
{
    /// <inheritdoc/>
    public override void Comment(scoped ReadOnlySpan<byte> text)
    {
        BeginLeaf();
        BeginNode(_commentKey, mayRepeat: true);
        _size += NodeSize.Of(Marks.Comment, text);
        _tape.Add(JsonTokenKind.String, text);
        EndNode();
        Write();
    }

    /// <inheritdoc/>
    public override void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        BeginLeaf();
        BeginNode(_keys.Intern([.. Marks.ProcessingInstruction, .. target]), mayRepeat: true);
        _size += NodeSize.Of(target, data);
        _tape.Add(JsonTokenKind.String, data);
        EndNode();
        Write();
    }

    /// <inheritdoc/>
    public override void DocumentType(scoped DocumentTypeDeclaration documentType)
    {
        BeginNode(_keys.Intern(Marks.DocumentType), mayRepeat: false);
        _tape.Add(JsonTokenKind.StartObject);
        AddField("@name"u8, documentType.Name);
        if (documentType.HasPublicId)
        {
            AddField("@public"u8, documentType.PublicId);
        }

        if (documentType.HasSystemId)
        {
            AddField("@system"u8, documentType.SystemId);
        }

        if (documentType.HasInternalSubset)
        {
            AddField("@internalSubset"u8, documentType.InternalSubset);
        }

        _tape.Add(JsonTokenKind.EndObject);
        EndNode();
        Write();
    }

    private void AddDeclaration(scoped DocumentStart document)
    {
        BeginNode(_keys.Intern(Marks.XmlDeclaration), mayRepeat: false);
        _tape.Add(JsonTokenKind.StartObject);
        AddField("@version"u8, document.Version);
        if (!document.Encoding.IsEmpty)
        {
            AddField("@encoding"u8, document.Encoding);
        }

        if (document.Standalone is { } standalone)
        {
            AddField("@standalone"u8, standalone ? "yes"u8 : "no"u8);
        }

        _tape.Add(JsonTokenKind.EndObject);
        EndNode();
        Write();
    }

    private void AddField(ReadOnlySpan<byte> key, scoped ReadOnlySpan<byte> value)
    {
        _tape.Add(JsonTokenKind.Key, _keys.Intern(key));
        _tape.Add(JsonTokenKind.String, value);
    }
}
