namespace XmlJson.Trees;

// One document's memory for many small ones, one after the other: a handle to an earlier one must not find something of a later one.
public sealed partial class Document
{
    // So much is kept from one to the next; memory that only an unusual one needed goes back to the pool.
    private const int KeptRows = 64 * 1024;
    private const int KeptBytes = 1024 * 1024;

    // Shows what another document holds.
    private Document(Document owner)
    {
        _nodes = owner._nodes.Share();
        _attributes = owner._attributes.Share();
        _bytes = owner._bytes.Share();
        _source = owner._source.WithoutCopy();
        Names = owner.Names;
        XmlStandalone = owner.XmlStandalone;
        _version = owner._version;
        _encoding = owner._encoding;
        _documentTypes = owner._documentTypes;
        _recentStrings = owner._recentStrings ??= RecentStrings.OfThread;
    }

    /// <summary>How much was added so far.</summary>
    internal DocumentExtent Extent => new(_nodes.End, _attributes.End, _bytes.End);

    /// <summary>
    /// Makes a document that shows what this one holds, and what is added later. It can be disposed by itself, and what is added to it does not show here; but what is changed in a row that both
    /// have does.
    /// </summary>
    internal Document Share() => new(this);

    /// <summary>For a document that shares its rows: they are linked otherwise now, so what was worked out is old.</summary>
    internal void ShowOther()
    {
        Version++;
        _childIndexes = default;
        _elementIndexes = default;
    }

    /// <summary>For a document that shares its rows: whether something was added to it, if only a node that stands nowhere. Then it shows nothing more of what is added to the other.</summary>
    internal bool HasAdded => !_nodes.IsSharing || !_attributes.IsSharing || !_bytes.IsSharing;

    /// <summary>Whether it was disposed.</summary>
    internal bool IsReleased => _nodes.IsReleased;

    /// <summary>Takes back what was added since an extent was asked for.</summary>
    internal void Truncate(in DocumentExtent extent)
    {
        _nodes.Truncate(extent.Nodes, KeptRows);
        _attributes.Truncate(extent.Attributes, KeptRows);
        _bytes.Truncate(extent.Bytes, KeptBytes);
    }
}
