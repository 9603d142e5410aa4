using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace XmlJson.Reference;

/// <summary>Symbols as C# writes them.</summary>
internal static class Signature
{
    private const int Width = 100;

    /// <summary>A type without its namespace.</summary>
    public static readonly SymbolDisplayFormat Short = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat Member = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeConstantValue,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.StaticMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeModifiers
            | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeMemberKeyword,
        miscellaneousOptions: Short.MiscellaneousOptions);

    private static readonly SymbolDisplayFormat Name = Short.WithMemberOptions(SymbolDisplayMemberOptions.None);

    /// <summary>The name of a type or member, as a heading has it: <c>Xml</c>, <c>ToJson</c>, <c>operator ==</c>, <c>this[]</c>.</summary>
    public static string NameOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.Name,
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } @operator => @operator.ToDisplayString(Member.WithMemberOptions(SymbolDisplayMemberOptions.None)),
        IPropertySymbol { IsIndexer: true } => "this[]",
        IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => symbol.Name,
        _ => symbol.ToDisplayString(Name),
    };

    /// <summary>The name, and the types of the parameters of what has some: <c>ToJson(Stream, Stream)</c>.</summary>
    public static string TitleOf(ISymbol symbol)
    {
        var parameters = string.Join(", ", ParametersOf(symbol).Select(parameter => parameter.Type.ToDisplayString(Short)));
        return symbol switch
        {
            IMethodSymbol method when method.TypeParameters.Length > 0 => $"{NameOf(symbol)}<{string.Join(", ", method.TypeParameters.Select(type => type.Name))}>({parameters})",
            IMethodSymbol => $"{NameOf(symbol)}({parameters})",
            IPropertySymbol { IsIndexer: true } => $"this[{parameters}]",
            _ => NameOf(symbol),
        };
    }

    /// <summary>The parameters of a method or indexer.</summary>
    public static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke.Parameters,
        _ => [],
    };

    /// <summary>The type parameters of a type or method.</summary>
    public static ImmutableArray<ITypeParameterSymbol> TypeParametersOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.TypeParameters,
        INamedTypeSymbol type => type.TypeParameters,
        _ => [],
    };

    /// <summary>The whole declaration; one that is long has its parameters on lines of their own.</summary>
    public static string DeclarationOf(ISymbol symbol)
    {
        var text = symbol.ToDisplayString(Member);
        if (symbol is INamedTypeSymbol type)
        {
            return DeclarationOf(type, text);
        }

        if (symbol.ContainingType.TypeKind == TypeKind.Enum)
        {
            return text[text.IndexOf(symbol.Name, StringComparison.Ordinal)..];
        }

        return (text.Length > Width ? Wrap(text, ParametersOf(symbol).Length) : text) + (symbol is IPropertySymbol ? "" : ";");
    }

    private static string DeclarationOf(INamedTypeSymbol type, string text)
    {
        var modifiers = type switch
        {
            { TypeKind: TypeKind.Class, IsStatic: true } => "static ",
            { TypeKind: TypeKind.Class, IsSealed: true } => "sealed ",
            { TypeKind: TypeKind.Class, IsAbstract: true } => "abstract ",
            _ => "",
        };
        var keyword = text.StartsWith("public ", StringComparison.Ordinal) ? text["public ".Length..] : text;
        keyword = keyword.StartsWith(modifiers, StringComparison.Ordinal) ? keyword : modifiers + keyword;
        var bases = type.Interfaces.Where(face => !(type.IsRecord && face.Name == "IEquatable"));
        if (type is { TypeKind: TypeKind.Class, BaseType.SpecialType: not SpecialType.System_Object })
        {
            bases = bases.Prepend(type.BaseType);
        }

        var list = type.TypeKind is TypeKind.Enum or TypeKind.Delegate ? "" : string.Join(", ", bases.Select(parent => parent.ToDisplayString(Short)));
        var flags = type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(FlagsAttribute)) ? "[Flags]\n" : "";
        var constraints = keyword.IndexOf(" where ", StringComparison.Ordinal);
        var head = constraints < 0 ? keyword : keyword[..constraints];
        return $"{flags}public {head}{(list.Length > 0 ? " : " : "")}{list}{(constraints < 0 ? "" : keyword[constraints..])}{(type.TypeKind == TypeKind.Delegate ? ";" : "")}";
    }

    // Breaks after each comma of the parameter list, which is the last bracket at the top level that is neither a type argument's nor a tuple's.
    private static string Wrap(string text, int parameters)
    {
        if (parameters == 0)
        {
            return text;
        }

        var result = new StringBuilder();
        var depth = 0;
        var isOpen = false;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            var isListStart = !isOpen && depth == 0 && character is '(' or '[' && i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '>' or '=');
            depth += character is '(' or '[' or '<' ? 1 : character is ')' or ']' or '>' ? -1 : 0;
            result.Append(character);
            if (isListStart)
            {
                isOpen = true;
                result.Append("\n    ");
            }
            else if (isOpen && depth == 1 && character == ',')
            {
                result.Append("\n   ");
            }
        }

        return result.ToString().Replace(" where ", "\n    where ", StringComparison.Ordinal);
    }
}
