using System.Text;
using System.Text.Json;
using CsCheck;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

/// <summary>Generated documents, JSON texts and conventions: small alphabets, so that names meet often.</summary>
internal static class Generated
{
    private static readonly Gen<string> Name = Gen.OneOf("a", "b", "c", "p:a", "_x0041_", "A", "a_x0020_b", "_x_", "x_x003A_y", "_x005F_x0020_", "ü");

    private static readonly Gen<string> Text = Gen.OneOf("t", "u v", " w ", "é😀", "&lt;&amp;", "&#13;", "]]&gt;", "007", "\\\"", "1", "-2.5", "true");

    private static readonly Gen<string> WhiteSpace = Gen.OneOf(" ", "\n  ", "\t");

    private static readonly Gen<string> Attribute = Gen.Select(
        Gen.OneOf("a", "b", "p:a", "_x0040_", "xml:lang", "_x0041_"),
        Gen.OneOf("1", "", " x ", "&quot;&#10;", "é"),
        (name, value) => $" {name}='{value}'");

    private static readonly Gen<string> AnyAttribute = Gen.OneOf(Attribute, Attribute, Attribute, Gen.OneOf(" xmlns:q='v'", " xmlns='v'", " xmlns=''", " xml:space='preserve'", " xmlns:x='u'"));

    /// <summary>A document with every kind of node.</summary>
    public static readonly Gen<string> Document = Gen.Select(
        Gen.OneOf("", "", "<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>"),
        Prolog.Array[0, 2],
        Element(4),
        Prolog.Array[0, 2],
        (declaration, before, root, after) => declaration + string.Concat(before) + root.Insert(RootNameEnd(root), " xmlns:p='u'") + string.Concat(after));

    private static readonly Gen<string> JsonString = Gen.OneOf("", " ", "t", "u v", " w ", "é😀", "<&>", "\r\n", "]]>", "007", "a\\b\"c", "-->", "\uFFFD", "\u2028", "1", "-2.5", "true");

    private static readonly Gen<string> JsonKey = Gen.OneOf(
        "a", "b", "c", "@a", "@b", "#text", "$", "$attributes", "@xmlns", "xml$lang", "a$b", "{u}a", "@{u}a", "@{v}b", "p:a", "@xmlns:p", "#cdata-section", "#comment", "?p", "!pi", "!DOCTYPE", "", "a b", "@a b", "_x0041_", "_x0020_", "_x_", "x:y", "xml:lang", "@xml:lang", "<", "item", "root", "@", "1", "é", "\0");

    /// <summary>A JSON value, of every type.</summary>
    public static readonly Gen<string> Json = Value(4);

    /// <summary>Keyed conventions that differ in everything that may be combined.</summary>
    public static readonly Gen<JsonConvention> Convention = Gen.Select(
        Gen.Select(Gen.OneOf("@", "-", "@", "_at_"), Gen.OneOf("#text", "$"), Gen.OneOf<string?>(null, "#cdata-section"), Gen.OneOf<string?>(null, "?", "!pi")),
        Gen.Select(Gen.OneOf(CommentForm.Drop, CommentForm.Key), Gen.OneOf<string?>(null, "!DOCTYPE"), Gen.OneOf<string?>(null, "?xml"), Gen.Bool),
        Gen.Select(Gen.Enum<WhiteSpacePolicy>(), Gen.Enum<EmptyElementForm>(), Gen.OneOf(ArrayRule.Repeated, ArrayRule.Always, ArrayRule.AtPaths("/a/b", "**/c"), ArrayRule.AtPaths("/*/*/a"))),
        Gen.Select(
            Gen.OneOf(AttributeForm.Keys, AttributeForm.Keys, AttributeForm.Object, AttributeForm.Drop),
            Gen.OneOf<string?>(null, "@xmlns"),
            Gen.OneOf(':', '$', '/'),
            Gen.Bool,
            Gen.OneOf(NamespaceRule.AsWritten, NamespaceRule.AsWritten, NamespaceRule.LocalNames, NamespaceRule.Expanded, NamespaceRule.WithPrefixes(("p", "u"), ("r", "v"))),
            Gen.OneOf(MixedTextForm.Runs, MixedTextForm.Runs, MixedTextForm.Joined, MixedTextForm.Drop),
            Gen.OneOf(TypeRule.Strings, TypeRule.Inferred, TypeRule.Inferred.WithAttributes(ScalarType.Inferred), TypeRule.Inferred.AtPaths(ScalarType.String, "**/a", "/*/@b"))),
        (keys, nodes, forms, others) => JsonConvention.Default with
        {
            Attributes = others.Item1,
            AttributesKey = "$attributes",
            NamespacesKey = others.Item2,
            PrefixSeparator = others.Item3,
            WrapText = others.Item4,
            Namespaces = others.Item5,
            MixedText = others.Item6,
            Types = others.Item7,
            AttributePrefix = keys.Item1,
            TextKey = keys.Item2,
            CDataKey = keys.Item3,
            ProcessingInstructionPrefix = keys.Item4 == "?" ? "?" : null,
            ProcessingInstructionsKey = keys.Item4 == "!pi" ? "!pi" : null,
            Comments = nodes.Item1,
            DocumentTypeKey = nodes.Item2,
            DocumentTypeForm = nodes.Item2 is not null && keys.Item3 is null ? DocumentTypeForm.Text : DocumentTypeForm.Object,
            XmlDeclarationKey = nodes.Item3,
            KeepRoot = nodes.Item4,
            WhiteSpace = forms.Item1,
            EmptyElement = forms.Item2,
            Arrays = forms.Item3,
        });

    private static Gen<string> Prolog => Gen.OneOf("<!--c-->", "<?p d?>", "<?q?>");

    private static Gen<string> Element(int depth) => Gen.Select(
        Name,
        AnyAttribute.Array[0, 3],
        depth == 0 ? Text.Array[0, 1] : Node(depth).Array[0, 5],
        (name, attributes, content) => $"<{name}{string.Concat(attributes.DistinctBy(attribute => attribute[..attribute.IndexOf('=', StringComparison.Ordinal)]))}>{string.Concat(content)}</{name}>");

    private static Gen<string> Node(int depth) => Gen.Frequency(
        (5, Element(depth - 1)),
        (3, Text),
        (2, WhiteSpace),
        (1, Gen.OneOf("<!--c-->", "<!---->", "<!-- d -->")),
        (1, Gen.OneOf("<?p d?>", "<?q?>")),
        (1, Gen.OneOf("<![CDATA[x]]>", "<![CDATA[]]>", "<![CDATA[ <y> ]]>")));

    private static int RootNameEnd(string root) => root.AsSpan(1).IndexOfAny(" />") + 1;

    private static Gen<string> Value(int depth) => depth == 0 ? Scalar : Gen.Frequency(
        (3, Scalar),
        (4, Gen.Select(JsonKey, Value(depth - 1), (key, value) => $"{Quote(key)}:{value}").Array[0, 4].Select(members => $"{{{string.Join(',', members)}}}")),
        (2, Value(depth - 1).Array[0, 3].Select(items => $"[{string.Join(',', items)}]")));

    private static Gen<string> Scalar => Gen.Frequency(
        (6, JsonString.Select(Quote)),
        (1, Gen.OneOf("1", "1.10", "-0", "1E400", "true", "false", "null")));

    private static string Quote(string text)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = XmlJson.Text.JsonTextEncoder.Instance }))
        {
            writer.WriteStringValue(text);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
