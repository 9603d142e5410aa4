using CsCheck;

namespace XmlJson.Tests.Mapping;

/// <summary>Generated documents with every kind of event, most of them laid out, so that plain forms and the places that need order meet.</summary>
internal static class LosslessDocuments
{
    /// <summary>Longer than any white space that layout may imply.</summary>
    public static readonly string LongText = new('x', 300);

    private static readonly Gen<string> Name = Gen.OneOf("a", "a", "b", "b", "c", "p:a", "p:b", "xml:c", "_x0041_", "é");

    private static readonly Gen<string> Text = Gen.OneOf("t", "u v", " w ", "é😀", "&lt;&amp;", "&#13;", "]]&gt;", "007", "\\\"", "&e;", "&#10;  ", "long text, long text, long text", LongText);

    private static readonly Gen<string> WhiteSpace = Gen.OneOf(" ", "\n", "\n ", "\n  ", "\n    ", "\n\t", "\n\n", "\t");

    private static readonly Gen<string> Attribute = Gen.Select(
        Gen.OneOf("a", "b", "p:a", "q:a", "xml:lang", "xml:space", "_x0040_"),
        Gen.OneOf("1", "", " x ", "&quot;&#10;", "é", "&#9;"),
        (name, value) => $" {name}='{value}'");

    private static readonly Gen<string> AnyAttribute = Gen.Frequency((3, Attribute), (1, Gen.OneOf(" xmlns:q='v'", " xmlns='v'", " xmlns=''", " xmlns:q='w'")));

    private static readonly Gen<string> Unit = Gen.OneOf("  ", "\t", "", " ");

    private static readonly Gen<string> Misc = Gen.OneOf("<!--c-->", "<!-- d -->", "<?p d?>", "<?q?>", "<?p?>");

    /// <summary>A document with a document type declaration, or without one.</summary>
    public static readonly Gen<string> Document = Gen.Select(
        Gen.OneOf("", "<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>", "<?xml version='1.0' standalone='no'?>"),
        Misc.Array[0, 2],
        Gen.OneOf(
            "<!DOCTYPE r [<!ENTITY e 'ent'>]>",
            "<!DOCTYPE r SYSTEM 'r.dtd' [<!ENTITY e 'ent'><!ATTLIST a d CDATA 'x' xmlns:z CDATA #FIXED 'z'>]>",
            "<!DOCTYPE r SYSTEM 'r.dtd' [<!ENTITY % x SYSTEM 'x.ent'>%x;]>",
            "<!DOCTYPE r [<!ENTITY e ''><!ELEMENT a (a|b|c)*><!ATTLIST b a NMTOKENS ' q  r '>]>",
            "<!DOCTYPE r PUBLIC '' '' [ <!-- ]> --> <!ENTITY e '<a/>t'>]>"),
        Misc.Array[0, 2],
        Root,
        Misc.Array[0, 3],
        (declaration, before, doctype, between, root, after) =>
            (root.Contains("&e;", StringComparison.Ordinal) ? declaration.Replace("yes", "no", StringComparison.Ordinal) : declaration) + string.Concat(before) + (root.Contains("&e;", StringComparison.Ordinal) ? doctype : doctype.Length % 2 == 0 ? doctype : "") + string.Concat(between) + root + string.Concat(after));

    private static Gen<string> Root => Gen.Frequency(
        (1, Element(4).Select(element => $"<r xmlns:p='u' xmlns:q='w'>{element}</r>")),
        (1, Node(4).Array[0, 4].Select(nodes => $"<r xmlns:p='u' xmlns:q='w'>{string.Concat(nodes)}</r>")),
        (3, Gen.Select(Unit, LaidOut(4, 1).Array[1, 4], (unit, nodes) => $"<r xmlns:p='u' xmlns:q='w'>{Lines(nodes, unit, 1)}</r>")));

    /// <summary>Nodes with marks where lines break: a line feed and the depth there, as a character.</summary>
    private static Gen<string> LaidOut(int depth, int level) => Gen.Frequency(
        (2, Gen.Select(Name, Text, (name, text) => $"<{name}>{text}</{name}>")),
        (2, Attributes.SelectMany(attributes => Name.Select(name => $"<{name}{attributes}/>"))),
        (1, Misc),
        (1, depth == 0 ? Text : Node(depth - 1)),
        (depth == 0 ? 0 : 6, Gen.Select(Name, Attributes, depth == 0 ? Misc.Array[1] : LaidOut(depth - 1, level + 1).Array[1, 5], (name, attributes, nodes) => $"<{name}{attributes}>{Mark(nodes, level + 1)}</{name}>")));

    private static string Mark(string[] nodes, int level) => string.Concat(nodes.Select(node => $"\u0001{(char)('0' + level)}{node}")) + $"\u0001{(char)('0' + level - 1)}";

    private static string Lines(string[] nodes, string unit, int level)
    {
        var text = Mark(nodes, level);
        for (var depth = 0; depth < 10; depth++)
        {
            text = text.Replace($"\u0001{(char)('0' + depth)}", "\n" + string.Concat(Enumerable.Repeat(unit, depth)), StringComparison.Ordinal);
        }

        return text;
    }

    private static Gen<string> Attributes => AnyAttribute.Array[0, 2].Select(attributes => string.Concat(attributes.DistinctBy(attribute => attribute[..attribute.IndexOf('=', StringComparison.Ordinal)])));

    private static Gen<string> Element(int depth) => Gen.Select(
        Name,
        Attributes,
        depth == 0 ? Text.Array[0, 1] : Node(depth).Array[0, 5],
        (name, attributes, content) => $"<{name}{attributes}>{string.Concat(content)}</{name}>");

    private static Gen<string> Node(int depth) => Gen.Frequency(
        (6, depth == 0 ? Misc : Element(depth - 1)),
        (2, Text),
        (2, WhiteSpace),
        (2, Misc),
        (1, Gen.OneOf("<![CDATA[x]]>", "<![CDATA[]]>", "<![CDATA[ <y> ]]>")));
}
