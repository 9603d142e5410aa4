using CsCheck;

namespace XmlJson.Tests.Canonical;

/// <summary>Generated documents whose prefixes are declared, declared again and undeclared at every depth.</summary>
internal static class NamespacedDocuments
{
    private static readonly Gen<string> Name = Gen.OneOf("a", "b", "é");
    private static readonly Gen<string> Prefix = Gen.OneOf("", "p:", "q:");
    private static readonly Gen<string> Uri = Gen.OneOf("urn:1", "urn:2", "urn:3", "http://h/?a=1&amp;b=&quot;");
    private static readonly Gen<string> Text = Gen.OneOf("t", " ", "&#13;", "&amp;&lt;&gt;", "\t\"'\n", "<![CDATA[<]]>", "<!--c-->", "<?i d?>", "😀");

    private static readonly Gen<string> Declaration = Gen.Select(Gen.OneOf("xmlns", "xmlns:p", "xmlns:q", "xmlns:r"), Uri, Gen.Int[0, 3], (name, uri, empty) =>
        $" {name}='{(name == "xmlns" && empty == 0 ? "" : uri)}'");

    private static readonly Gen<string> Attribute = Gen.Select(Gen.OneOf("a", "p:a", "q:b", "é", "xml:lang", "xml:base"), Gen.OneOf("", "v", " &#9; &#10;\n", "&quot;&lt;&amp;>"), (name, value) => $" {name}='{value}'");

    /// <summary>Such documents; no prefix is undeclared.</summary>
    public static Gen<string> All { get; } =
        Gen.Select(Gen.OneOf("", "<!--b-->\n<?i d?>"), Element(4), Gen.OneOf("", "<?i d?><!--c-->"), (before, element, behind) =>
            $"{before}{element.Insert(element.IndexOf(' ', StringComparison.Ordinal), " xmlns:p='urn:1' xmlns:q='urn:2'")}{behind}");

    private static Gen<string> Element(int depth) =>
        Gen.Select(Prefix, Name, Declaration.Array[0, 2], Attribute.Array[0, 3], Inside(depth), (prefix, name, declarations, attributes, inside) =>
        {
            var parts = Distinct(declarations).Where(part => depth < 4 || !part.Contains(":p=", StringComparison.Ordinal) && !part.Contains(":q=", StringComparison.Ordinal)).Concat(Distinct(attributes)).Reverse();
            return $"<{prefix}{name} {string.Concat(parts)}>{inside}</{prefix}{name}>";
        });

    private static Gen<string> Inside(int depth) =>
        (depth == 0 ? Text : Gen.OneOf(Text, Element(depth - 1))).Array[0, 4].Select(string.Concat);

    private static IEnumerable<string> Distinct(string[] parts) => parts.DistinctBy(part => part[..part.IndexOf('=', StringComparison.Ordinal)]);
}
