using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace XmlJson.Reference;

/// <summary>What is said of each symbol, with <c>inheritdoc</c> followed to where the words are.</summary>
internal sealed class Comments(Library library, CommentFile file)
{
    /// <summary>What is said of a symbol: what it says itself, and behind that what it inherits and does not say.</summary>
    public Comment Of(ISymbol symbol) => Of(symbol, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    // The depth is that of a chain of types, each of which inherits its words from the next.
    private Comment Of(ISymbol symbol, HashSet<ISymbol> seen)
    {
        var xml = file.Find(symbol.OriginalDefinition.GetDocumentationCommentId()) ?? OfRecordProperty(symbol);
        if (xml?.Element("inheritdoc") is null || !seen.Add(symbol))
        {
            return new Comment(xml);
        }

        var own = new XElement("member", xml.Elements().Where(part => part.Name.LocalName != "inheritdoc"));
        var comment = new Comment(own);
        foreach (var source in xml.Elements("inheritdoc").Select(inherit => inherit.Attribute("cref") is { } cref ? library.Find(cref.Value) : Inherited(symbol)))
        {
            if (source is not null && !library.Describes(source))
            {
                comment = comment with { Platform = source };
            }
            else if (source is not null)
            {
                var inherited = Of(source, seen);
                Fill(own, inherited.Xml, symbol);
                comment = comment with { Platform = comment.Platform ?? inherited.Platform, From = comment.From ?? source };
            }
        }

        return comment;
    }

    // A part is known by what it is about: a parameter, an exception; the others are there once.
    private static void Fill(XElement own, XElement? inherited, ISymbol symbol)
    {
        foreach (var part in inherited?.Elements() ?? [])
        {
            var about = (string?)part.Attribute("name") ?? (string?)part.Attribute("cref");
            var isOfAnother = part.Name.LocalName is "param" && !Signature.ParametersOf(symbol).Any(parameter => parameter.Name == about);
            if (!isOfAnother && !own.Elements(part.Name).Any(said => ((string?)said.Attribute("name") ?? (string?)said.Attribute("cref")) == about))
            {
                own.Add(part);
            }
        }
    }

    /// <summary>Writes comments as Markdown, with links to the pages of the library.</summary>
    /// <param name="links">Where symbols are described.</param>
    /// <param name="page">The type on whose page they stand, if it is one's.</param>
    public CommentText Text(Links links, INamedTypeSymbol? page = null) => new(library, links, page);

    /// <summary>The member or type that a symbol's comment is inherited from when it does not say: what it overrides, else what it implements, else its base.</summary>
    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method.OriginalDefinition,
        IPropertySymbol { OverriddenProperty: { } property } => property.OriginalDefinition,
        INamedTypeSymbol type => type.BaseType is { SpecialType: not SpecialType.System_Object } parent ? parent.OriginalDefinition : type.Interfaces.FirstOrDefault()?.OriginalDefinition,
        _ => Implemented(symbol),
    };

    // By name and types: where a parameter is `in`, the assembly has another method between the interface's and the one that was written.
    private static ISymbol? Implemented(ISymbol symbol) => symbol.ContainingType?.AllInterfaces.SelectMany(type => type.GetMembers(symbol.Name))
        .FirstOrDefault(member => TypesOf(member).SequenceEqual(TypesOf(symbol), SymbolEqualityComparer.Default))?.OriginalDefinition;

    private static IEnumerable<ITypeSymbol> TypesOf(ISymbol member) => Signature.ParametersOf(member).Select(parameter => parameter.Type);

    // A property that a record has from its parameter is described there.
    private XElement? OfRecordProperty(ISymbol symbol)
    {
        if (symbol is not IPropertySymbol { ContainingType: { IsRecord: true } record })
        {
            return null;
        }

        var said = file.Find(record.GetDocumentationCommentId())?.Elements("param").FirstOrDefault(part => (string?)part.Attribute("name") == symbol.Name);
        return said is null ? null : new XElement("member", new XElement("summary", said.Nodes()));
    }
}
