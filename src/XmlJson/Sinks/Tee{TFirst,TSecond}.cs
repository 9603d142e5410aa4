using System.Diagnostics.CodeAnalysis;

namespace XmlJson;

/// <summary>Gives every event to two handlers, to the first one first. Nest it for more.</summary>
/// <remarks>
/// Structs keep their state inside the tee: read it from <see cref="First"/> and <see cref="Second"/> after the parse. Either handler can stop the parse, for both. When the
/// first one throws, the second does not get that event. Where a class is needed, cast the tee to <see cref="IContentHandler"/>.
/// </remarks>
/// <typeparam name="TFirst">The first handler's type; calls to a struct or a sealed class are inlined.</typeparam>
/// <typeparam name="TSecond">The second handler's type.</typeparam>
public struct Tee<TFirst, TSecond> : IContentHandler
    where TFirst : IContentHandler
    where TSecond : IContentHandler
{
    private TFirst _first;
    private TSecond _second;

    /// <summary>Joins two handlers; for more than two, one of them is a <see cref="Tee{TFirst, TSecond}"/> itself.</summary>
    /// <param name="first">Gets each event first. A struct is copied.</param>
    /// <param name="second">Gets each event after it. A struct is copied.</param>
    public Tee(TFirst first, TSecond second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        _first = first;
        _second = second;
    }

    /// <summary>The first handler, in the state that the events have left it in.</summary>
    [UnscopedRef]
    public ref TFirst First => ref _first;

    /// <summary>The second handler, in the state that the events have left it in.</summary>
    [UnscopedRef]
    public ref TSecond Second => ref _second;

    /// <inheritdoc/>
    public void StartDocument(scoped DocumentStart document)
    {
        _first.StartDocument(document);
        _second.StartDocument(document);
    }

    /// <inheritdoc/>
    public void DocumentType(scoped DocumentTypeDeclaration documentType)
    {
        _first.DocumentType(documentType);
        _second.DocumentType(documentType);
    }

    /// <inheritdoc/>
    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        _first.StartElement(in name, attributes);
        _second.StartElement(in name, attributes);
    }

    /// <inheritdoc/>
    public void EndElement(scoped in XmlName name)
    {
        _first.EndElement(in name);
        _second.EndElement(in name);
    }

    /// <inheritdoc/>
    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        _first.Characters(text, kind);
        _second.Characters(text, kind);
    }

    /// <inheritdoc/>
    public void StartCData()
    {
        _first.StartCData();
        _second.StartCData();
    }

    /// <inheritdoc/>
    public void EndCData()
    {
        _first.EndCData();
        _second.EndCData();
    }

    /// <inheritdoc/>
    public void Comment(scoped ReadOnlySpan<byte> text)
    {
        _first.Comment(text);
        _second.Comment(text);
    }

    /// <inheritdoc/>
    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        _first.ProcessingInstruction(target, data);
        _second.ProcessingInstruction(target, data);
    }

    /// <inheritdoc/>
    public void SkippedEntity(scoped ReadOnlySpan<byte> name)
    {
        _first.SkippedEntity(name);
        _second.SkippedEntity(name);
    }

    /// <inheritdoc/>
    public void EndDocument()
    {
        _first.EndDocument();
        _second.EndDocument();
    }
}
