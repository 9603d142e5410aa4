using System.Text;
using Microsoft.CodeAnalysis;

namespace XmlJson.Reference;

/// <summary>All types by namespace, with what each is for.</summary>
internal sealed class IndexPage(IEnumerable<IGrouping<string, INamedTypeSymbol>> namespaces, Comments comments, Links links)
{
    /// <summary>The anchor of a namespace.</summary>
    public static string AnchorOf(string name) => name.ToLowerInvariant().Replace('.', '-');

    /// <summary>The page as Markdown.</summary>
    public string Write()
    {
        var text = comments.Text(links);
        var page = new StringBuilder("---\ntitle: API reference\neditLink: false\n---\n\n# API reference\n\nEvery public type, from the doc comments of the sources. The guides say what to use when.\n\n<div class=\"overview\">\n");
        foreach (var space in namespaces)
        {
            page.Append($"\n## {space.Key} {{#{AnchorOf(space.Key)}}}\n\n| Type | |\n| --- | --- |\n");
            foreach (var type in space)
            {
                page.Append($"| [`{Signature.NameOf(type)}`]({links.To(type)}) | {text.FirstSentence(comments.Of(type).Part("summary"))} |\n");
            }
        }

        return page.Append("\n</div>\n").ToString();
    }
}
