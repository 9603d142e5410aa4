namespace XmlJson.Mapping;

/// <summary>Where an element or attribute stands, for a rule that is a function: <see cref="ToString"/> is its path, and only made when asked for.</summary>
/// <remarks>In a document nested a million deep all paths together are too long to be made; a function that looks at <see cref="Name"/> and a few parents takes the same time at any depth.</remarks>
public sealed class MappedPath
{
    internal MappedPath(MappedPath? parent, string name)
    {
        Parent = parent;
        Name = name;
        Depth = parent is null ? 1 : parent.Depth + 1;
    }

    /// <summary>The name as it is written, with prefix; an attribute's has <c>@</c> before it: <c>@id</c>.</summary>
    public string Name { get; }

    /// <summary>The element around it; null for the root element.</summary>
    public MappedPath? Parent { get; }

    /// <summary>How many names the path has: 1 for the root element.</summary>
    public int Depth { get; }

    /// <summary>The path, <c>/catalog/book</c> or <c>/catalog/book/@id</c>; made anew each time, which takes as long as it is deep.</summary>
    public override string ToString()
    {
        var names = new string[Depth + 1];
        names[0] = "";
        for (var path = this; path is not null; path = path.Parent)
        {
            names[path.Depth] = path.Name;
        }

        return string.Join('/', names);
    }
}
