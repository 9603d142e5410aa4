namespace XmlJson.Mapping.Lossless;

/// <summary>
/// What <see cref="LosslessConvention.LookAhead"/> counts. It is worked out from the events alone, so that it depends neither on how the input is cut nor on whether it is XML or JSON.
/// </summary>
internal static class NodeSize
{
    // Quotes, colon, comma and brackets, about.
    private const int Mark = 8;

    public static int Of(ReadOnlySpan<byte> name) => Mark + name.Length;

    public static int Of(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => Mark + name.Length + value.Length;
}
