namespace XmlJson;

/// <summary>The locator of a <see cref="Utf8XmlParser"/>: everything is worked out when asked.</summary>
internal sealed class ParserLocator(Utf8XmlParser parser) : Locator
{
    public override TextPosition Position => parser.EventPosition;

    public override string ElementPath => parser.ElementPath;

    internal override long EventEnd => parser.EventEnd;

    internal override ReadOnlySpan<byte> Input => parser.WholeInput;

    public override int Depth => parser.Depth;

    public override string? BaseUri => parser.CurrentBaseUri;

    public override string? EntityName => parser.CurrentEntity;

    public override string? Encoding => parser.EncodingName;
}
