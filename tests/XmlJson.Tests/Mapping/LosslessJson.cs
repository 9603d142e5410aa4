using CsCheck;

namespace XmlJson.Tests.Mapping;

/// <summary>Generated JSON in the lossless convention's vocabulary: what it would write, and what it would not but can read.</summary>
internal static class LosslessJson
{
    private static readonly Gen<string> Scalar = Gen.Frequency(
        (30, Gen.OneOf("\"t\"", "\"u v\"", "\" \"", "\"\\n  \"", "\"\\n\"", "\"\\n    \"", "\"long text, long text\"", $"\"{LosslessDocuments.LongText}\"", "\"é😀<&\"", "\"\"")),
        (1, Gen.OneOf("1.10", "true", "null")));

    private static readonly Gen<string> Name = Gen.OneOf("a", "a", "b", "c");

    private static readonly Gen<string> Attribute = Gen.Select(Gen.OneOf("@a", "@b", "@+c", "@xml:lang"), Scalar, (name, value) => $"\"{name}\":{value}");

    /// <summary>A document.</summary>
    public static readonly Gen<string> Document = Gen.Select(
        Gen.Frequency((6, Gen.Const("")), (1, Gen.OneOf(
            "\"?xml\":{\"@version\":\"1.0\"},",
            "\"?xml\":{\"@version\":\"1.0\",\"@encoding\":\"utf-8\",\"@standalone\":\"no\"},",
            "\"?xml\":{\"@standalone\":\"no\",\"@version\":\"1.0\"},",
            "\"?xml\":{\"@version\":\"1.0\",\"@encoding\":\"\"},"))),
        Gen.Frequency((4, Gen.Const("")), (1, Gen.OneOf(
            "\"!DOCTYPE\":{\"@name\":\"r\",\"@system\":\"\"},",
            "\"!DOCTYPE\":{\"@name\":\"r\",\"@public\":\"\"},",
            "\"!DOCTYPE\":{\"@name\":\"r\",\"@public\":\"x\",\"@system\":\"y\",\"@internalSubset\":\"\"},",
            "\"!DOCTYPE\":{\"@system\":\"y\",\"@name\":\"r\"},"))),
        Gen.Frequency((4, Gen.Const("")), (1, Markup.Array[1, 2].Select(nodes => string.Concat(nodes.Select(node => node + ","))))),
        Object(4),
        Gen.Frequency((4, Gen.Const("")), (1, Markup.Array[1, 2].Select(nodes => string.Concat(nodes.Select(node => "," + node)))), (1, Markup.Array[0, 2].Select(nodes => $",\"#\":[{string.Join(',', nodes.Select(node => $"{{{node}}}"))}]"))),
        (declaration, doctype, before, root, after) => $"{{{declaration}{doctype}{before}\"r\":{root}{after}}}");

    private static Gen<string> Markup => Gen.Select(Gen.OneOf("#comment", "#comment", "?p", "?q"), Gen.Frequency((5, Scalar), (1, Scalar.Array[0, 3].Select(List))), (key, value) => $"\"{key}\":{value}");

    private static Gen<string> Value(int depth) => depth == 0 ? Scalar : Gen.Frequency((2, Scalar), (3, Object(depth)));

    private static Gen<string> Object(int depth) => Gen.Select(
        Gen.Frequency((2, Gen.Const(Array.Empty<string>())), (1, Attribute.Array[1, 2])),
        Gen.Frequency((3, Gen.Const(Array.Empty<string>())), (1, Gen.OneOf("\"\"", "\"  \"", "\"\\t\"", "null").Select(unit => new[] { $"\"#indent\":{unit}" }))),
        Member(depth).Array[0, 4],
        Gen.Frequency((3, Gen.Const(Array.Empty<string>())), (1, Item(depth).Array[0, 4].Select(items => new[] { $"\"#\":{List(items)}" }))),
        Gen.Frequency((20, Gen.Const(Array.Empty<string>())), (1, Gen.OneOf(Attribute, Member(depth)).Array[1])),
        (attributes, layout, members, rest, late) => $"{{{string.Join(',', [.. attributes, .. layout, .. members, .. rest, .. late])}}}");

    private static Gen<string> Member(int depth) => Gen.Frequency(
        (6, Gen.Select(Name, Gen.Frequency((3, Value(depth - 1)), (2, Value(depth - 1).Array[0, 3].Select(List))), (name, value) => $"\"{name}\":{value}")),
        (1, Markup),
        (1, Gen.Select(Gen.OneOf("#text", "#text", "#cdata"), Scalar, (key, value) => $"\"{key}\":{value}")));

    private static Gen<string> Item(int depth) => Gen.Frequency(
        (3, Scalar),
        (3, Gen.Select(Name, Value(depth - 1), (name, value) => $"{{\"{name}\":{value}}}")),
        (1, Gen.Select(Name, Value(0).Array[0, 2], (name, values) => $"{{\"{name}\":{List(values)}}}")),
        (1, Markup.Select(node => $"{{{node}}}")),
        (1, Scalar.Select(text => $"{{\"#cdata\":{text}}}")),
        (1, Gen.OneOf("{}", "{\"&e\":null}", "{\"a\":\"\",\"b\":\"\"}")));

    private static string List(string[] items) => $"[{string.Join(',', items)}]";
}
