using System.Text.Json;

namespace XmlJson.Mapping;

/// <summary>Limits and manners of a conversion that are no part of its convention.</summary>
public sealed record MappingOptions
{
    /// <summary>The defaults: losses are reported and not refused, and every limit is set.</summary>
    public static MappingOptions Default { get; } = new();

    /// <summary>
    /// Whether any loss is an error (<see cref="MappingErrorCode.Loss"/>), except layout: white space that stands alone and the XML declaration are reported, never refused.
    /// What was written before the error is not taken back.
    /// </summary>
    public bool Strict { get; init; }

    /// <summary>How deep JSON values, and the elements they become or come from, may nest: 1,000, the default of <see cref="Utf8JsonWriter"/>. Nothing recurses.</summary>
    public int MaxDepth { get; init; } = 1000;

    /// <summary>
    /// JSON → XML: how many bytes of content are held back, so that an attribute that comes after them finds its element not yet begun: 256 KiB. An object that is
    /// shorter may have its attributes anywhere.
    /// </summary>
    public int MaxLookAhead { get; init; } = 256 * 1024;

    /// <summary>XML → JSON: how many bytes may be held back, to bring equal names together or to write one value whole: 1 GiB.</summary>
    public int MaxBuffer { get; init; } = 1024 * 1024 * 1024;

    /// <summary>XML → JSON: whether the JSON is indented; ignored when a <see cref="Utf8JsonWriter"/> is given.</summary>
    public bool Indented { get; init; }

    /// <summary>
    /// JSON → XML: whether a document type declaration may bring an internal subset. It is markup made from a value, entity declarations included, so the default is to refuse it.
    /// </summary>
    public bool AllowInternalSubset { get; init; }
}
