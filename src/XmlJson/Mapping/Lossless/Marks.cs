namespace XmlJson.Mapping.Lossless;

/// <summary>The keys that are no names, and the markers before names. An element's name begins with none of them (XML 1.0 §2.3 [4]).</summary>
internal static class Marks
{
    public static ReadOnlySpan<byte> Text => "#text"u8;

    public static ReadOnlySpan<byte> CData => "#cdata"u8;

    public static ReadOnlySpan<byte> Comment => "#comment"u8;

    public static ReadOnlySpan<byte> Layout => "#indent"u8;

    public static ReadOnlySpan<byte> Rest => "#"u8;

    public static ReadOnlySpan<byte> XmlDeclaration => "?xml"u8;

    public static ReadOnlySpan<byte> DocumentType => "!DOCTYPE"u8;

    public static ReadOnlySpan<byte> Attribute => "@"u8;

    public static ReadOnlySpan<byte> DefaultedAttribute => "@+"u8;

    public static ReadOnlySpan<byte> ProcessingInstruction => "?"u8;

    public static ReadOnlySpan<byte> Entity => "&"u8;

    /// <summary>What a key stands for.</summary>
    /// <param name="key">The key, escapes resolved.</param>
    /// <param name="markerLength">How many bytes before a name are none of it.</param>
    public static KeyRole RoleOf(ReadOnlySpan<byte> key, out int markerLength)
    {
        markerLength = 0;
        switch (key)
        {
            case [(byte)'@', (byte)'+', ..]:
                markerLength = DefaultedAttribute.Length;
                return KeyRole.DefaultedAttribute;
            case [(byte)'@', ..]:
                markerLength = Attribute.Length;
                return KeyRole.Attribute;
            case [(byte)'?', ..] when !key.SequenceEqual(XmlDeclaration):
                markerLength = ProcessingInstruction.Length;
                return KeyRole.ProcessingInstruction;
            case [(byte)'&', ..]:
                markerLength = Entity.Length;
                return KeyRole.Entity;
            default:
                return key.SequenceEqual(Text) ? KeyRole.Text
                    : key.SequenceEqual(CData) ? KeyRole.CData
                    : key.SequenceEqual(Comment) ? KeyRole.Comment
                    : key.SequenceEqual(Layout) ? KeyRole.Layout
                    : key.SequenceEqual(Rest) ? KeyRole.Rest
                    : key.SequenceEqual(XmlDeclaration) ? KeyRole.XmlDeclaration
                    : key.SequenceEqual(DocumentType) ? KeyRole.DocumentType
                    : KeyRole.Element;
        }
    }
}
