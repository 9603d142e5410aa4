using System.Diagnostics.CodeAnalysis;

namespace XmlJson.Trees;

/// <summary>
/// One of many elements of a document: a small tree that holds this element and, above it, its ancestors with their names and attributes, but none of their other children.
/// Look at it through a view: <c>using XmlJson.Dom;</c> or <c>using XmlJson.ElementTree;</c>.
/// </summary>
/// <remarks>
/// The tree is valid until the next record is asked for. A handle that is kept longer throws <see cref="ObjectDisposedException"/> as soon as its memory is used again; until then it shows what it
/// did. To keep a record, copy it: <c>record.Document.Clone()</c>. It may be changed: that does not show in the next record.
/// </remarks>
public readonly struct XmlRecord
{
    private readonly FoundRecord _found;
    private readonly Document? _document;

    internal XmlRecord(in FoundRecord found, Document? document)
    {
        _found = found;
        _document = document;
    }

    /// <summary>How many records came before this one, damaged ones included.</summary>
    public long Index => _found.Index;

    /// <summary>Where the record's start tag begins; in the text of an entity, where the reference is.</summary>
    public TextPosition Position => _found.Position;

    /// <summary>The number of bytes in the input before the first one behind the record; -1 where <see cref="TextPosition.ByteOffset"/> is.</summary>
    public long End => _found.End;

    /// <summary>What is wrong with the record; <see langword="null"/> when nothing is. Others than these come only with <see cref="RecordErrorPolicy.Report"/>.</summary>
    public XmlSyntaxException? Error => _found.Error;

    /// <summary>Whether the record could not be read.</summary>
    [MemberNotNullWhen(true, nameof(Error))]
    public bool IsDamaged => Error is not null;

    /// <summary>The tree: the record and its ancestors.</summary>
    /// <exception cref="XmlSyntaxException">The record is damaged: this is its <see cref="Error"/>.</exception>
    /// <exception cref="InvalidOperationException">This is no record, but <see langword="default"/>.</exception>
    public Document Document => _document ?? throw (Error as Exception ?? NoRecord());

    internal int Row => _found.Row;

    /// <summary>
    /// Reports the record alone as a document of its own: of the namespaces declared above it, those that its names are in, and those of the types it names with <c>xsi:type</c>, are declared in it; and
    /// <c>xml:space="preserve"</c> above it stands on it.
    /// </summary>
    /// <typeparam name="THandler">The handler's type; pass classes to the other overload.</typeparam>
    /// <param name="handler">What receives the events. Their <see cref="Locator"/> knows the path in the whole document, but no line.</param>
    /// <returns>Whether the handler stopped it.</returns>
    /// <exception cref="XmlSyntaxException">The record is damaged.</exception>
    /// <exception cref="ObjectDisposedException">A later record was asked for.</exception>
    /// <exception cref="InvalidOperationException">This is no record, or a prefix that was set by hand is not declared.</exception>
    public ParseStatus WriteTo<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct => Document.WriteTo(Row, ref handler, inheritsSpace: true);

    /// <inheritdoc cref="WriteTo{THandler}(ref THandler)"/>
    public ParseStatus WriteTo(IContentHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return WriteTo(ref handler);
    }

    private static InvalidOperationException NoRecord() => new("This is no record: it did not come of an enumeration.");
}
