using System.Text;
using Microsoft.CodeAnalysis;

namespace XmlJson.Reference;

/// <summary>Where a symbol is described: a page and an anchor of this reference, or the platform's.</summary>
internal sealed class Links(Library library)
{
    private readonly Dictionary<INamedTypeSymbol, Dictionary<ISymbol, string>> _anchors = new(SymbolEqualityComparer.Default);

    /// <summary>The name of a type's page, without an extension.</summary>
    public static string FileOf(INamedTypeSymbol type)
    {
        var name = type.Arity == 0 ? type.Name : $"{type.Name}-{type.Arity}";
        return type.ContainingType is { } outer ? $"{FileOf(outer)}.{name}" : $"{type.ContainingNamespace.ToDisplayString()}.{name}";
    }

    /// <summary>The type on whose page a member is described: that of an extension block is the one that holds the block.</summary>
    public static INamedTypeSymbol PageOf(ISymbol member) => member.ContainingType is { IsExtension: true } block ? block.ContainingType : member.ContainingType;

    /// <summary>The address of a symbol; null when it is described nowhere.</summary>
    public string? To(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        return symbol switch
        {
            INamedTypeSymbol type when library.Describes(type) => $"./{FileOf(type)}.md",
            INamedTypeSymbol type => PlatformPage(type),
            ITypeSymbol or INamespaceSymbol => null,
            _ when library.Describes(symbol) => $"./{FileOf(PageOf(symbol))}.md#{AnchorOf(symbol)}",
            _ when symbol.ContainingType is { } type && !library.Describes(type) => PlatformPage(type) is { } page ? $"{page}.{NameInAddress(symbol)}" : null,
            _ => symbol.ContainingType is { } type ? To(type) : null,
        };
    }

    /// <summary>The anchor of a member on its type's page: its name, and its parameters' types when others have that name.</summary>
    public string AnchorOf(ISymbol member)
    {
        var type = PageOf(member);
        if (!_anchors.TryGetValue(type, out var anchors))
        {
            _anchors[type] = anchors = Assign(type);
        }

        return anchors[member];
    }

    private static Dictionary<ISymbol, string> Assign(INamedTypeSymbol type)
    {
        var anchors = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var overloads in Library.MembersOf(type).GroupBy(member => Slug(Signature.NameOf(member))))
        {
            foreach (var member in overloads)
            {
                var anchor = overloads.Key;
                if (overloads.Skip(1).Any())
                {
                    anchor = Slug(string.Join(' ', Signature.ParametersOf(member).Select(parameter => parameter.Type.ToDisplayString(Signature.Short)).Prepend(anchor)));
                }

                var free = anchor;
                for (var number = 2; !taken.Add(free); number++)
                {
                    free = $"{anchor}-{number}";
                }

                anchors[member] = free;
            }
        }

        return anchors;
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var character in text)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(char.ToLowerInvariant(character));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-') is { Length: > 0 } found ? found : "member";
    }

    private static string? PlatformPage(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Error || type.ContainingNamespace is null or { IsGlobalNamespace: true })
        {
            return null;
        }

        var name = type.Arity == 0 ? type.Name : $"{type.Name}-{type.Arity}";
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = $"{outer.Name}.{name}";
        }

        return $"https://learn.microsoft.com/dotnet/api/{type.ContainingNamespace.ToDisplayString()}.{name}".ToLowerInvariant();
    }

    private static string NameInAddress(ISymbol member) => (member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? "-ctor" : member.Name).ToLowerInvariant();
}
