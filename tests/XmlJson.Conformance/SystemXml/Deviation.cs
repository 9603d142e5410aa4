using System.Text.RegularExpressions;

namespace XmlJson.Conformance.SystemXml;

/// <summary>A difference between the events of <see cref="XmlReaderSource"/> and those of the parser, and why it is meant.</summary>
/// <param name="Reason">What System.Xml.XmlReader does that the parser does not.</param>
/// <param name="Remove">Takes the difference out of a log of events, whichever of the two it is.</param>
internal sealed partial record Deviation(string Reason, Func<string, string> Remove)
{
    /// <summary>Every deviation that is known.</summary>
    public static IReadOnlyList<Deviation> All { get; } =
    [
        new(
            "White space in element content is text: no node of a reader tells which elements the document type definition gives element content.",
            log => AdjacentText().Replace(IgnorableWhiteSpace().Replace(log, "text "), "")),
        new(
            "An external entity that no resolver gives is expanded to nothing, without a node.",
            log => AdjacentText().Replace(SkippedEntity().Replace(log, ""), "")),
        new(
            "Attribute declarations behind a parameter entity that was not read still give defaults; XML 1.0 §5.1 says that they must not be processed.",
            log => DefaultAttribute().Replace(log, "")),
    ];

    [GeneratedRegex("^whitespace ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex IgnorableWhiteSpace();

    [GeneratedRegex("^skipped .*\n", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex SkippedEntity();

    // The end of a line of text and the beginning of another.
    [GeneratedRegex("(?<=^text \".*)\"\ntext \"", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex AdjacentText();

    [GeneratedRegex("""(?<=^start .*) \S+( \{[^}]*\})?="([^"\\]|\\.)*" \(default\)""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex DefaultAttribute();
}
