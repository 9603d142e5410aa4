using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace XmlJson.Tests.Differential;

/// <summary>Where System.Xml's reader and XML 1.0 (fifth edition) with Namespaces in XML 1.0 are known to differ.</summary>
internal static class ReaderDeviations
{
    private const int LongestSequence = 4;

    /// <summary>Whether the reader may refuse a document that the parser accepts.</summary>
    public static bool MayRefuse(Exception error, ReadOnlySpan<byte> document)
    {
        var message = error.Message;
        return error is not XmlException

            // Versions 1.1 and later are read as 1.0 (§2.8).
            || Says("Version number '1.")

            // Names are those of the fourth edition (§2.3); where a name of the fifth breaks off, any error may be.
            || HasNewNameCharacters(document)
            || (document.IndexOf("&#"u8) >= 0 && (Says("Name cannot begin with the '") || Says("cannot be included in a name.")))

            // The parser knows encodings that the reader does not, and the other way round.
            || Says("System does not support '")
            || (StartsAsUtf32(document) && Says("Data at the root level is invalid."))

            // What nobody has read may declare the entity (§4.1, WFC: Entity Declared).
            || (Says("Reference to undeclared entity '") && MayHaveUnreadDeclarations(document))

            // It goes on with declarations behind a parameter entity that it has not read.
            || MayDiffer(document)

            // No matter of well-formedness: §2.10 and §4.2.2.
            || Says("is an invalid xml:space value.")
            || Says("Fragment identifier '");

        bool Says(string text) => message.Contains(text, StringComparison.Ordinal);
    }

    /// <summary>Whether the reader may accept a document that the parser refuses.</summary>
    public static bool MayAccept(XmlSyntaxException error, ReadOnlySpan<byte> document) => error.Code switch
    {
        // The reader takes "1.0a" for a version and <xmlns:a/> for a name, and lets an entity end an element and begin another of that name.
        XmlErrorCode.InvalidVersion => true,
        XmlErrorCode.ReservedNamespace => error.Description.Contains("only declares namespaces", StringComparison.Ordinal),
        XmlErrorCode.UnbalancedEntity => error.Description.StartsWith("The end tag closes", StringComparison.Ordinal),

        // Nor does it care for colons in other names than those of the elements and attributes that occur (Namespaces §4, §7), and for what the predefined entities are declared as (§4.6).
        XmlErrorCode.ColonInName or XmlErrorCode.InvalidPredefinedEntity => true,
        XmlErrorCode.InvalidQualifiedName => error.Description.StartsWith("Expected ", StringComparison.Ordinal) && error.Description.Contains("'s name, found", StringComparison.Ordinal),

        // It believes a byte order mark, whatever is declared.
        XmlErrorCode.EncodingMismatch or XmlErrorCode.UnsupportedEncoding => true,

        // It replaces what is not in the encoding declared, drops the beginning of a character at the end of the document, and overlooks what is wrong in the XML declaration.
        XmlErrorCode.InvalidEncoding => document.IndexOf("encoding"u8) >= 0
            || error.Position.ByteOffset > document.Length - LongestSequence
            || IsInXmlDeclaration(error, document)
            || StartsAsUtf32(document),
        XmlErrorCode.InvalidCharacter => IsInXmlDeclaration(error, document),

        // Limits are the options' matter.
        XmlErrorCode.EntityExpansionLimit or XmlErrorCode.EntityDepthLimit => true,
        _ => false,
    };

    /// <summary>
    /// Whether the reader may give other events: it goes on with declarations behind an external parameter entity that it has not read, which §5.1 forbids, and miscounts
    /// characters beyond the Basic Multilingual Plane in UTF-32.
    /// </summary>
    public static bool MayDiffer(ReadOnlySpan<byte> document) => (document.Contains((byte)'%') && MayHaveUnreadDeclarations(document)) || StartsAsUtf32(document);

    /// <summary>Events in a form in which both must be the same: the reader passes over external entities without a word.</summary>
    public static string Comparable(string events) => EventLines.JoinText(events.Split('\n')
        .Where(line => !line.StartsWith("skipped ", StringComparison.Ordinal))
        .Select(line => line.StartsWith("doctype ", StringComparison.Ordinal) ? ComparableDocumentType(line)
            // It leaves one space of a value that is white space alone, whatever the attribute's type (§3.3.3).
            : line.StartsWith("start ", StringComparison.Ordinal) ? line.Replace("=\" \"", "=\"\"", StringComparison.Ordinal)
            : line));

    // It knows no difference between an empty internal subset and none, and normalizes some line ends in it.
    private static string ComparableDocumentType(string line) => line
        .Replace(" subset=\"\"", "", StringComparison.Ordinal)
        .Replace("\\r", "", StringComparison.Ordinal)
        .Replace("\\n", "", StringComparison.Ordinal);

    private static bool IsInXmlDeclaration(XmlSyntaxException error, ReadOnlySpan<byte> document) =>
        error.Position.Line == 1 && document.IndexOf("<?xml"u8) is >= 0 and < 4 && document.IndexOf("?>"u8) > error.Position.ByteOffset;

    private static bool StartsAsUtf32(ReadOnlySpan<byte> document) =>
        document.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || document.StartsWith("\0\0"u8) || document.StartsWith("<\0\0\0"u8);

    private static bool HasNewNameCharacters(ReadOnlySpan<byte> document) =>
        !Utf8.IsValid(document) || Encoding.UTF8.GetString(document).Any(one => one >= 0x80 && !XmlConvert.IsStartNCNameChar(one));

    private static bool MayHaveUnreadDeclarations(ReadOnlySpan<byte> document) =>
        !Ascii.IsValid(document) || document.IndexOf("SYSTEM"u8) >= 0 || document.IndexOf("PUBLIC"u8) >= 0 || document.Contains((byte)'%');
}
