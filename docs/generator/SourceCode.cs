using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace XmlJson.Reference;

/// <summary>The sources of the library: where each member is, and what it throws.</summary>
internal sealed class SourceCode
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly CSharpCompilation _compilation;
    private readonly string _root;
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly Dictionary<string, ISymbol> _symbols = new(StringComparer.Ordinal);

    private SourceCode(CSharpCompilation compilation, string root)
    {
        _compilation = compilation;
        _root = root;
        Remember(compilation.Assembly.GlobalNamespace);
    }

    /// <summary>Reads all files under a folder.</summary>
    /// <param name="folder">The folder; <c>bin</c> and <c>obj</c> in it are left out.</param>
    /// <param name="root">What paths are relative to.</param>
    public static SourceCode Read(string folder, string root) => Of(
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(path => Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Select(path => (path, File.ReadAllText(path))),
        root);

    /// <summary>Takes files by path and text.</summary>
    public static SourceCode Of(IEnumerable<(string Path, string Text)> files, string root) => new(Compile(files), root);

    /// <summary>Compiles files by path and text, with what the SDK brings into every file.</summary>
    public static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> files)
    {
        var parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14).WithDocumentationMode(DocumentationMode.Parse);
        return CSharpCompilation.Create(
            "sources",
            files.Prepend(("", ImplicitUsings)).Select(file => CSharpSyntaxTree.ParseText(file.Item2, parse, file.Item1)),
            Library.PlatformReferences(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>Where a member is; where its type is, for what has no place of its own.</summary>
    /// <returns>The path from the root, with <c>/</c>, and the line from 1; null when neither is in the sources.</returns>
    public (string Path, int Line)? PlaceOf(ISymbol symbol)
    {
        for (ISymbol? at = symbol; at is not null; at = at.ContainingType)
        {
            if (Find(at)?.Locations.FirstOrDefault(location => location.IsInSource) is { } location)
            {
                var span = location.GetLineSpan();
                return (Path.GetRelativePath(_root, span.Path).Replace('\\', '/'), span.StartLinePosition.Line + 1);
            }
        }

        return null;
    }

    /// <summary>Whether a member stands in the sources: the compiler adds some that do not.</summary>
    public bool IsWritten(ISymbol symbol) => Find(symbol) is { IsImplicitlyDeclared: false };

    /// <summary>The exceptions that a member throws by itself: see <see cref="ThrownExceptions"/>.</summary>
    public IReadOnlyCollection<ITypeSymbol> ThrownBy(ISymbol symbol) => Find(symbol) is { } source ? new ThrownExceptions(ModelOf).Of(source) : [];

    // A model remembers what it has bound: a new one for each question would bind a file again and again.
    private SemanticModel ModelOf(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out var model))
        {
            _models[tree] = model = _compilation.GetSemanticModel(tree);
        }

        return model;
    }

    private ISymbol? Find(ISymbol symbol) => symbol.OriginalDefinition.GetDocumentationCommentId() is { } id ? _symbols.GetValueOrDefault(id) : null;

    private void Remember(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member.GetDocumentationCommentId() is { } id)
            {
                _symbols[id] = member;
            }

            if (member is INamespaceOrTypeSymbol inner)
            {
                Remember(inner);
            }
        }
    }
}
