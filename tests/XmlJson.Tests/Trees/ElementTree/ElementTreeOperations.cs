using System.Buffers;
using System.Reflection;
using XmlJson.ElementTree;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.ElementTree;

/// <summary>A use of every public operation that looks at a document through the ElementTree view.</summary>
internal static class ElementTreeOperations
{
    // The language has no more forms than these.
    private static readonly string[] Paths =
    [
        "{urn:a}a", "*", "{*}a", "{urn:a}*", ".", "..", "*/..", "*/*", ".//*", ".//{urn:a}a", ".//*/..", ".//*//*", ".//*/../..", "*[@a7]", ".//*[@a7]", ".//*[@a7='v']", ".//*[@a7!='v']",
        ".//*[{urn:a}a]", ".//*[{urn:a}a='x']", ".//*[{urn:a}a!='x']", ".//*[.='x']", ".//*[.!='x']", ".//*[1]", ".//*[2]", ".//*[last()]", ".//*[last()-1]", "*[3]/..", "*[last()]",
    ];

    /// <summary>What only looks.</summary>
    public static readonly (string Member, Action<Element> Use)[] Readings =
    [
        ("Element.Document", root => _ = root.Document.Root),
        ("Element.Tag", root => _ = root.Tag),
        ("Element.Name", root => _ = root.Name),
        ("Element.IsComment", root => _ = root.IsComment),
        ("Element.IsProcessingInstruction", root => _ = root.IsProcessingInstruction),
        ("Element.Text", root => _ = root.Text),
        ("Element.TextUtf8", root => _ = root.TextUtf8),
        ("Element.Tail", root => _ = root.Tail),
        ("Element.TailUtf8", root => _ = root.TailUtf8),
        ("Element.IterText", root => _ = root.IterText().Count()),
        ("Element.Attrib", root => _ = root.Attrib.Count),
        ("Element.Get", root => _ = root.Get("a999999")),
        ("Element.Get", root => _ = root.Get("none", "")),
        ("Element.Keys", root => _ = root.Keys().Count()),
        ("Element.Items", root => _ = root.Items().Count()),
        ("Element.Count", root => _ = root.Count),
        ("Element.Item", root => _ = root.Count > 0 ? root[^1] : root),
        ("Element.Slice", root => _ = root[..]),
        ("Element.GetEnumerator", root => _ = root.Count()),
        ("Enumerator.MoveNext", root => _ = root.GetEnumerator().MoveNext()),
        ("Enumerator.Reset", root => root.GetEnumerator().Reset()),
        ("Enumerator.Current", root => _ = First(root).Tag),
        ("Element.Iter", root => _ = root.Iter("{urn:a}a").Count() + root.Iter("none").Count() + root.Iter().Count()),
        ("ElementIterator.GetEnumerator", root => _ = root.Iter().GetEnumerator().MoveNext()),
        ("Element.Find", root => _ = Paths.Count(path => root.Find(path) is not null)),
        ("Element.FindAll", root => _ = Paths.Sum(path => root.FindAll(path).Length)),
        ("Element.IterFind", root => _ = Paths.Sum(path => root.IterFind(path).Count())),
        ("Element.FindText", root => _ = Paths.Sum(path => root.FindText(path, "").Length + (root.FindText(path) ?? "").Length)),
        ("Element.Equals", root => Assert.True(root.Equals(root.Document.Root))),
        ("Element.ToString", root => _ = root.ToString()),
        ("Element.Copy", root => _ = root.Copy()),
        ("Element.WriteTo", root => root.WriteTo(new Discard())),
        ("Element.WriteTo", root =>
        {
            var counter = default(EventCounter);
            root.WriteTo(ref counter);
        }),
        ("Element.CreateNavigator", root => _ = root.CreateNavigator().Evaluate("count(//*)")),
        ("Element.CreateReader", ReadAll),
        ("Element.ToXElement", root => _ = root.ToXElement()),
        ("Xml.ToXml", root => _ = root.ToXml()),
        ("Xml.Save", root => root.Save(Stream.Null)),
        ("Xml.Canonicalize", root => root.Canonicalize(new ArrayBufferWriter<byte>(), CanonicalizationOptions.ElementTree)),
        ("Xml.Canonicalize", root => _ = root.Canonicalize()),
        ("AttributeMap.Count", root => _ = root.Attrib.Count),
        ("AttributeMap.Keys", root => _ = root.Attrib.Keys.Count()),
        ("AttributeMap.Values", root => _ = root.Attrib.Values.Count()),
        ("AttributeMap.Item", root => _ = root.Attrib.Count > 0 ? root.Attrib["a7"] : ""),
        ("AttributeMap.ContainsKey", root => _ = root.Attrib.ContainsKey("none")),
        ("AttributeMap.TryGetValue", root => _ = root.Attrib.TryGetValue("a999999", out _)),
        ("AttributeMap.GetEnumerator", root => _ = root.Attrib.Count()),
        ("ElementTreeExtensions.Root", root => _ = root.Document.Root),
        ("ElementTreeExtensions.Iter", root => _ = root.Document.Iter().Count()),
        ("ElementTreeExtensions.Find", root => _ = root.Document.Find("none")),
        ("ElementTreeExtensions.FindAll", root => _ = root.Document.FindAll("none")),
        ("ElementTreeExtensions.IterFind", root => _ = root.Document.IterFind("none").Count()),
        ("ElementTreeExtensions.FindText", root => _ = root.Document.FindText("none", "") + root.Document.FindText("none")),
    ];

    /// <summary>What changes the document.</summary>
    public static readonly (string Member, Action<Element> Use)[] Changes =
    [
        ("Element.Tag", root => Each(root, element => element.Tag = "{urn:b}b")),
        ("Element.Text", root => Each(root, element => element.Text = "y")),
        ("Element.Tail", root => Each(root, element => element.Tail = element.Equals(root) ? null : "z")),
        ("Element.Set", root => Each(root, element => element.Set("a999999", "w"))),
        ("Element.SubElement", root => Each(root, element => element.SubElement("{urn:a}s", ("{urn:a}b", "c")))),
        ("Element.Append", root => Each(root, element => element.Append(root.Document.MakeElement("e")))),
        ("Element.Insert", root => Each(root, element => element.Insert(0, root.Document.MakeComment("c")))),
        ("Element.Item", root => Each(root, element => _ = element.Count > 0 && element[0].Count == 0 ? element[0] = root.Document.MakeElement("e") : element)),
        ("Element.RemoveAt", root =>
        {
            while (root.Count > 0)
            {
                root.RemoveAt(root.Count - 1);
            }
        }),
        ("Element.Remove", root =>
        {
            foreach (var child in root)
            {
                root.Remove(child);
            }
        }),
        ("Element.RemoveRange", root => root.RemoveRange(0, root.Count)),
        ("Element.InsertRange", root =>
        {
            var children = root[..];
            root.RemoveRange(0, root.Count);
            root.InsertRange(0, children);
        }),
        ("Element.Extend", root => root.Document.MakeElement("e").Extend(root)),
        ("Element.Clear", root => root.Clear()),
        ("Element.Indent", root => root.Indent()),
        ("AttributeMap.Item", root => root.Attrib["a7"] = "w"),
        ("AttributeMap.Remove", root =>
        {
            foreach (var key in root.Keys().ToArray())
            {
                root.Attrib.Remove(key);
            }

            root.Attrib.Remove("a7");
        }),
        ("AttributeMap.Clear", root => root.Attrib.Clear()),
        ("ElementTreeExtensions.Root", root => root.Document.Root = root.Count > 0 ? root[0] : root.Document.MakeElement("e")),
        ("ElementTreeExtensions.SetRoot", root => root.Document.SetRoot("e")),
        ("ElementTreeExtensions.MakeElement", root => root.Document.MakeElement("e", [.. root.Items().Select(pair => (pair.Key, pair.Value))])),
        ("ElementTreeExtensions.MakeComment", root => root.Document.MakeComment("c")),
        ("ElementTreeExtensions.MakeProcessingInstruction", root => root.Document.MakeProcessingInstruction("p", "q")),
        ("ElementTreeExtensions.Import", root =>
        {
            using var other = new Document();
            other.Import(root);
        }),
        ("ElementTreeExtensions.RegisterNamespace", root => root.Document.RegisterNamespace("p", "urn:p")),
    ];

    // Members that look at no document.
    private static readonly string[] Others =
    [
        "Element.CommentTag", "Element.ProcessingInstructionTag", "Element.GetHashCode", "Element.op_Equality", "Element.op_Inequality", "Enumerator.Dispose",
    ];

    /// <summary>The public members of the view's types, and those of them that have a use here.</summary>
    public static (string[] Public, string[] Used) Members()
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var types = new[] { typeof(Element), typeof(Element.Enumerator), typeof(ElementIterator), typeof(ElementIterator.Enumerator), typeof(AttributeMap), typeof(ElementTreeExtensions) };
        var names = types.SelectMany(type => type.GetMembers(Declared)
            .Where(member => member.MemberType is MemberTypes.Property or MemberTypes.Field or MemberTypes.Method)
            .Where(member => member is not MethodInfo { IsSpecialName: true } method || method.Name.StartsWith("op_", StringComparison.Ordinal))
            .Select(member => $"{type.Name}.{member.Name.Replace("get_", "", StringComparison.Ordinal).Replace("set_", "", StringComparison.Ordinal)}"));
        return ([.. names.Distinct().Order(StringComparer.Ordinal)], [.. Readings.Concat(Changes).Select(one => one.Member).Concat(Others).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static Element First(Element root)
    {
        var walk = root.Iter().GetEnumerator();
        walk.MoveNext();
        return walk.Current;
    }

    private static void ReadAll(Element root)
    {
        using var reader = root.CreateReader();
        while (reader.Read())
        {
        }
    }

    private static void Each(Element root, Action<Element> use)
    {
        foreach (var element in root.Iter().ToArray())
        {
            use(element);
        }
    }
}
