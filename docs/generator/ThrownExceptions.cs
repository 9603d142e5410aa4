using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace XmlJson.Reference;

/// <summary>
/// The exceptions that a member throws for certain on some path: <c>throw</c> and <c>ThrowIf…</c> in its own body, in methods of its type that are not public, and in methods that never return.
/// </summary>
/// <remarks>
/// What is thrown by other types of the library is not seen, nor what lambdas throw, which may run later. <see cref="ArgumentNullException"/> is left out, since the types of the parameters say
/// where null may stand, and so is what reports a fault of the library itself.
/// </remarks>
internal sealed class ThrownExceptions(Func<SyntaxTree, SemanticModel> modelOf)
{
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly Stack<IMethodSymbol> _waiting = new();
    private readonly HashSet<ITypeSymbol> _thrown = new(SymbolEqualityComparer.Default);

    /// <summary>The exceptions that a method, a constructor or the public accessors of a property throw.</summary>
    public IReadOnlyCollection<ITypeSymbol> Of(ISymbol member)
    {
        foreach (var method in member is IPropertySymbol property ? [property.GetMethod, property.SetMethod] : new[] { member as IMethodSymbol })
        {
            if (method is { DeclaredAccessibility: Accessibility.Public or Accessibility.Protected })
            {
                _waiting.Push(method);
            }
        }

        while (_waiting.TryPop(out var method))
        {
            if (_seen.Add(method.OriginalDefinition))
            {
                Read(method.OriginalDefinition);
            }
        }

        return _thrown;
    }

    private void Read(IMethodSymbol method)
    {
        foreach (var syntax in (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()))
        {
            // The body of `int P => …` belongs to the property.
            var body = syntax is ArrowExpressionClauseSyntax ? syntax.Parent! : syntax;
            var model = modelOf(body.SyntaxTree);
            foreach (var node in body.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or TypeDeclarationSyntax)))
            {
                Read(node, method, model);
            }
        }
    }

    private void Read(SyntaxNode node, IMethodSymbol within, SemanticModel model)
    {
        switch (node)
        {
            case ThrowStatementSyntax { Expression: { } thrown }:
                Add(model.GetTypeInfo(thrown).Type, node, model);
                break;
            case ThrowExpressionSyntax thrown:
                Add(model.GetTypeInfo(thrown.Expression).Type, node, model);
                break;
            case InvocationExpressionSyntax or ConstructorInitializerSyntax when model.GetSymbolInfo(node).Symbol is IMethodSymbol called:
                if (called is { IsStatic: true } && called.Name.StartsWith("ThrowIf", StringComparison.Ordinal) && IsException(called.ContainingType))
                {
                    Add(ThrownByGuard(called), node, model);
                }
                else if (NeverReturns(called) || called.DeclaredAccessibility != Accessibility.Public && IsSameType(called, within) && !IsCaught(null, node, model))
                {
                    _waiting.Push(called);
                }

                break;
        }
    }

    // ThrowIfNullOrEmpty and ThrowIfNullOrWhiteSpace are members of ArgumentException, ThrowIfNull of ArgumentNullException, and so on: the type says it.
    private static INamedTypeSymbol ThrownByGuard(IMethodSymbol guard) => guard.ContainingType;

    private static bool NeverReturns(IMethodSymbol method) => method.DeclaringSyntaxReferences.Length > 0 && method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "DoesNotReturnAttribute");

    private static bool IsSameType(IMethodSymbol called, IMethodSymbol caller) => SymbolEqualityComparer.Default.Equals(called.OriginalDefinition.ContainingType, caller.OriginalDefinition.ContainingType);

    private static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: nameof(Exception), ContainingNamespace.Name: nameof(System) })
            {
                return true;
            }
        }

        return false;
    }

    private void Add(ITypeSymbol? type, SyntaxNode node, SemanticModel model)
    {
        var isOfInterest = IsException(type) && type!.Name is not (nameof(Exception) or nameof(ArgumentNullException) or "UnreachableException");
        if (isOfInterest && !IsCaught(type, node, model))
        {
            _thrown.Add(type!);
        }
    }

    // Whether a catch without a filter stands around a place, up to the method; a type of null asks for one that catches everything.
    private static bool IsCaught(ITypeSymbol? type, SyntaxNode node, SemanticModel model)
    {
        for (var at = node; at.Parent is { } parent and not MemberDeclarationSyntax; at = parent)
        {
            if (parent is TryStatementSyntax attempt && attempt.Block == at && attempt.Catches.Any(clause => clause.Filter is null && Catches(clause, type, model)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Catches(CatchClauseSyntax clause, ITypeSymbol? type, SemanticModel model)
    {
        var caught = clause.Declaration is { } declaration ? model.GetTypeInfo(declaration.Type).Type : null;
        if (caught is null or { Name: nameof(Exception), ContainingNamespace.Name: nameof(System) })
        {
            return true;
        }

        for (var at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, caught))
            {
                return true;
            }
        }

        return false;
    }
}
