namespace XmlJson.Mapping;

/// <summary>The events → JSON half of a convention.</summary>
internal abstract class JsonMapper : IContentHandler, IInputPlace
{
    private Locator? _locator;

    public TextPosition Position => _locator?.Position ?? TextPosition.Unknown;

    public string Path => _locator?.ElementPath ?? "/";

    public abstract string? Target { get; }

    public virtual void AwaitTarget(MappingLossKind kind)
    {
    }

    /// <summary>Whether the next document should begin with another mapper: the keys so far take much memory, or what becomes of them depends on the documents so far.</summary>
    public abstract bool IsSpent { get; }

    public virtual void StartDocument(scoped DocumentStart document) => _locator = document.Locator;

    public abstract void DocumentType(scoped DocumentTypeDeclaration documentType);

    public abstract void StartElement(scoped in XmlName name, scoped AttributeList attributes);

    public abstract void EndElement(scoped in XmlName name);

    public abstract void Characters(scoped ReadOnlySpan<byte> text, TextKind kind);

    public abstract void StartCData();

    public abstract void EndCData();

    public abstract void Comment(scoped ReadOnlySpan<byte> text);

    public abstract void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data);

    public abstract void SkippedEntity(scoped ReadOnlySpan<byte> name);

    public abstract void EndDocument();

    /// <summary>Lets go of what belongs to the last document.</summary>
    public void Forget() => _locator = null;

    /// <summary>Gives memory back.</summary>
    public abstract void Release();
}
