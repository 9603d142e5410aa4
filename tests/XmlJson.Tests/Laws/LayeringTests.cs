using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace XmlJson.Tests.Laws;

/// <summary>
/// Arrows point one way: Text ← Events ← Sources, Sinks, Trees ← Mapping ← Xml, Json. Each layer is compiled with only what it may see,
/// so that a name from elsewhere is a compiler error.
/// </summary>
public class LayeringTests
{
    // To allow a layer more, think first, then change this table.
    private static readonly Dictionary<string, string[]> MaySee = new(StringComparer.Ordinal)
    {
        ["Text"] = [],
        ["Events"] = ["Text"],
        ["Sources"] = ["Text", "Events"],
        ["Sinks"] = ["Text", "Events"],
        ["Trees"] = ["Text", "Events"],
        ["Mapping"] = ["Text", "Events", "Trees"],
    };

    // What is being read, the caller's document or the text of an entity, is pinned for the locator: a class cannot keep a span.
    private static readonly string[] Pinning = ["Utf8XmlParser.Entities.cs", "Utf8XmlParser.Places.cs", "Utf8XmlParser.Input.cs"];

    public static TheoryData<string> Layers => [.. MaySee.Keys];

    [Fact]
    public void Every_folder_is_a_layer() =>
        Assert.Equal(MaySee.Keys.Append(CoreSources.Doors).Order(StringComparer.Ordinal), CoreSources.Folders.Select(folder => folder.Key).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_compiles_with_only_what_it_may_see(string layer) =>
        AssertNone(CoreSources.ErrorsOf(CompileLayer(layer)));

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_that_names_anything_else_does_not_compile(string layer)
    {
        var forbidden = CoreSources.Folders
            .Where(folder => folder.Key != layer && !MaySee[layer].Contains(folder.Key))
            .SelectMany(folder => folder.SelectMany(CoreSources.TypesOf))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        Assert.NotEmpty(forbidden);

        var trespassers = forbidden.Select((type, index) => CoreSources.Parse($"class Trespasser{index} {{ object Seen = typeof({type}); }}", type)).ToArray();
        var compilation = CompileLayer(layer, trespassers);
        var refused = trespassers
            .Where(file => CoreSources.ErrorsIn(compilation, file).Any(found => found.Id is "CS0234" or "CS0246" or "CS0400"))
            .Select(file => file.FilePath);
        Assert.Equal(forbidden.Order(StringComparer.Ordinal), refused.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_layer_that_names_what_it_may_see_compiles()
    {
        foreach (var (layer, seen) in MaySee)
        {
            var types = seen.Append(layer).SelectMany(folder => CoreSources.Folders[folder]).SelectMany(CoreSources.TypesOf).Distinct(StringComparer.Ordinal);
            var users = types.Select((type, index) => CoreSources.Parse($"class User{index} {{ object Seen = typeof({type}); }}", type)).ToArray();
            Assert.NotEmpty(users);
            var compilation = CompileLayer(layer, users);
            AssertNone(users.SelectMany(file => CoreSources.ErrorsIn(compilation, file)).Select(found => found.ToString()));
        }
    }

    [Theory]
    [InlineData("Sinks", false)]
    [InlineData("Mapping", true)]
    public void Only_the_mapping_sees_System_Text_Json(string layer, bool allowed)
    {
        var user = CoreSources.Parse("class User { object Seen = typeof(System.Text.Json.JsonException); }");
        var errors = CoreSources.ErrorsIn(CompileLayer(layer, user), user);
        Assert.Equal(allowed, errors.Length == 0);
    }

    [Fact]
    public void Vectors_and_Unsafe_live_in_Text_alone()
    {
        var whole = CompileWhole();
        AssertNone(CoreSources.ErrorsOf(whole));
        var outside = whole.SyntaxTrees.Except(CoreSources.Folders["Text"]).ToArray();
        AssertNone(outside.SelectMany(file => KernelNamesIn(whole, file)));
        AssertNone(outside.Where(file => !Pinning.Contains(Path.GetFileName(file.FilePath))).SelectMany(UnsafeKeywordsIn));
        Assert.All(Pinning, name => Assert.Contains(outside, file => Path.GetFileName(file.FilePath) == name && UnsafeKeywordsIn(file).Any()));
        Assert.NotEmpty(CoreSources.Folders["Text"].SelectMany(file => KernelNamesIn(whole, file)));
    }

    [Theory]
    [InlineData("class C { object Seen = System.Runtime.Intrinsics.Vector128<byte>.Zero; }")]
    [InlineData("using V = System.Numerics.Vector<byte>; class C { V Field; }")]
    [InlineData("using static System.Runtime.CompilerServices.Unsafe; class C { int Size = SizeOf<int>(); }")]
    public void A_vector_outside_Text_is_found(string source)
    {
        var file = CoreSources.Parse(source);
        Assert.NotEmpty(KernelNamesIn(CompileWhole(file), file));
    }

    [Fact]
    public void A_pointer_outside_Text_is_found() =>
        Assert.Single(UnsafeKeywordsIn(CoreSources.Parse("class C { unsafe byte* Field; }")));

    [Fact]
    public void The_core_needs_nothing_but_the_framework()
    {
        var core = Assembly.Load("XmlJson");
        Assert.All(core.GetReferencedAssemblies(), name => Assert.StartsWith("System.", name.Name, StringComparison.Ordinal));
        Assert.DoesNotContain(core.GetReferencedAssemblies(), name => name.Name is "System.Linq.Expressions" or "System.Reflection.Emit");
    }

    private static CSharpCompilation CompileLayer(string layer, params SyntaxTree[] added) =>
        CoreSources.Compile([layer, .. MaySee[layer]], withJson: layer == "Mapping", added);

    private static CSharpCompilation CompileWhole(params SyntaxTree[] added) =>
        CoreSources.Compile(CoreSources.Folders.Select(folder => folder.Key), withJson: true, added);

    // Assert.Empty would cut the lines short.
    private static void AssertNone(IEnumerable<string> found)
    {
        var lines = string.Join('\n', found);
        Assert.True(lines.Length == 0, lines);
    }

    // Names that mean a vector or System.Runtime.CompilerServices.Unsafe.
    private static IEnumerable<string> KernelNamesIn(CSharpCompilation compilation, SyntaxTree file)
    {
        var model = compilation.GetSemanticModel(file);
        foreach (var name in file.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name).Symbol;
            var type = symbol as ITypeSymbol ?? symbol?.ContainingType;
            var space = type?.ContainingNamespace?.ToDisplayString();
            var isVector = space is not null && (space.StartsWith("System.Runtime.Intrinsics", StringComparison.Ordinal)
                || (space == "System.Numerics" && type!.Name.StartsWith("Vector", StringComparison.Ordinal)));
            if (isVector || (space == "System.Runtime.CompilerServices" && type!.Name == "Unsafe"))
            {
                yield return $"{name.GetLocation().GetLineSpan()}: {name}";
            }
        }
    }

    private static IEnumerable<string> UnsafeKeywordsIn(SyntaxTree file) =>
        file.GetRoot().DescendantTokens().Where(token => token.IsKind(SyntaxKind.UnsafeKeyword)).Select(keyword => $"{keyword.GetLocation().GetLineSpan()}: unsafe");
}
