using System.Runtime.InteropServices;
using XmlJson.Text;

namespace XmlJson.Trees;

// The document as a source of events.
public sealed partial class Document
{
    /// <summary>Reports the document as events: for a document that was built from events and not changed, the same ones.</summary>
    /// <remarks>
    /// A changed document gets the namespace declarations it lacks. Each run of text comes in one piece. The events' <see cref="Locator"/> knows the path, but no line.
    /// </remarks>
    /// <typeparam name="THandler">The handler's type; pass classes to the other overload.</typeparam>
    /// <param name="handler">What receives the events.</param>
    /// <returns>Whether the handler stopped it.</returns>
    /// <exception cref="InvalidOperationException">A prefix is used, but neither declared nor in a namespace.</exception>
    /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
    public ParseStatus WriteTo<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct => WriteTo(DocumentRow, ref handler);

    /// <inheritdoc cref="WriteTo{THandler}(ref THandler)"/>
    public ParseStatus WriteTo(IContentHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return WriteTo(DocumentRow, ref handler);
    }

    /// <summary>Reports a part as a document of its own.</summary>
    /// <param name="top">The part.</param>
    /// <param name="handler">What receives the events.</param>
    /// <param name="inheritsSpace">Whether it takes over <c>xml:space</c>, where white space is preserved above it.</param>
    internal ParseStatus WriteTo<THandler>(int top, ref THandler handler, bool inheritsSpace = false)
        where THandler : IContentHandler, allows ref struct
    {
        var fixup = IsEdited || top != DocumentRow ? new NamespaceFixup(this, top, inheritsSpace) : null;
        var source = new NodeSource(this, top, fixup);
        if (typeof(THandler).IsValueType)
        {
            return source.Run(ref handler);
        }

        var reference = (IContentHandler?)ClassArgument.Read(ref handler);
        ArgumentNullException.ThrowIfNull(reference, nameof(handler));
        if (reference is IDirectHandler direct)
        {
            return direct.Receive(ref source);
        }

        var adapter = new HandlerReference(reference);
        return source.Run(ref adapter);
    }

    /// <summary>An element's attributes as events have them.</summary>
    /// <param name="first">The first attribute; 0 for none.</param>
    /// <param name="buffer">Holds them until the next call.</param>
    internal AttributeList GetAttributes(int first, AttributeBuffer buffer)
    {
        if (first == 0)
        {
            return default;
        }

        // A parsed element's values stand near each other as a rule; what stands near the first one needs no copy.
        buffer.Clear();
        ReadOnlySpan<byte> near = [];
        var nearStart = 0;
        for (var index = first; index > 0; index = Attribute(index).Next)
        {
            ref var attribute = ref Attribute(index);
            ref readonly var name = ref Names[attribute.Name];
            ref var row = ref buffer.NextRow();
            row = new AttributeRow
            {
                NameId = name.Qualified,
                UriId = name.Namespace,
                Length = attribute.Value.Length,
                Flags = (attribute.IsSpecified ? 0 : AttributeRowFlags.Defaulted)
                    | (name.Namespace == XmlNames.XmlnsNamespace ? AttributeRowFlags.NamespaceDeclaration : 0),
                Type = attribute.Type,
            };
            if (row.Length == 0)
            {
                continue;
            }

            if (near.IsEmpty)
            {
                near = MemoryAround(attribute.Value.Start, out nearStart);
            }

            row.Start = attribute.Value.Start < 0 ? nearStart - attribute.Value.Start : attribute.Value.Start - nearStart;
            if (attribute.Value.Start < 0 != nearStart < 0 || row.Length > near.Length || (uint)row.Start > (uint)(near.Length - row.Length))
            {
                row.Start = buffer.Store(TextAt(attribute.Value));
                row.Flags |= AttributeRowFlags.Stored;
            }
        }

        return new AttributeList(buffer, ref MemoryMarshal.GetReference(near));
    }

    /// <summary>The memory around a place that a text begins at, and the place where that memory begins.</summary>
    private ReadOnlySpan<byte> MemoryAround(int start, out int first)
    {
        if (start < 0)
        {
            first = ~0;
            return _source.Span;
        }

        return _bytes.BlockOf(start, out first);
    }
}
