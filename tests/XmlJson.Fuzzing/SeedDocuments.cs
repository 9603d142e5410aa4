using XmlJson.Tests;

namespace XmlJson.Fuzzing;

/// <summary>Short documents to begin with: the cases of this repository, and those of the suites where they are.</summary>
internal static class SeedDocuments
{
    private const int Longest = 4096;

    /// <summary>The documents of tests/cases/xml.</summary>
    public static IEnumerable<byte[]> Cases() => Short(Repository.PathOf("tests", "cases", "xml"), ".xml");

    /// <summary>XML of the suites, well-formed or not, and some documents that use everything.</summary>
    public static IEnumerable<byte[]> Xml() =>
        Cases().Concat(Short(Suite("xmlconf"), ".xml")).Concat(Short(Suite("attacks", "xml"), "")).Concat(Rich);

    /// <summary>External entities of the suites: parts of document type definitions, and of content.</summary>
    public static IEnumerable<byte[]> Entities() => Short(Suite("xmlconf"), ".ent").Concat(Short(Suite("xmlconf"), ".dtd")).Concat(RichEntities);

    /// <summary>JSON of the suites, and some texts that use what conventions give a meaning.</summary>
    public static IEnumerable<byte[]> Json() =>
        Short(Suite("JSONTestSuite"), ".json").Concat(Short(Suite("JSON_checker"), ".json")).Concat(Short(Suite("attacks", "json"), "")).Concat(RichJson);

    private static IEnumerable<byte[]> Rich =>
    [
        """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?><?before data?><!-- first --><a xmlns="urn:a" xmlns:p="urn:p" p:x="1" y="a&quot;b&#10;c">
              text &lt; <p:b/><![CDATA[<raw>]]><![CDATA[]]> é <!-- in --><?in?></a><!-- last -->
            """u8.ToArray(),
        """
            <!DOCTYPE a [<!ENTITY % p "<!ENTITY e '<b>&#38;#38;</b>&f;'>">%p;<!ENTITY f "t&#13;<![CDATA[c]]>"><!NOTATION n PUBLIC "p"><!ENTITY u SYSTEM "u" NDATA n>
            <!ELEMENT a (#PCDATA|b)*><!ELEMENT b ANY><!ATTLIST a x CDATA "&f;d" y NMTOKENS #IMPLIED z (one|two) "one" xmlns:q CDATA #FIXED "urn:q" i ID #IMPLIED e ENTITY #IMPLIED>]>
            <a y="  k  l " e=" u ">&e; &f;<q:c xmlns:q=""/></a>
            """u8.ToArray(),
        """<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY x SYSTEM "x.xml"><!ENTITY % y PUBLIC "-//y" "y.dtd">%y;]><a>&x;&z;<b c="&w;"/></a>"""u8.ToArray(),
        """<list xml:space="preserve"> <item n="1"> <b xml:space="default"> <c/> </b></item><item n="2"/>tail</list>"""u8.ToArray(),
    ];

    private static IEnumerable<byte[]> RichEntities =>
    [
        """<?xml version='1.0' encoding='UTF-8'?><!ENTITY f 'x'><![IGNORE[<![]]>]]><!ENTITY % i 'INCLUDE'><![%i;[<!ATTLIST a b CDATA '&f;'>]]>"""u8.ToArray(),
        "text <b xmlns='u'/> and &#x20AC;\r\n"u8.ToArray(),
    ];

    private static IEnumerable<byte[]> RichJson =>
    [
        """{"?xml":{"@version":"1.0"},"!DOCTYPE":{"@name":"a","@internalSubset":"<!ENTITY e 'x'>"},"a":{"@x":1,"#text":["b",null,true],"#cdata-section":"]]>","?pi":"d","#comment":"c"}}"""u8.ToArray(),
        """{"p:a":{"b":[1,[2.50,[]],{}],"@xmlns:p":"urn:p","@xmlns":"urn:d","x y":"\u0001\ud83d","_x0041_":""}}"""u8.ToArray(),
    ];

    private static string? Suite(params ReadOnlySpan<string> parts) => Repository.Suites is { } root ? Path.Combine([root, .. parts]) : null;

    private static IEnumerable<byte[]> Short(string? folder, string extension) => folder is null || !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "*" + extension, SearchOption.AllDirectories)
            .Where(path => new FileInfo(path).Length <= Longest)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes);
}
