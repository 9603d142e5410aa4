using System.Text;

namespace XmlJson.Aot;

/// <summary>A document with a little of everything, and its events.</summary>
internal static class Samples
{
    public const string Text =
        """
        <?xml version="1.0"?>
        <!-- two of twelve -->
        <c:catalog xmlns:c="urn:books" xmlns="urn:b">
          <book id="bk101" note="a &lt; b"><author>Märta</author><price>8.95</price></book>
          <book id="bk102"><![CDATA[<raw>]]><?shelf 12?></book>
        </c:catalog>
        """;

    public static byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(Text);

    /// <summary>With its byte order mark.</summary>
    public static byte[] Utf16 { get; } = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)];

    public const string Events =
        """
        document version="1.0"
        comment " two of twelve "
        start c:catalog {urn:books} xmlns:c="urn:books" xmlns="urn:b"
        text "\n  "
        start book {urn:b} id="bk101" note="a < b"
        start author {urn:b}
        text "Märta"
        end author
        start price {urn:b}
        text "8.95"
        end price
        end book
        text "\n  "
        start book {urn:b} id="bk102"
        cdata "<raw>"
        pi shelf "12"
        end book
        text "\n"
        end c:catalog
        end-document

        """;
}
