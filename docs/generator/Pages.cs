using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace XmlJson.Reference;

/// <summary>All pages of the reference: one for each type, an index, and the side bar of the site.</summary>
internal sealed class Pages(Library library, Comments comments, SourceCode sources, Guides guides, string sourceUrl)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The files, by name and text.</summary>
    public IEnumerable<(string Name, string Text)> Write()
    {
        var links = new Links(library);
        foreach (var type in library.Types)
        {
            yield return (Links.FileOf(type) + ".md", new TypePage(type, comments, sources, links, guides, sourceUrl).Write());
        }

        yield return ("index.md", new IndexPage(Namespaces(), comments, links).Write());
        yield return ("sidebar.json", JsonSerializer.Serialize(
            Namespaces().Select(space => new
            {
                text = space.Key,
                collapsed = true,
                items = space.Select(type => new { text = Signature.NameOf(type), link = $"/api/{Links.FileOf(type)}" }),
            }),
            Indented) + "\n");
    }

    private IEnumerable<IGrouping<string, INamedTypeSymbol>> Namespaces() => library.Types.GroupBy(type => type.ContainingNamespace.ToDisplayString());
}
