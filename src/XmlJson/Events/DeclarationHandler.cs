namespace XmlJson;

/// <summary>An <see cref="IDeclarationHandler"/> in which every event does nothing: override the ones that matter.</summary>
public abstract class DeclarationHandler : IDeclarationHandler
{
    /// <inheritdoc/>
    public virtual void ElementDeclaration(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> contentModel) { }

    /// <inheritdoc/>
    public virtual void AttributeDeclaration(scoped in AttributeDeclaration declaration) { }

    /// <inheritdoc/>
    public virtual void InternalEntityDeclaration(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value) { }

    /// <inheritdoc/>
    public virtual void ExternalEntityDeclaration(scoped ReadOnlySpan<byte> name, scoped in ExternalIdentifier identifier) { }

    /// <inheritdoc/>
    public virtual void UnparsedEntityDeclaration(scoped ReadOnlySpan<byte> name, scoped in ExternalIdentifier identifier, scoped ReadOnlySpan<byte> notation) { }

    /// <inheritdoc/>
    public virtual void NotationDeclaration(scoped ReadOnlySpan<byte> name, scoped in ExternalIdentifier identifier) { }

    /// <inheritdoc/>
    public virtual void Comment(scoped ReadOnlySpan<byte> text) { }

    /// <inheritdoc/>
    public virtual void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) { }

    /// <inheritdoc/>
    public virtual void SkippedEntity(scoped ReadOnlySpan<byte> name) { }
}
