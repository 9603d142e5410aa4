using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace XmlJson.Tests.Laws;

/// <summary>Names that would make a user's file ambiguous, or say nothing, and files that do not say what is in them.</summary>
public class NamingTests
{
    private static readonly string[] NeighbouringNamespaces = ["System", "System.Xml", "System.Xml.Linq", "System.Text.Json"];
    private static readonly string[] EmptyWords = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Impl"];

    private static IEnumerable<SyntaxTree> Files => CoreSources.Folders.SelectMany(folder => folder);

    [Fact]
    public void No_public_type_shares_its_name_with_a_neighbour()
    {
        var framework = CoreSources.Compile([], withJson: true).GlobalNamespace;
        var taken = NeighbouringNamespaces
            .SelectMany(space => space.Split('.').Aggregate(framework, (outer, name) => outer.GetNamespaceMembers().Single(inner => inner.Name == name)).GetTypeMembers())
            .Where(type => type.DeclaredAccessibility == Accessibility.Public)
            .Select(type => type.Name)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string>(["String", "XmlReader", "XDocument", "Utf8JsonReader"], StringComparer.Ordinal), taken);
        Assert.DoesNotContain(typeof(Xml).Assembly.GetExportedTypes(), type => !type.IsNested && taken.Contains(type.Name.Split('`')[0]));
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.DoesNotContain(Files.SelectMany(TypesIn), type => EmptyWords.Any(word => type.EndsWith(word, StringComparison.Ordinal)));

    [Fact]
    public void A_file_holds_the_type_it_is_named_after()
    {
        var wrong = Files.Where(file => Path.GetFileName(file.FilePath).Split('.', '{')[0] is var name && TypesIn(file).Any(type => type != name));
        Assert.Equal("", string.Join('\n', wrong.Select(file => $"{file.FilePath}: {string.Join(", ", TypesIn(file))}")));
    }

    private static IEnumerable<string> TypesIn(SyntaxTree file) => file.GetCompilationUnitRoot()
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .Select(node => node switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            DelegateDeclarationSyntax type => type.Identifier.Text,
            _ => null,
        })
        .OfType<string>();
}
