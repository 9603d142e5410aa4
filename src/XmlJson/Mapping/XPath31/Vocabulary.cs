namespace XmlJson.Mapping.XPath31;

/// <summary>The names of Functions and Operators 3.1 §17.4.2, by number.</summary>
internal sealed class Vocabulary : EventNames
{
    public const int KeyAttribute = 6;
    public const int EscapedKeyAttribute = 7;
    public const int EscapedAttribute = 8;
    public const int Declaration = 9;

    private static readonly string[] Names = ["map", "array", "string", "number", "boolean", "null", "key", "escaped-key", "escaped", "xmlns"];

    private readonly int[] _ids;

    public Vocabulary()
    {
        _ids = [.. Names.Select(name => Table.Get(name).Id)];
        for (var key = 0; key < Declaration; key++)
        {
            SetPlain(key, _ids[key]);
        }
    }

    /// <summary>The namespace of the elements.</summary>
    public static ReadOnlySpan<byte> Namespace => "http://www.w3.org/2005/xpath-functions"u8;

    /// <summary>The kind of value that an element of the namespace stands for.</summary>
    public static bool TryGetKind(ReadOnlySpan<byte> local, out ValueKind kind)
    {
        for (kind = ValueKind.Map; kind <= ValueKind.Null; kind++)
        {
            if (Ascii(kind).SequenceEqual(local))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Key(int key) => Table.Bytes(_ids[key]);

    /// <inheritdoc/>
    public override XmlName Element(int key) => new(Table, _ids[key], Scope.Default);

    /// <inheritdoc/>
    public override XmlName Attribute(int key) => new(Table, _ids[key], key == Declaration ? XmlNames.XmlnsNamespace : XmlNames.NoNamespace);

    /// <inheritdoc/>
    public override bool IsDeclaration(int key, out int prefix)
    {
        prefix = XmlNames.EmptyName;
        return key == Declaration;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Target(int key) => Key(key);

    private static ReadOnlySpan<byte> Ascii(ValueKind kind) => kind switch
    {
        ValueKind.Map => "map"u8,
        ValueKind.Array => "array"u8,
        ValueKind.String => "string"u8,
        ValueKind.Number => "number"u8,
        ValueKind.Boolean => "boolean"u8,
        _ => "null"u8,
    };
}
