namespace XmlJson;

/// <summary>All that was declared for one element type: its content (XML 1.0 §3.2) and its attributes, those of several attribute lists merged (§3.3).</summary>
internal sealed class ElementDeclaration
{
    // Up to here looking at each is faster than hashing.
    private const int MaxScanned = 8;

    private AttributeDefinition[] _attributes = [];
    private AttributeDefinition[] _defaults = [];
    private int _count;
    private int _defaultCount;
    private Dictionary<int, AttributeDefinition>? _index;

    public ElementContentKind Content { get; set; }

    /// <summary>Whether any attribute is of another type than CDATA, so that values given in a tag may need their spaces collapsed.</summary>
    public bool HasTokenizedAttributes { get; private set; }

    /// <summary>The attributes in the order of their declaration.</summary>
    public ReadOnlySpan<AttributeDefinition> Attributes => _attributes.AsSpan(0, _count);

    /// <summary>The attributes that have a default value, in the order of their declaration.</summary>
    public ReadOnlySpan<AttributeDefinition> Defaults => _defaults.AsSpan(0, _defaultCount);

    /// <summary>The definition of an attribute, or <see langword="null"/>. Constant time.</summary>
    /// <param name="nameId">Its name, by its number in the parser's <see cref="XmlNames"/>.</param>
    public AttributeDefinition? Find(int nameId)
    {
        if (_index is not null)
        {
            return _index.GetValueOrDefault(nameId);
        }

        foreach (var attribute in Attributes)
        {
            if (attribute.NameId == nameId)
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Adds a definition for an attribute that has none.</summary>
    public void Add(AttributeDefinition attribute)
    {
        Append(ref _attributes, ref _count, attribute);
        if (attribute.HasDefault)
        {
            Append(ref _defaults, ref _defaultCount, attribute);
        }

        HasTokenizedAttributes |= attribute.Type != AttributeType.CData;
        if (_index is null && _count > MaxScanned)
        {
            _index = [];
            foreach (var known in Attributes)
            {
                _index.Add(known.NameId, known);
            }
        }
        else
        {
            _index?.Add(attribute.NameId, attribute);
        }
    }

    private static void Append(ref AttributeDefinition[] list, ref int count, AttributeDefinition attribute)
    {
        if (count == list.Length)
        {
            Array.Resize(ref list, Math.Max(4, count * 2));
        }

        list[count++] = attribute;
    }
}
