using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace XmlJson.Reference;

/// <summary>What an assembly shows to those who refer to it: its public types, and the platform's beside them.</summary>
internal sealed class Library
{
    private readonly Compilation _compilation;
    private readonly Dictionary<string, ISymbol> _symbols = new(StringComparer.Ordinal);

    private Library(Compilation compilation, IAssemblySymbol assembly)
    {
        _compilation = compilation;
        Types = [.. TypesIn(assembly.GlobalNamespace).OrderBy(type => type.ContainingNamespace.ToDisplayString(), StringComparer.Ordinal).ThenBy(type => type.Name, StringComparer.Ordinal)];
        foreach (var type in Types)
        {
            Remember(type);
            foreach (var member in MembersOf(type))
            {
                Remember(member);
            }
        }
    }

    /// <summary>The public types by namespace and name; nested ones after the type that holds them.</summary>
    public IReadOnlyList<INamedTypeSymbol> Types { get; }

    /// <summary>Reads an assembly; what it refers to is taken from the platform that runs this program.</summary>
    public static Library Load(string path) => Load(MetadataReference.CreateFromFile(path));

    /// <summary>Reads an assembly from a reference, which may be a compilation's.</summary>
    public static Library Load(MetadataReference reference)
    {
        var compilation = CSharpCompilation.Create(
            "reference",
            references: [reference, .. PlatformReferences()],
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, metadataImportOptions: MetadataImportOptions.Public));
        return new Library(compilation, (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!);
    }

    /// <summary>The assemblies of the platform, without those that are this program's own.</summary>
    public static IEnumerable<MetadataReference> PlatformReferences()
    {
        var own = Path.GetFullPath(AppContext.BaseDirectory);
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFullPath(path).StartsWith(own, StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
    }

    /// <summary>The members of a type that a page describes: public and protected ones that somebody wrote, those of extension blocks as well; in the order of the source.</summary>
    public static IReadOnlyList<ISymbol> MembersOf(INamedTypeSymbol type) => type.TypeKind == TypeKind.Delegate ? [] : [.. type.GetMembers()
        .SelectMany(member => member is INamedTypeSymbol { IsExtension: true } block ? block.GetMembers().AsEnumerable() : [member])
        .Where(IsDescribed)];

    /// <summary>A symbol by the identifier that doc comments have for it; null when neither the library nor the platform has it.</summary>
    public ISymbol? Find(string id) =>
        _symbols.TryGetValue(id, out var symbol) ? symbol : DocumentationCommentId.GetFirstSymbolForDeclarationId(id, _compilation) is { } found && IsVisible(found) ? found : null;

    /// <summary>Whether a symbol has a page, or a place on one.</summary>
    public bool Describes(ISymbol symbol) => symbol.OriginalDefinition.GetDocumentationCommentId() is { } id && _symbols.ContainsKey(id);

    // A compilation has the internal types of what it refers to, without their members.
    private static bool IsVisible(ISymbol symbol)
    {
        for (var at = symbol; at is not null and not INamespaceSymbol; at = at.ContainingType)
        {
            if (at.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
            {
                return false;
            }
        }

        return true;
    }

    private void Remember(ISymbol symbol)
    {
        if (symbol.GetDocumentationCommentId() is { } id)
        {
            _symbols[id] = symbol;
        }
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol inner => TypesIn(inner),
        INamedTypeSymbol { IsExtension: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Protected } type => TypesIn(type).Prepend(type),
        _ => [],
    });

    private static bool IsDescribed(ISymbol member)
    {
        if (member.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal) || member is INamedTypeSymbol || !member.CanBeReferencedByName && !IsNamelessMethod(member))
        {
            return false;
        }

        // Every value type can be made so.
        if (member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0, ContainingType.IsValueType: true })
        {
            return false;
        }

        // What the compiler adds to records and delegates says so; a record's properties have no such mark, only their accessors.
        var isMade = member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");
        return !isMade && member is not IMethodSymbol { AssociatedSymbol: not null } && !IsExtensionImplementation(member);
    }

    // Constructors, operators and indexers have no name that could be written.
    private static bool IsNamelessMethod(ISymbol member) => member is IPropertySymbol { IsIndexer: true }
        or IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion }
        or IMethodSymbol { MethodKind: MethodKind.Constructor };

    // The static method that is behind a member of an extension block.
    private static bool IsExtensionImplementation(ISymbol member) => member is IMethodSymbol { IsStatic: true } method
        && member.ContainingType.GetTypeMembers().Where(block => block.IsExtension).SelectMany(block => block.GetMembers())
            .Any(extension => extension.Name == method.Name || method.Name.Length > 4 && method.Name[3] == '_' && extension.Name == method.Name[4..]);
}
