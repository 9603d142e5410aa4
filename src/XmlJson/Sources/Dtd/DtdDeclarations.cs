using XmlJson.Text;

namespace XmlJson;

/// <summary>What a document type definition declares, in the form a parser asks for: entities by name, elements and attributes by the number of their name.</summary>
/// <param name="names">The parser's names.</param>
/// <param name="standalone">Whether the document says <c>standalone="yes"</c>.</param>
internal sealed class DtdDeclarations(XmlNames names, bool standalone)
{
    private readonly Utf8InternTable _entityNames = new();
    private EntityDeclaration?[] _general = new EntityDeclaration?[16];
    private EntityDeclaration?[] _parameters = new EntityDeclaration?[16];
    private ElementDeclaration?[] _elements = [];

    /// <summary>The names that elements and attributes are numbered by.</summary>
    public XmlNames Names { get; } = names;

    /// <summary>Whether the document says <c>standalone="yes"</c> (XML 1.0 §2.9).</summary>
    public bool IsStandalone { get; } = standalone;

    /// <summary>Whether there is an external subset, read or not.</summary>
    public bool HasExternalSubset { get; set; }

    /// <summary>Whether the definition has parameter-entity references.</summary>
    public bool HasParameterReferences { get; set; }

    /// <summary>Whether a part of the definition was not read.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>Whether entity and attribute-list declarations still count: not after an unread parameter entity, except in a standalone document (§5.1).</summary>
    public bool IsProcessing => !IsIncomplete || IsStandalone;

    /// <summary>Whether any attribute is declared, so that start tags must be looked up.</summary>
    public bool HasAttributes { get; private set; }

    /// <summary>Whether any element holds nothing but elements, so that white space in it is told from text (XML 1.0 §2.10).</summary>
    public bool HasElementContent { get; private set; }

    /// <summary>
    /// Whether a reference to an undeclared general entity is an error. Where it is not, the entity may be declared in a part that was not read: the reference is skipped
    /// (§4.1, WFC: Entity Declared).
    /// </summary>
    public bool UndeclaredIsError => IsStandalone || (!HasExternalSubset && !HasParameterReferences);

    /// <summary>Whether a reference in the document to this entity is an error because it is declared outside of it, and the document says that it stands alone.</summary>
    public bool IsHidden(EntityDeclaration entity) => IsStandalone && !entity.IsDeclaredInDocument;

    /// <summary>The general entity of a name, or <see langword="null"/>. The predefined ones are found only where they are declared.</summary>
    public EntityDeclaration? FindEntity(ReadOnlySpan<byte> name) => Find(_general, name);

    /// <summary>The parameter entity of a name, or <see langword="null"/>.</summary>
    public EntityDeclaration? FindParameterEntity(ReadOnlySpan<byte> name) => Find(_parameters, name);

    /// <summary>What is declared for the element of a name, or <see langword="null"/>. Constant time.</summary>
    public ElementDeclaration? FindElement(int nameId) => nameId < _elements.Length ? _elements[nameId] : null;

    /// <summary>What an element may hold.</summary>
    public ElementContentKind ContentOf(int nameId) => FindElement(nameId)?.Content ?? ElementContentKind.Undeclared;

    /// <summary>Notes that a part of the definition was not read.</summary>
    public void SetIncomplete() => IsIncomplete = true;

    /// <summary>Adds an entity, unless its name is bound already (§4.2).</summary>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(EntityDeclaration entity)
    {
        ref var table = ref (entity.IsParameter ? ref _parameters : ref _general);
        var id = _entityNames.Find(entity.Name);
        if (id < 0)
        {
            id = _entityNames.Add(entity.Name);
        }

        if (id >= table.Length)
        {
            Array.Resize(ref table, Math.Max(id + 1, table.Length * 2));
        }

        if (table[id] is not null)
        {
            return false;
        }

        table[id] = entity;
        return true;
    }

    /// <summary>The entry for an element, made now if need be.</summary>
    public ElementDeclaration GetOrAddElement(int nameId)
    {
        if (nameId >= _elements.Length)
        {
            Array.Resize(ref _elements, Math.Max(nameId + 1, _elements.Length * 2));
        }

        return _elements[nameId] ??= new ElementDeclaration();
    }

    /// <summary>Says what an element may hold, unless that was said before (§3.2).</summary>
    /// <returns>Whether it was not.</returns>
    public bool TrySetContent(ElementDeclaration element, ElementContentKind content)
    {
        if (element.Content != ElementContentKind.Undeclared)
        {
            return false;
        }

        element.Content = content;
        HasElementContent |= content == ElementContentKind.Children;
        return true;
    }

    /// <summary>Adds an attribute, unless it is bound already (§3.3).</summary>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(ElementDeclaration element, AttributeDefinition attribute)
    {
        if (element.Find(attribute.NameId) is not null)
        {
            return false;
        }

        element.Add(attribute);
        HasAttributes = true;
        return true;
    }

    private EntityDeclaration? Find(EntityDeclaration?[] table, ReadOnlySpan<byte> name)
    {
        var id = _entityNames.Find(name);
        return id >= 0 && id < table.Length ? table[id] : null;
    }
}
