namespace XmlJson.Trees;

/// <summary>
/// A whole document in a few pooled arrays. Look at it and change it through a view: <c>using XmlJson.Dom;</c> or <c>using XmlJson.ElementTree;</c>, or both.
/// </summary>
/// <remarks>
/// <para>Handles of the views are this object and a row number, so they cost no memory. <see cref="Dispose"/> gives the memory to the next document; handles used after that
/// throw <see cref="ObjectDisposedException"/>, and no span taken from the document may be used any more. A document that is not disposed is collected like any other object.</para>
/// <para>Any number of threads may read at once; while one changes or disposes the document no other may use it. Nodes that were removed stay, without a parent, until the end.</para>
/// </remarks>
public sealed partial class Document : IDisposable
{
    /// <summary>In <see cref="NodeRow.Parent"/>: this node stands in no other.</summary>
    internal const int NoParent = -1;

    /// <summary>The row of the document itself.</summary>
    internal const int DocumentRow = 0;

    private static long s_lastSerial;

    private PooledBlocks<NodeRow> _nodes;
    private PooledBlocks<AttributeNodeRow> _attributes;
    private PooledBlocks<byte> _bytes;
    private long _serial;

    /// <summary>Makes a document that holds nothing yet, not even a root element.</summary>
    public Document()
        : this(new NameTable())
    {
    }

    /// <summary>Makes an empty document.</summary>
    /// <param name="names">The names that it will have.</param>
    internal Document(NameTable names)
    {
        _nodes = new();
        _attributes = new();
        _bytes = new();
        Names = names;
        AddNode(NodeKind.Document, 0);
        _attributes.Add(out _) = default;
    }

    /// <summary>The names of this document.</summary>
    internal NameTable Names { get; }

    /// <summary>Counts the edits, so that what was worked out before one is known to be old.</summary>
    internal int Version { get; private set; }

    /// <summary>Whether nodes or attributes were moved, added or renamed since the document was built, so that a prefix may lack its declaration.</summary>
    internal bool IsEdited { get; private set; }

    /// <summary>A number that no other document has: it orders nodes of different documents.</summary>
    internal long Serial
    {
        get
        {
            // Few documents are ever asked for it.
            if (Interlocked.Read(ref _serial) == 0)
            {
                Interlocked.CompareExchange(ref _serial, Interlocked.Increment(ref s_lastSerial), 0);
            }

            return Interlocked.Read(ref _serial);
        }
    }

    /// <summary>For what would answer without looking at a row.</summary>
    /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
    internal void RefuseDisposed() => _ = Node(DocumentRow);

    /// <summary>Gives the memory back. Calling it again does nothing.</summary>
    public void Dispose()
    {
        _nodes.Release();
        _attributes.Release();
        _bytes.Release();
        _source = default;
    }
}
