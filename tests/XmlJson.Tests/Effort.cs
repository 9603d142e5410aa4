namespace XmlJson.Tests;

/// <summary>How much is tried. Less in Debug, where every step is asserted and small buffers meet every boundary soon: there the large numbers would only take time.</summary>
internal static class Effort
{
#if DEBUG
    private const int Share = 10;
#else
    private const int Share = 1;
#endif

    /// <summary>So many levels, siblings, attributes or records that what is not linear, or recurses, does not come to an end.</summary>
    public const int Million = 1_000_000 / Share;

    /// <summary>So many documents that a convention which calls itself lossless is believed.</summary>
    public const int Documents = 100_000 / Share;
}
