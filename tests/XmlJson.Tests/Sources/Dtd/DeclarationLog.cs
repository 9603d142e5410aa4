using System.Text;

namespace XmlJson.Tests.Sources.Dtd;

/// <summary>Writes each declaration event as a line.</summary>
internal sealed class DeclarationLog : IDeclarationHandler
{
    public List<string> Lines { get; } = [];

    public void ElementDeclaration(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> contentModel) =>
        Add($"element {Text(name)} {Text(contentModel)}");

    public void AttributeDeclaration(scoped in AttributeDeclaration declaration) =>
        Add($"attribute {Text(declaration.ElementName)} {Text(declaration.Name)} {declaration.Type} {Text(declaration.TypeText)} {declaration.DefaultKind} [{Text(declaration.DefaultValue)}]");

    public void InternalEntityDeclaration(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value) =>
        Add($"entity {Text(name)} [{Text(value)}]");

    public void ExternalEntityDeclaration(scoped ReadOnlySpan<byte> name, scoped in ExternalIdentifier identifier) =>
        Add($"external {Text(name)} {Text(identifier)}");

    public void UnparsedEntityDeclaration(scoped ReadOnlySpan<byte> name, scoped in ExternalIdentifier identifier, scoped ReadOnlySpan<byte> notation) =>
        Add($"unparsed {Text(name)} {Text(identifier)} {Text(notation)}");

    public void NotationDeclaration(scoped ReadOnlySpan<byte> name, scoped in ExternalIdentifier identifier) =>
        Add($"notation {Text(name)} {Text(identifier)}");

    public void Comment(scoped ReadOnlySpan<byte> text) => Add($"comment [{Text(text)}]");

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => Add($"pi {Text(target)} [{Text(data)}]");

    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => Add($"skipped {Text(name)}");

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);

    private static string Text(in ExternalIdentifier identifier) =>
        (identifier.HasPublicId ? $"public [{Text(identifier.PublicId)}]" : "no-public")
        + (identifier.HasSystemId ? $" system [{Text(identifier.SystemId)}]" : " no-system")
        + (identifier.BaseUri is null ? "" : $" base {identifier.BaseUri}");

    private void Add(string line) => Lines.Add(line.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal));
}
