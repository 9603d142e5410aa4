using XmlJson.Trees;

namespace XmlJson;

/// <summary>How a document is read record by record, and what becomes of records that are damaged.</summary>
public sealed record RecordOptions
{
    /// <summary>The defaults: the first damaged record ends the enumeration.</summary>
    public static RecordOptions Default { get; } = new();

    /// <summary>How the document is read; <see cref="XmlParserOptions.Default"/> unless set. Its limits hold for the whole document.</summary>
    public XmlParserOptions Parser { get; init; } = XmlParserOptions.Default;

    /// <summary>What becomes of a record that is not well-formed or reaches a limit.</summary>
    public RecordErrorPolicy OnError { get; init; }

    /// <summary>
    /// How much memory a record's tree may take, in bytes: 24 for each node, 16 for each attribute, and its text in UTF-8. 256 MiB. Beyond that it is <see cref="XmlErrorCode.RecordSizeLimit"/>.
    /// </summary>
    public long MaxRecordSize { get; init; } = 256L * 1024 * 1024;
}
