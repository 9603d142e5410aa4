using XmlJson.Text;

namespace XmlJson;

/// <summary>What the parser keeps for each name, so that a tag whose like was met before is read without asking again what kind of names it has.</summary>
internal struct NamePlan
{
    /// <summary>The name behind the first byte of a tag.</summary>
    public NamePattern Name;

    /// <summary>How an attribute of this name begins, from the space before its name to its quotation mark.</summary>
    public NamePattern Attribute;

    /// <summary>The attributes that an element of this name last had.</summary>
    public TagShape? Shape;

    /// <summary>Those attributes while no shape is expected, because few tags had one.</summary>
    public TagShape? RestingShape;

    /// <summary>For how many more tags that is, and for how many it was the last time.</summary>
    public int ShapeRest;
    public int NextShapeRest;

    /// <summary>How many tags had no known shape since that was last asked.</summary>
    public int ShapeMisses;

    /// <summary>How many tags since then had a shape that is forgotten now.</summary>
    public int ShapeHits;

    /// <summary>The name's number; 0 while there is no plan for it.</summary>
    public int NameId;

    /// <summary>The namespace of attributes of this name, as far as that is known without declarations.</summary>
    public int UriId;

    /// <summary>The name's length in bytes.</summary>
    public int Length;

    /// <summary>The element that last began behind a start tag of this name.</summary>
    public int Inside;

    /// <summary>The element that last began behind the end of an element of this name.</summary>
    public int Behind;

    /// <summary>The state of the namespace scope in which <see cref="ElementUri"/> is right; 0 for none.</summary>
    public long ScopeVersion;

    /// <summary>The namespace of an element of this name.</summary>
    public int ElementUri;

    /// <summary>The namespace that an attribute of this name last declared; 0 for none.</summary>
    public int DeclaredUri;

    /// <summary>The serial number of the start tag that last had it as an attribute: so a duplicate is seen at once, however many there are.</summary>
    public int LastUse;

    /// <summary>What is to be said of each attribute of this name.</summary>
    public AttributeRowFlags Flags;

    /// <summary>Whether the namespace of an element of this name is just the default one.</summary>
    public bool IsPlainElement;

    /// <summary>Of a name that was not met.</summary>
    public static NamePlan None => new() { Name = NamePattern.None, Attribute = NamePattern.None };

    /// <summary>How far from where <see cref="Attribute"/> stands the value begins; never more than a pattern holds, since what is behind the input may look like any.</summary>
    public readonly int ValueStart => Math.Min(Length + 3, NamePattern.MaxLead);

    /// <summary>Plans for a name.</summary>
    /// <param name="id">The name's number.</param>
    /// <param name="info">What is known of it.</param>
    /// <param name="namespaces">Whether namespaces are looked at.</param>
    public static NamePlan Create(int id, in NameInfo info, bool namespaces)
    {
        var name = info.Name.Span;
        var plan = new NamePlan
        {
            Name = NamePattern.ForName(name),
            Attribute = NamePattern.ForAttribute(name),
            NameId = id,
            UriId = -1,
            Length = name.Length,
            IsPlainElement = true,
        };
        if (!namespaces)
        {
            return plan;
        }

        plan.UriId = XmlNames.NoNamespace;
        plan.IsPlainElement = !info.IsPrefixed;
        if (info.IsNamespaceDeclaration)
        {
            plan.UriId = XmlNames.XmlnsNamespace;
            plan.Flags = AttributeRowFlags.NamespaceDeclaration;
        }
        else if (info.IsPrefixed && info.Prefix == XmlNames.XmlPrefix)
        {
            // Bound for good, and nothing else can be bound to the same namespace (Namespaces in XML 1.0 §3).
            plan.UriId = XmlNames.XmlNamespace;
        }
        else if (info.IsPrefixed)
        {
            plan.Flags = AttributeRowFlags.NeedsNamespace;
        }

        return plan;
    }
}
