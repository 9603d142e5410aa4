using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace XmlJson.Reference;

/// <summary>Writes doc comments, and types, as Markdown whose words no reader of Markdown or of Vue's templates takes for anything else.</summary>
internal sealed partial class CommentText(Library library, Links links, INamedTypeSymbol? page = null)
{
    /// <summary>A part of a comment: paragraphs, with an empty line between them.</summary>
    public string Write(XElement? part)
    {
        if (part is null)
        {
            return "";
        }

        var blocks = new List<string>();
        var line = new StringBuilder();
        foreach (var node in part.Nodes())
        {
            switch (node)
            {
                case XElement { Name.LocalName: "para" } paragraph:
                    End();
                    blocks.Add(Write(paragraph));
                    break;
                case XElement { Name.LocalName: "code" } code:
                    End();
                    blocks.Add($"```{(string?)code.Attribute("lang") ?? "csharp"}\n{Unindent(code.Value)}\n```");
                    break;
                case XElement { Name.LocalName: "list" } list:
                    End();
                    blocks.Add(string.Join('\n', list.Elements("item").Select(item => "- " + string.Join(": ", item.HasElements
                        ? item.Elements().Where(half => half.Name.LocalName is "term" or "description").Select(InLine).DefaultIfEmpty(InLine(item))
                        : [InLine(item)]))));
                    break;
                default:
                    line.Append(Inline(node));
                    break;
            }
        }

        End();
        return string.Join("\n\n", blocks.Where(block => block.Length > 0));

        void End()
        {
            blocks.Add(WhiteSpace().Replace(line.ToString(), " ").Trim());
            line.Clear();
        }
    }

    /// <summary>A part in one line, for a cell of a table.</summary>
    public string InLine(XElement? part) => Write(part).Replace("\n\n", " ", StringComparison.Ordinal).Replace('\n', ' ');

    /// <summary>The first sentence of a part, in one line.</summary>
    public string FirstSentence(XElement? part)
    {
        var text = InLine(part);
        var end = SentenceEnd().Match(text);
        return end.Success ? text[..(end.Index + 1)] : text;
    }

    /// <summary>A type, each name in it a link to where it is described.</summary>
    public string Write(ITypeSymbol type)
    {
        var text = new StringBuilder();
        foreach (var part in type.ToDisplayParts(Signature.Short))
        {
            var address = part.Symbol is INamedTypeSymbol named ? links.To(named) : null;
            text.Append(address is null ? Escape(part.ToString()) : $"[{Escape(part.ToString())}]({address})");
        }

        return text.ToString();
    }

    /// <summary>A symbol as a link to its description, under the name that it has there: on the page of its type that is its own, elsewhere the type's stands before it.</summary>
    public string Link(ISymbol symbol, string? text = null)
    {
        if (IsOnThisPage(symbol))
        {
            var own = text ?? Code(symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? Signature.TitleOf(symbol) : Signature.NameOf(symbol));
            return symbol is INamedTypeSymbol ? own : $"[{own}](#{links.AnchorOf(symbol.OriginalDefinition)})";
        }

        var name = text ?? (symbol is INamedTypeSymbol ? Code(Signature.NameOf(symbol)) : Code(symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? Signature.TitleOf(symbol) : $"{ShortOwner(symbol)}{Signature.NameOf(symbol)}"));
        return links.To(symbol) is { } address ? $"[{name}]({address})" : name;
    }

    /// <summary>What a part is about by its <c>cref</c>, as a link.</summary>
    public string About(XElement part) => (string?)part.Attribute("cref") is { } cref && library.Find(cref) is { } symbol ? Link(symbol) : See(part);

    /// <summary>Words as they are.</summary>
    public static string Escape(string text) => Special().Replace(text, match => match.Value switch
    {
        "<" => "&lt;",
        ">" => "&gt;",
        "&" => "&amp;",
        "{" => "&#123;",
        "}" => "&#125;",
        "|" => "&#124;",
        _ => "\\" + match.Value,
    });

    private bool IsOnThisPage(ISymbol symbol) => page is not null && library.Describes(symbol.OriginalDefinition)
        && SymbolEqualityComparer.Default.Equals(symbol is INamedTypeSymbol ? symbol.OriginalDefinition : Links.PageOf(symbol.OriginalDefinition), page);

    // A fence longer than any run of back quotes inside; a bar would end the cell of a table.
    private static string Code(string text)
    {
        if (text.Contains('|'))
        {
            return $"<code v-pre>{text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("|", "&#124;", StringComparison.Ordinal)}</code>";
        }

        var fence = new string('`', (BackQuotes().Matches(text).Select(run => run.Length).DefaultIfEmpty(0).Max() + 1));
        return text.StartsWith('`') || text.EndsWith('`') ? $"{fence} {text} {fence}" : $"{fence}{text}{fence}";
    }

    private string Inline(XNode node) => node switch
    {
        XText text => Escape(text.Value),
        XElement { Name.LocalName: "c" } code => Code(WhiteSpace().Replace(code.Value, " ")),
        XElement { Name.LocalName: "see" or "seealso" } see => See(see),
        XElement { Name.LocalName: "paramref" or "typeparamref" } reference => Code((string?)reference.Attribute("name") ?? ""),
        XElement { Name.LocalName: "i" or "em" } emphasis => $"*{Inline(emphasis)}*",
        XElement { Name.LocalName: "b" or "strong" } strong => $"**{Inline(strong)}**",
        XElement { Name.LocalName: "br" } => "<br>",
        XElement other => Inline(other),
        _ => "",
    };

    private string Inline(XElement element) => string.Concat(element.Nodes().Select(Inline));

    private string See(XElement see)
    {
        if ((string?)see.Attribute("langword") is { } word)
        {
            return Code(word);
        }

        if ((string?)see.Attribute("href") is { } address)
        {
            return $"[{(see.IsEmpty ? Escape(address) : Inline(see))}]({address})";
        }

        var text = see.IsEmpty || !see.Nodes().Any() ? null : Inline(see);
        return (string?)see.Attribute("cref") is { } cref && library.Find(cref) is { } symbol ? Link(symbol, text) : text ?? Escape(see.Value);
    }

    private static string ShortOwner(ISymbol member) => member.ContainingType is { } type ? $"{Signature.NameOf(type.IsExtension ? type.ContainingType : type)}." : "";

    private static string Unindent(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Trim('\n').TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : line.TrimStart()));
    }

    [GeneratedRegex(@"[\s]+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"[<>&{}|\\`*_\[\]]")]
    private static partial Regex Special();

    [GeneratedRegex("`+")]
    private static partial Regex BackQuotes();

    [GeneratedRegex(@"\.(?= |$)")]
    private static partial Regex SentenceEnd();
}
