using XmlJson.Mapping;
using XmlJson.Trees;

namespace XmlJson;

/// <summary>How documents of records become lines of JSON (NDJSON, JSON Lines), and back.</summary>
public sealed record JsonLinesOptions
{
    /// <summary>The defaults: the first damaged record ends the conversion.</summary>
    public static JsonLinesOptions Default { get; } = new();

    /// <summary>
    /// What becomes of a record that is not well-formed, that the convention refuses, or that reaches a limit. With <see cref="RecordErrorPolicy.Report"/> it is left out as with
    /// <see cref="RecordErrorPolicy.Skip"/>, and <see cref="Report"/> is called.
    /// </summary>
    public RecordErrorPolicy OnError { get; init; }

    /// <summary>Is called for each record that was left out, in their order, when <see cref="OnError"/> is <see cref="RecordErrorPolicy.Report"/>. What it throws ends the conversion.</summary>
    public Action<DamagedRecord>? Report { get; init; }

    /// <summary>
    /// How long a line of JSON may be, in bytes: 256 MiB. A record beyond it is damaged (<see cref="MappingErrorCode.BufferLimit"/>). A line is held in memory until it is complete, and beside it
    /// what the convention holds back: <see cref="MappingOptions.MaxBuffer"/>.
    /// </summary>
    public int MaxLineLength { get; init; } = 256 * 1024 * 1024;

    /// <summary>XML → JSON: how the document is read; <see cref="XmlParserOptions.Default"/> unless set. Its limits hold for the whole document.</summary>
    public XmlParserOptions Parser { get; init; } = XmlParserOptions.Default;

    /// <summary>JSON → XML: the name of the root element around the records, without a prefix.</summary>
    public string RootName { get; init; } = "records";

    /// <summary>
    /// JSON → XML: the name of every record's element, whose value the line then is; for a <see cref="JsonConvention"/> alone. When null, the convention decides as for a text of its own: a
    /// line with one key is the element of that name, and others are wrapped in <see cref="JsonConvention.RootName"/>.
    /// </summary>
    public string? ItemName { get; init; }
}
