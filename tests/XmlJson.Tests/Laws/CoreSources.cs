using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace XmlJson.Tests.Laws;

/// <summary>The source files of src/XmlJson by folder, and compilations of some of the folders.</summary>
internal static class CoreSources
{
    private const string SystemTextJson = "System.Text.Json.dll";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    // What ImplicitUsings gives a class library.
    private static readonly SyntaxTree GlobalUsings = Parse(
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """);

    private static readonly MetadataReference[] Framework = ReadFramework();

    /// <summary>The folder the front doors are in.</summary>
    public const string Doors = "";

    /// <summary>The files, by the first folder of their path; <see cref="Doors"/> for those in none.</summary>
    public static ILookup<string, SyntaxTree> Folders { get; } = ReadSources();

    public static SyntaxTree Parse(string source, string path = "") =>
        CSharpSyntaxTree.ParseText(source, ParseOptions, path, cancellationToken: default);

    /// <summary>Compiles these folders and nothing else, as the core is compiled.</summary>
    public static CSharpCompilation Compile(IEnumerable<string> folders, bool withJson, params SyntaxTree[] added) =>
        CSharpCompilation.Create(
            "Layer",
            [GlobalUsings, .. folders.SelectMany(folder => Folders[folder]), .. added],
            withJson ? Framework : Framework.Where(reference => Path.GetFileName(reference.Display) != SystemTextJson),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The errors of a compilation, one line each.</summary>
    public static string[] ErrorsOf(CSharpCompilation compilation) =>
        [.. compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.ToString())];

    /// <summary>The errors in one file of a compilation; the others are not bound, which is most of the time.</summary>
    public static Diagnostic[] ErrorsIn(CSharpCompilation compilation, SyntaxTree file) =>
        [.. compilation.GetSemanticModel(file).GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error)];

    /// <summary>The types declared at the top level of a file, as typeof(…) wants them: global::XmlJson.Dictionary&lt;,&gt;.</summary>
    public static IEnumerable<string> TypesOf(SyntaxTree file)
    {
        foreach (var member in file.GetCompilationUnitRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax))
        {
            var (name, arity) = member switch
            {
                TypeDeclarationSyntax type when !type.Modifiers.Any(SyntaxKind.FileKeyword) => (type.Identifier.Text, type.TypeParameterList?.Parameters.Count ?? 0),
                EnumDeclarationSyntax type => (type.Identifier.Text, 0),
                DelegateDeclarationSyntax type => (type.Identifier.Text, type.TypeParameterList?.Parameters.Count ?? 0),
                _ => (null, 0),
            };
            if (name is not null)
            {
                var space = ((BaseNamespaceDeclarationSyntax)member.Parent!).Name;
                yield return $"global::{space}.{name}{(arity == 0 ? "" : $"<{new string(',', arity - 1)}>")}";
            }
        }
    }

    private static ILookup<string, SyntaxTree> ReadSources()
    {
        var root = Repository.PathOf("src", "XmlJson");
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (path, relative: Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar)))
            .Where(file => file.relative[0] is not ("bin" or "obj"))
            .ToLookup(
                file => file.relative.Length == 1 ? Doors : file.relative[0],
                file => Parse(File.ReadAllText(file.path), file.path),
                StringComparer.Ordinal);
    }

    private static MetadataReference[] ReadFramework()
    {
        var shared = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return [.. trusted.Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == shared)
            .Select(path => MetadataReference.CreateFromFile(path))];
    }
}
