namespace XmlJson.Mapping.Keyed;

/// <summary>The attributes by which an XML document types its elements (XML Schema Structures §2.6), and the built-in types of XML Schema (Datatypes §3).</summary>
internal static class SchemaInstance
{
    /// <summary>The namespace of <c>xsi:type</c> and <c>xsi:nil</c>.</summary>
    public static ReadOnlySpan<byte> Namespace => "http://www.w3.org/2001/XMLSchema-instance"u8;

    /// <summary>The namespace of the built-in types.</summary>
    public static ReadOnlySpan<byte> TypesNamespace => "http://www.w3.org/2001/XMLSchema"u8;

    /// <summary>What the text of a built-in type becomes.</summary>
    /// <param name="local">The type's name.</param>
    public static TextType TypeOf(ReadOnlySpan<byte> local) => local switch
    {
        _ when local.SequenceEqual("boolean"u8) => TextType.Boolean,
        _ when local.SequenceEqual("double"u8) || local.SequenceEqual("float"u8) => TextType.Double,
        _ when IsDecimal(local) => TextType.Number,
        _ => TextType.String,
    };

    // decimal and all that are derived from it.
    private static bool IsDecimal(ReadOnlySpan<byte> local)
    {
        local = local.StartsWith("unsigned"u8) ? local["unsigned"u8.Length..] : local;
        return local.SequenceEqual("decimal"u8)
            || local.SequenceEqual("integer"u8)
            || local.EndsWith("veInteger"u8)
            || IsOf(local, "long"u8)
            || IsOf(local, "int"u8)
            || IsOf(local, "short"u8)
            || IsOf(local, "byte"u8);
    }

    private static bool IsOf(ReadOnlySpan<byte> local, ReadOnlySpan<byte> name) =>
        local.Length == name.Length && (local[0] | 0x20) == name[0] && local[1..].SequenceEqual(name[1..]);
}
