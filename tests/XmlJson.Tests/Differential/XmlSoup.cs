using System.Text.RegularExpressions;
using CsCheck;

namespace XmlJson.Tests.Differential;

/// <summary>Generated documents: well-formed ones of every construct, and the same with a few mutations, most of which break them.</summary>
internal static class XmlSoup
{
    private static readonly string[] Names = ["a", "b", "p:a", "q:c", "xml:lang", "_x-1.2", "é", "a-long-name-of-thirty-characters"];

    private static readonly string[] Values = ["", "1", "a b", "&amp;", "&#65;&#x1F600;", "&e;", "\t\r\n", "&lt;x", "é€😀", "'", "http://x/"];

    private static readonly string[] Texts = ["t", " ", "\r\n", "\r", "]]", "]] >", "&gt;", "&#13;", "&e;", "&n;", "&deep;", "é€😀\uFFFD", "<![CDATA[<x>&amp;]]>", "<![CDATA[]]>", "<!--c - c-->", "<?pi d ? >d?>", "<?x?>", "some longer text that fills a block or two of the scanner"];

    private static readonly string[] Prologs =
    [
        "", "<?xml version=\"1.0\"?>", "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n", "<!--x-->\n", "<?pi?>",
    ];

    private static readonly string[] Doctypes =
    [
        "",
        "<!DOCTYPE r>",
        "<!DOCTYPE r [<!ENTITY e 'v'><!ENTITY n '<b>&#38;amp;</b>'><!ENTITY deep '&n;&e;'>]>",
        "<!DOCTYPE r [\n<!ELEMENT r (a|b)*>\n<!ELEMENT b ANY>\n<!ATTLIST a b NMTOKENS ' x  y ' c CDATA #IMPLIED d (u|v) 'u'>\n<!ENTITY e \"1&#60;2\">\n<!ENTITY n ''>\n<!ENTITY deep '&e;'>]>\n",
        "<!DOCTYPE r [<!NOTATION g PUBLIC 'x'><!ENTITY pic SYSTEM 'p' NDATA g><!ENTITY e 'e'><!ENTITY n 'n'><!ENTITY deep '&e;'><?p d?><!--c-->]>",
    ];

    private static readonly string[] Pieces =
    [
        "<", ">", "&", ";", "'", "\"", "=", "/", "!", "?", "[", "]", "-", "--", "]]>", "<!--", "-->", "<![CDATA[", "<?xml ", "?>", "</a>", "<a>", "<a ", " x='1'", " p:x=''", " xmlns:p='u'", " xmlns=''",
        "&#0;", "&#xD800;", "&lt;", "&e;", "&x;", "\0", "\u0001", "\uFFFE", "\uFFFF", "\u0085", "\u00A0", " ", "\n", "\r", "é", "😀", "<!DOCTYPE r [", "]>", "<!ENTITY e '", "<!ATTLIST r x CDATA '", "%p;", "xmlns", ":",
    ];

    private static readonly Regex Declared = new("&(e|n|deep);", RegexOptions.CultureInvariant);

    /// <summary>Documents that are well-formed, but for attributes that some tags have twice.</summary>
    public static Gen<string> Documents { get; } =
        Gen.Select(One(Prologs), One(Doctypes), Content(3), One("", "\n<!--end-->", "<?end?> "), (prolog, doctype, content, end) =>
            $"{prolog}{doctype}<r xmlns:p='u' xmlns:q='v'>{(doctype.Contains("ENTITY e", StringComparison.Ordinal) ? content : Declared.Replace(content, "$1"))}</r>{end}");

    /// <summary>The same with one mutation or two.</summary>
    public static Gen<string> Mutated { get; } =
        Gen.Select(Documents, Mutation.Array[1, 2], (document, mutations) => mutations.Aggregate(document, (text, mutate) => mutate(text)));

    private static Gen<Func<string, string>> Mutation => Gen.Select(Gen.Int[0, 4], Gen.Int[0, 1_000_000], Gen.Int[0, 12], One(Pieces), (kind, place, length, piece) =>
        (Func<string, string>)(text =>
        {
            var start = place % (text.Length + 1);
            var end = Math.Min(text.Length, start + length);
            return kind switch
            {
                0 => text.Remove(start, end - start),
                1 => text.Insert(start, text[start..end]),
                2 => text.Insert(start, piece),
                3 => text[..start] + piece + text[end..],
                _ => text[..start],
            };
        }));

    private static Gen<string> One(params string[] constants) => Gen.Int[0, constants.Length - 1].Select(i => constants[i]);

    private static Gen<string> Content(int depth)
    {
        var text = One(Texts);
        return (depth == 0 ? text : Gen.Bool.SelectMany(isText => isText ? text : Element(depth - 1))).Array[0, 5].Select(string.Concat);
    }

    private static Gen<string> Element(int depth) =>
        Gen.Select(One(Names), Attribute.Array[0, 3], Content(depth), One("", " ", "\n"), (name, attributes, content, space) =>
            content.Length == 0 ? $"<{name}{string.Concat(attributes)}{space}/>" : $"<{name}{string.Concat(attributes)}{space}>{content}</{name}{space}>");

    private static Gen<string> Attribute =>
        Gen.Select(One(Names), One(Values), One("=", " = "), Gen.Bool, (name, value, equals, isDouble) =>
            isDouble ? $" {name}{equals}\"{value}\"" : $" {name}{equals}'{value.Replace("'", "&apos;", StringComparison.Ordinal)}'");
}
