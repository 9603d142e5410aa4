using System.Xml;

namespace XmlJson.Trees.SystemXml;

/// <summary>A name table that several threads may use at once, since every navigator and reader of a document shares the document's.</summary>
internal sealed class AtomTable : XmlNameTable
{
    private readonly System.Xml.NameTable _table = new();
    private readonly Lock _lock = new();

    public override string Add(string array)
    {
        lock (_lock)
        {
            return _table.Add(array);
        }
    }

    public override string Add(char[] array, int offset, int length)
    {
        lock (_lock)
        {
            return _table.Add(array, offset, length);
        }
    }

    public override string? Get(string array)
    {
        lock (_lock)
        {
            return _table.Get(array);
        }
    }

    public override string? Get(char[] array, int offset, int length)
    {
        lock (_lock)
        {
            return _table.Get(array, offset, length);
        }
    }
}
