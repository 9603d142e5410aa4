namespace XmlJson.Mapping.Keyed;

// What an element says of the type of its text.
internal sealed partial class KeyedMapper
{
    private readonly TypePaths? _types;

    // xsi:type and xsi:nil count more than paths do.
    private void ReadSchemaInstance(scoped AttributeList attributes, ref TextType type, ref NodeFlags flags)
    {
        if (attributes.TryGet(SchemaInstance.Namespace, "nil"u8, out var nil) && Trimmed(nil.Value) is [(byte)'t', ..] or [(byte)'1'])
        {
            flags |= NodeFlags.Nil;
        }

        if (!attributes.TryGet(SchemaInstance.Namespace, "type"u8, out var name))
        {
            return;
        }

        var qualified = Trimmed(name.Value);
        var colon = qualified.IndexOf((byte)':');
        var names = attributes[0].Name.Table!;
        var prefix = colon < 0 ? XmlNames.EmptyName : names.Intern(qualified[..colon]);
        var uri = prefix < 0 ? XmlNames.NoNamespace : colon < 0 ? _scope.Default : _scope.Find(prefix);
        if (uri != XmlNames.NoNamespace && names.UriBytes(uri).SequenceEqual(SchemaInstance.TypesNamespace))
        {
            type = SchemaInstance.TypeOf(qualified[(colon + 1)..]);
        }
    }

    // What is lost is told where it was read: when it is written, where the row ends up, the parser may be far ahead.
    private void ReportType(scoped ReadOnlySpan<byte> text, TextType type, int row)
    {
        if (type <= TextType.Inferred || text.IsEmpty)
        {
            return;
        }

        var begun = _begun;
        _begun = row;
        TypedText.Report(text, type, _losses);
        _begun = begun;
    }

    // The two attributes, and the declarations that the way back writes again.
    private bool IsSchemaInstance(in XmlName name, scoped in AttributeItem attribute)
    {
        if (name.NamespaceId == XmlNames.XmlnsNamespace)
        {
            return (name.Local.SequenceEqual("xsi"u8) && attribute.Value.SequenceEqual(SchemaInstance.Namespace))
                || (name.Local.SequenceEqual("xs"u8) && attribute.Value.SequenceEqual(SchemaInstance.TypesNamespace));
        }

        return (name.Local.SequenceEqual("type"u8) || name.Local.SequenceEqual("nil"u8)) && name.NamespaceUri.SequenceEqual(SchemaInstance.Namespace);
    }

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> value) => value.Trim(" \n\t\r"u8);
}
