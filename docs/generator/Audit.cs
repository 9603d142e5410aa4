using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace XmlJson.Reference;

/// <summary>Looks for what the comments lack: a summary, something that a reference leads to, an exception that is thrown.</summary>
internal sealed class Audit(Library library, Comments comments, SourceCode sources)
{
    /// <summary>All that is wrong: a line each, which begins with the place in the sources.</summary>
    public IReadOnlyList<string> Problems() => [.. library.Types.SelectMany(type => Library.MembersOf(type).Where(NeedsComment).Prepend(type)).SelectMany(ProblemsOf).Order(StringComparer.Ordinal)];

    // A constructor that nobody wrote has nothing to say.
    private bool NeedsComment(ISymbol member) => member is not IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 } || sources.IsWritten(member);

    private IEnumerable<string> ProblemsOf(ISymbol symbol)
    {
        var comment = comments.Of(symbol);
        var place = sources.PlaceOf(symbol) is { } found ? $"{found.Path}({found.Line}): " : "";
        var name = symbol.ToDisplayString();
        if (comment.Part("summary") is null && comment.Platform is null)
        {
            yield return $"{place}{name} has no summary";
        }

        foreach (var cref in comment.Xml?.Descendants().Attributes("cref").Select(cref => cref.Value).Distinct() ?? [])
        {
            if (library.Find(cref) is null)
            {
                // What the compiler could not find it marks so; what it found and the assembly does not show is internal.
                yield return $"{place}{name} refers to {cref}, which {(cref.StartsWith("!:", StringComparison.Ordinal) ? "there is not" : "is not public")}";
            }
        }

        // What the platform describes throws as it says there.
        if (comment.Platform is null)
        {
            foreach (var thrown in sources.ThrownBy(symbol).Where(thrown => !IsSaid(thrown, comment) && !IsSaid(thrown, comments.Of(symbol.ContainingType))))
            {
                yield return $"{place}{name} throws {thrown.ToDisplayString()}, which its comment does not say";
            }
        }
    }

    // A base of the exception says it too. A type's comment may say it for all members.
    private static bool IsSaid(ITypeSymbol thrown, Comment comment)
    {
        var said = comment.Parts("exception").Select(Cref).ToHashSet(StringComparer.Ordinal);
        for (var at = thrown; at is not null; at = at.BaseType)
        {
            if (said.Contains(at.GetDocumentationCommentId()))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Cref(XElement part) => (string?)part.Attribute("cref");
}
