namespace XmlJson.Trees.SystemXml;

/// <summary>A document's names as strings of one name table. Safe for several threads, as long as none changes the document.</summary>
internal sealed class NameAtoms(Document document)
{
    private readonly Lock _lock = new();
    private AtomizedName?[] _names = new AtomizedName?[32];

    /// <summary>The table that all strings come from.</summary>
    public AtomTable Table { get; } = new();

    /// <summary>A name by its number in the document's table; 0 is the name of nodes that have none.</summary>
    public AtomizedName this[int name]
    {
        get
        {
            // An old list only lacks names: the lock settles what is missing.
            var known = _names;
            return name < known.Length && known[name] is { } found ? found : Add(name);
        }
    }

    /// <summary>A name as an event has it.</summary>
    public AtomizedName Get(in XmlName name) => new(
        Table.Add(name.GetLocal()), Table.Add(name.GetPrefix()), Table.Add(name.GetNamespaceUri()), Table.Add(name.ToString()));

    /// <summary>A name in no namespace and without a prefix.</summary>
    public AtomizedName NameOf(string name)
    {
        var atom = Table.Add(name);
        return new AtomizedName(atom, "", "", atom);
    }

    private AtomizedName Add(int name)
    {
        lock (_lock)
        {
            if (name >= _names.Length)
            {
                Array.Resize(ref _names, Math.Max(name + 1, _names.Length * 2));
            }

            return _names[name] ??= name == 0 ? AtomizedName.None : Get(document.Names.NameOf(name));
        }
    }
}
