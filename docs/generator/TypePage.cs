using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace XmlJson.Reference;

/// <summary>The page of a type: what it is, an overview of its members, and each of them.</summary>
internal sealed class TypePage(INamedTypeSymbol type, Comments comments, SourceCode sources, Links links, Guides guides, string sourceUrl)
{
    // Anchors of members have no "-" but before the types of parameters, and no type is called "top".
    private const string TopAnchor = "type-top";

    private static readonly string[] Groups = ["Constructors", "Members", "Fields", "Properties", "Methods", "Operators"];

    private readonly StringBuilder _page = new();
    private readonly CommentText _text = comments.Text(links, type);

    /// <summary>The page as Markdown.</summary>
    public string Write()
    {
        var comment = comments.Of(type);
        Line($"---\ntitle: {Signature.NameOf(type)}\noutline: [2, 3]\neditLink: false\n---\n");
        Line($"# {CommentText.Escape(Signature.NameOf(type))} <Badge type=\"info\" text=\"{KindOf(type)}\" /> {{#{TopAnchor}}}\n");
        Line($"{_text.Write(comment.Part("summary"))}\n");
        Line($"Namespace [`{type.ContainingNamespace.ToDisplayString()}`](./index.md#{IndexPage.AnchorOf(type.ContainingNamespace.ToDisplayString())}) · {Source(type)}\n");
        if (guides.LinksFor(type) is { Count: > 0 } found)
        {
            Line($"<div class=\"guides\">\n\nGuides: {string.Join(" · ", found)}\n\n</div>\n");
        }

        Line($"```csharp\n{Signature.DeclarationOf(type)}\n```\n");
        WriteParts(type, comment, "##");
        var groups = Library.MembersOf(type).OrderBy(member => !IsInMainFile(member)).GroupBy(GroupOf).OrderBy(group => Array.IndexOf(Groups, group.Key)).ToArray();
        if (type.TypeKind == TypeKind.Enum)
        {
            WriteEnum(groups.SelectMany(group => group));
        }
        else
        {
            WriteOverview(groups);
            foreach (var group in groups)
            {
                Line($"## {group.Key} {{#all-{group.Key.ToLowerInvariant()}}}\n");
                foreach (var member in group)
                {
                    WriteMember(member);
                }
            }
        }

        return _page.ToString().TrimEnd() + "\n";
    }

    // Of a type in several files the one that has its name alone is what it is for: `Xml.cs` before `Xml.Canonicalize.cs`.
    private bool IsInMainFile(ISymbol member) => sources.PlaceOf(member) is not { } place || Path.GetFileNameWithoutExtension(place.Path) == type.Name;

    private static string KindOf(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Enum } => "enum",
        { TypeKind: TypeKind.Delegate } => "delegate",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct, IsRefLikeType: true } => "ref struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        { IsStatic: true } => "static class",
        _ => "class",
    };

    private static string GroupOf(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "Constructors",
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } => "Operators",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "Members",
        IFieldSymbol => "Fields",
        IPropertySymbol => "Properties",
        _ => "Methods",
    };

    private void WriteEnum(IEnumerable<ISymbol> members)
    {
        Line("## Members {#all-members}\n\n| Name | Value | |\n| --- | --- | --- |");
        foreach (var member in members)
        {
            var comment = comments.Of(member);
            var said = string.Join(' ', new[] { comment.Part("summary"), comment.Part("remarks") }.Where(part => part is not null).Select(_text.InLine));
            Line($"| <span id=\"{links.AnchorOf(member)}\">`{member.Name}`</span> | {((IFieldSymbol)member).ConstantValue} | {said} |");
        }

        Line("");
    }

    private void WriteOverview(IEnumerable<IGrouping<string, ISymbol>> groups)
    {
        var members = groups.SelectMany(group => group).ToArray();
        if (members.Length < 2)
        {
            return;
        }

        Line("<div class=\"overview\">\n\n## Overview {#overview-of-members}\n\n| Member | |\n| --- | --- |");
        foreach (var member in members)
        {
            Line($"| [{CommentText.Escape(Signature.TitleOf(member))}](#{links.AnchorOf(member)}) | {Summary(member, isShort: true)} |");
        }

        Line("\n</div>\n");
    }

    private void WriteMember(ISymbol member)
    {
        var comment = comments.Of(member);
        Line($"### {CommentText.Escape(Signature.TitleOf(member))} {{#{links.AnchorOf(member)}}}\n");
        Line($"{Summary(member, isShort: false)}\n");
        Line($"```csharp\n{(member.ContainingType is { IsExtension: true } block ? $"// on {block.ExtensionParameter!.Type.ToDisplayString(Signature.Short)}\n" : "")}{Signature.DeclarationOf(member)}\n```\n");
        WriteParts(member, comment, "####");
        var inherited = comment.From is { } from ? $"As {_text.Link(from)} says. " : "";
        Line($"<div class=\"source\">{(inherited.Length > 0 ? "\n\n" + inherited : "\n\n")}{Source(member)}\n\n</div>\n");
    }

    private string Summary(ISymbol member, bool isShort)
    {
        var comment = comments.Of(member);
        if (comment.Platform is { } platform)
        {
            return $"As {_text.Link(platform)} says.";
        }

        if (comment.Part("summary") is { } summary)
        {
            return isShort ? _text.FirstSentence(summary) : _text.Write(summary);
        }

        return "Makes one with the defaults.";
    }

    private void WriteParts(ISymbol symbol, Comment comment, string heading)
    {
        var isType = symbol is INamedTypeSymbol;
        WriteList("Type parameters", Signature.TypeParametersOf(symbol).Select(parameter => (parameter.Name, "", comment.Part("typeparam", parameter.Name))), heading, isType);
        WriteList("Parameters", Signature.ParametersOf(symbol).Select(parameter => (parameter.Name, _text.Write(parameter.Type), comment.Part("param", parameter.Name))), heading, isType);
        if (comment.Part("returns") is { } returns)
        {
            var kind = symbol is IMethodSymbol method ? $"{_text.Write(method.ReturnType)}: " : "";
            Label("Returns", heading, isType);
            Line($"{kind}{_text.Write(returns)}\n");
        }

        if (comment.Part("value") is { } value)
        {
            Label("Value", heading, isType);
            Line($"{_text.Write(value)}\n");
        }

        if (comment.Parts("exception").ToArray() is { Length: > 0 } exceptions)
        {
            Label("Exceptions", heading, isType);
            foreach (var exception in exceptions)
            {
                Line($"- {_text.About(exception)}: {_text.InLine(exception)}");
            }

            Line("");
        }

        if (comment.Part("remarks") is { } remarks)
        {
            Label("Remarks", heading, isType);
            Line($"{_text.Write(remarks)}\n");
        }

        foreach (var example in comment.Parts("example"))
        {
            Label("Example", heading, isType);
            Line($"{_text.Write(example)}\n");
        }

        if (comment.Parts("seealso").ToArray() is { Length: > 0 } others)
        {
            Label("See also", heading, isType);
            Line(string.Join(" · ", others.Select(_text.About)) + "\n");
        }
    }

    private void WriteList(string title, IEnumerable<(string Name, string Type, XElement? Said)> rows, string heading, bool isType)
    {
        var said = rows.Where(row => row.Said is not null || row.Type.Length > 0).ToArray();
        if (said.Length == 0)
        {
            return;
        }

        Label(title, heading, isType);
        foreach (var row in said)
        {
            var text = _text.InLine(row.Said);
            Line($"- `{row.Name}` {row.Type}{(text.Length > 0 ? (row.Type.Length > 0 ? ": " : "") + text : "")}");
        }

        Line("");
    }

    // A type's parts are headings, so that the outline has them; those of a member would only fill it.
    private void Label(string title, string heading, bool isType) => Line(isType ? $"{heading} {title} {{#type-{title.ToLowerInvariant().Replace(' ', '-')}}}\n" : $"**{title}**\n");

    private string Source(ISymbol symbol) => sources.PlaceOf(symbol) is { } place ? $"[Source]({sourceUrl}{place.Path}#L{place.Line})" : "";

    private void Line(string text) => _page.Append(text).Append('\n');
}
