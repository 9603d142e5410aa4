using XmlJson.Dom;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.Dom;

/// <summary>Each public operation of the view, with what has to come of it; each leaves the document as it was.</summary>
internal static class DomOperations
{
    // What only says which node is meant, and looks at nothing.
    public static readonly string[] Handles =
    [
        "Node.OwnerDocument", "Node.ChildNodes", "Node.Attributes", "Node.Equals", "Node.GetHashCode", "Node.op_Equality", "Node.op_Inequality", "Node.IsSameNode", "DomExtensions.AsNode",
        "DomExtensions.ChildNodes", "NodeList+Enumerator.Current", "NodeList+Enumerator.Dispose", "NamedNodeMap+Enumerator.Current", "NamedNodeMap+Enumerator.Dispose", "NamedNodeMap+Enumerator.Reset",
    ];

    public static readonly (string Member, Action<DomSubject> Run)[] All =
    [
        ("Node.NodeType", s => Assert.Equal(NodeType.Element, s.Last.NodeType)),
        ("Node.NodeName", s => Assert.Equal("end", s.End.NodeName)),
        ("Node.Name", s => Assert.True(s.End.Name.Is("end"u8))),
        ("Node.NodeValue", s => Change(() => s.Text.NodeValue, value => { var text = s.Text; text.NodeValue = value; }, "t", "other")),
        ("Node.NodeValueUtf8", s => Assert.Equal("t"u8, s.Text.NodeValueUtf8)),
        ("Node.ToString", s => Assert.Equal("Element end", s.End.ToString())),
        ("Node.ParentNode", s => Assert.Equal(s.Root, s.End.ParentNode)),
        ("Node.FirstChild", s => Assert.Equal(s.Children > 5 ? "a" : "end", s.Root.FirstChild?.NodeName)),
        ("Node.LastChild", s => Assert.Equal(s.Text, s.Root.LastChild)),
        ("Node.NextSibling", s => Assert.Equal(s.Comment, s.End.NextSibling)),
        ("Node.PreviousSibling", s => Assert.Equal(s.End, s.Comment.PreviousSibling)),
        ("Node.FirstElementChild", s => Assert.Equal(s.Children > 5 ? "a" : "end", s.Root.FirstElementChild?.NodeName)),
        ("Node.LastElementChild", s => Assert.Equal(s.End, s.Root.LastElementChild)),
        ("Node.NextElementSibling", s => Assert.Null(s.End.NextElementSibling)),
        ("Node.PreviousElementSibling", s => Assert.Equal(s.Children > 5 ? "a" : null, s.End.PreviousElementSibling?.NodeName)),
        ("Node.HasChildNodes", s => Assert.True(s.Root.HasChildNodes())),
        ("Node.Contains", s => Assert.True(s.Root.Contains(s.Last) && s.Root.Contains(s.End) && !s.End.Contains(s.Root))),
        ("Node.TagName", s => Assert.Equal("end", s.End.TagName)),
        ("Node.LocalName", s => Assert.Equal("end", s.End.LocalName)),
        ("Node.Prefix", s => Assert.Null(s.End.Prefix)),
        ("Node.NamespaceUri", s => Assert.Null(s.End.NamespaceUri)),
        ("Node.GetElementsByTagName", s => Assert.Equal(s.Elements - 1, s.Root.GetElementsByTagName("*").Count)),
        ("Node.GetElementsByTagNameNS", s => Assert.Equal(s.Elements - 1, s.Root.GetElementsByTagNameNS("", "*").Count)),
        ("Node.LookupNamespaceUri", s => Assert.Equal(("urn:n", null), (s.Last.LookupNamespaceUri("n"), s.Last.LookupNamespaceUri("no")))),
        ("Node.LookupPrefix", s => Assert.Equal(("n", null), (s.Last.LookupPrefix("urn:n"), s.Last.LookupPrefix("urn:no")))),
        ("Node.IsDefaultNamespace", s => Assert.True(s.Last.IsDefaultNamespace(null) && !s.Last.IsDefaultNamespace("urn:n"))),
        ("Node.TextContent", s => Assert.Equal(s.Content, s.Root.TextContent)),
        ("Node.AppendChild", s => Assert.Equal(s.Text, s.Root.AppendChild(s.Text))),
        ("Node.AppendChild under itself", s => Refused(() => s.Last.AppendChild(s.Root))),
        ("Node.InsertBefore", s => Assert.Equal(s.Comment, s.Root.InsertBefore(s.Comment, s.Instruction))),
        ("Node.InsertBefore of a fragment", MoveAll),
        ("Node.ReplaceChild", s => Assert.Equal(s.Text, s.Root.ReplaceChild(s.Root.ReplaceChild(s.Document.CreateTextNode("new"), s.Text), s.Root.LastChild!.Value) is { Data: "new" } ? s.Text : s.Root)),
        ("Node.RemoveChild", s => Assert.Equal(s.Root, s.Document.AppendChild(s.Document.AsNode().RemoveChild(s.Root)))),
        ("Node.Normalize", s => { s.Root.Normalize(); Assert.Equal(s.Children, s.Root.ChildNodes.Count); }),
        ("Node.CloneNode", s => Assert.Equal(s.Elements, s.Root.CloneNode(true).GetElementsByTagName("*").Count + 1)),
        ("Node.CloneNode of a document", s => { using var clone = s.Document.AsNode().CloneNode(true).OwnerDocument; Assert.Equal(s.Elements, clone.GetElementsByTagName("*").Count); }),
        ("Node.IsEqualNode", s => Assert.True(s.Root.IsEqualNode(s.Root.CloneNode(true)))),
        ("Node.CompareDocumentPosition", s => Assert.Equal(DocumentPosition.Following, s.Last.CompareDocumentPosition(s.End) & ~DocumentPosition.ContainedBy)),
        ("Node.CompareDocumentPosition of attributes", s => Assert.Equal(DocumentPosition.Following, s.Root.Attributes[0].CompareDocumentPosition(s.Attribute))),
        ("Node.Value", s => Change(() => s.Attribute.Value, value => { var attribute = s.Attribute; attribute.Value = value!; }, "v", "w")),
        ("Node.OwnerElement", s => Assert.Equal((s.End, s.Root), (s.Attribute.OwnerElement, s.Root.Attributes[0].OwnerElement))),
        ("Node.Specified", s => Assert.True(s.Attribute.Specified)),
        ("Node.IsId", s => Assert.False(s.Attribute.IsId)),
        ("Node.HasAttributes", s => Assert.True(s.Root.HasAttributes())),
        ("Node.HasAttribute", s => Assert.True(s.Root.HasAttribute(LastName(s)) && !s.Root.HasAttribute("k"))),
        ("Node.HasAttributeNS", s => Assert.True(s.End.HasAttributeNS(null, "k") && !s.Root.HasAttributeNS(null, "k"))),
        ("Node.GetAttribute", s => Assert.Equal(("v", ""), (s.End.GetAttribute("k"), s.Root.GetAttribute("k")))),
        ("Node.GetAttributeNS", s => Assert.Equal(("v", ""), (s.End.GetAttributeNS(null, "k"), s.Root.GetAttributeNS(null, "k")))),
        ("Node.GetAttributeNode", s => Assert.Equal(LastName(s), s.Root.GetAttributeNode(LastName(s))?.NodeName)),
        ("Node.GetAttributeNodeNS", s => Assert.Equal(s.Attribute, s.End.GetAttributeNodeNS(null, "k"))),
        ("Node.SetAttribute Node.RemoveAttribute", s => { s.Root.SetAttribute("new", "1"); s.Root.RemoveAttribute("new"); Assert.Equal(s.Attributes, s.Root.Attributes.Count); }),
        ("Node.SetAttributeNS Node.RemoveAttributeNS", s => { s.Root.SetAttributeNS("urn:n", "n:new", "1"); s.Root.RemoveAttributeNS("urn:n", "new"); Assert.Equal(s.Attributes, s.Root.Attributes.Count); }),
        ("Node.RemoveAttribute", s => s.Root.RemoveAttribute("k")),
        ("Node.RemoveAttributeNS", s => s.Root.RemoveAttributeNS(null, "k")),
        ("Node.SetAttributeNode Node.RemoveAttributeNode", s => Assert.Null(s.Root.SetAttributeNode(s.Root.RemoveAttributeNode(s.Root.Attributes[^1])))),
        ("Node.SetAttributeNode", s => Assert.Equal(s.Attribute, s.End.SetAttributeNode(s.Attribute))),
        ("Node.SetAttributeNodeNS", s => Assert.Equal(s.Attribute, s.End.SetAttributeNodeNS(s.Attribute))),
        ("Node.RemoveAttributeNode", s => Assert.Null(s.End.SetAttributeNode(s.End.RemoveAttributeNode(s.Attribute)))),
        ("Node.SetIdAttribute", s => { s.End.SetIdAttribute("k", true); Assert.True(s.Attribute.IsId); s.End.SetIdAttribute("k", false); }),
        ("Node.SetIdAttributeNS", s => { s.End.SetIdAttributeNS(null, "k", true); Assert.True(s.Attribute.IsId); s.End.SetIdAttributeNS(null, "k", false); }),
        ("Node.SetIdAttributeNode", s => { s.End.SetIdAttributeNode(s.Attribute, true); Assert.True(s.Attribute.IsId); s.End.SetIdAttributeNode(s.Attribute, false); }),
        ("Node.Data", s => Assert.Equal("c", s.Comment.Data)),
        ("Node.Length", s => Assert.Equal(1, s.Text.Length)),
        ("Node.Target", s => Assert.Equal("p", s.Instruction.Target)),
        ("Node.PublicId", s => Assert.Null(s.Doctype.PublicId)),
        ("Node.SystemId", s => Assert.Equal("s", s.Doctype.SystemId)),
        ("Node.InternalSubset", s => Assert.Null(s.Doctype.InternalSubset)),
        ("Node.IsElementContentWhitespace", s => Assert.False(s.Text.IsElementContentWhitespace)),
        ("Node.WholeText", s => Assert.Equal("st", s.Text.WholeText)),
        ("Node.ReplaceWholeText", s => { Assert.Equal(s.Text, s.Text.ReplaceWholeText("t")); s.Root.InsertBefore(s.Section, s.Text); }),
        ("Node.SubstringData", s => Assert.Equal("t", s.Text.SubstringData(0, 9))),
        ("Node.AppendData Node.DeleteData", s => { s.Text.AppendData("u"); s.Text.DeleteData(1, 1); Assert.Equal("t", s.Text.Data); }),
        ("Node.DeleteData", s => s.Text.DeleteData(1, 1)),
        ("Node.InsertData", s => { s.Text.InsertData(0, "u"); s.Text.DeleteData(0, 1); Assert.Equal("t", s.Text.Data); }),
        ("Node.ReplaceData", s => { s.Text.ReplaceData(0, 1, "t"); Assert.Equal("t", s.Text.Data); }),
        ("Node.SplitText", s => { Assert.Equal("", s.Text.SplitText(1).Data); s.Root.Normalize(); Assert.Equal(s.Children, s.Root.ChildNodes.Count); }),
        ("Node.WriteTo", s => { var counter = default(EventCounter); s.Root.WriteTo(ref counter); Assert.Equal(s.Elements, counter.Elements); s.End.WriteTo(new Discard()); }),
        ("Node.CreateNavigator", s => Assert.Equal("end", s.End.CreateNavigator().Name)),
        ("Node.CreateReader", s => { using var reader = s.Root.CreateReader(); reader.Read(); reader.Skip(); Assert.True(reader.EOF); }),
        ("Xml.ToXml", s => Assert.StartsWith("<r xmlns:n=\"urn:n\"", s.Root.ToXml(), StringComparison.Ordinal)),
        ("Xml.ToPrettyXml", s => Assert.StartsWith("<r xmlns:n=\"urn:n\"", s.Root.ToPrettyXml(" "), StringComparison.Ordinal)),
        ("NodeList.Count", s => Assert.Equal(s.Children, s.Root.ChildNodes.Count)),
        ("NodeList.ItemOf", s => Assert.Equal(s.Text, s.Root.ChildNodes[^1])),
        ("NodeList.Item", s => Assert.Equal((s.Text, null), (s.Root.ChildNodes.Item(s.Children - 1), s.Root.ChildNodes.Item(s.Children)))),
        ("NodeList.Slice", s => Assert.Equal(s.Children - 1, s.Root.ChildNodes[1..].Count)),
        ("NodeList.Every", s => Assert.Equal((s.Children + 1) / 2, s.Root.ChildNodes.Every(2).Count)),
        ("NodeList.GetEnumerator NodeList+Enumerator.MoveNext NodeList+Enumerator.Reset", s => { using var walk = s.Root.ChildNodes.GetEnumerator(); Assert.Equal((s.Children, s.Children), (Steps(walk), Steps(walk))); }),
        ("NamedNodeMap.Count", s => Assert.Equal(s.Attributes, s.Root.Attributes.Count)),
        ("NamedNodeMap.ItemOf", s => Assert.Equal((LastName(s), s.Attribute), (s.Root.Attributes[s.Attributes - 1].NodeName, s.End.Attributes["k"]))),
        ("NamedNodeMap.Item", s => Assert.Equal((LastName(s), null), (s.Root.Attributes.Item(s.Attributes - 1)?.NodeName, s.Root.Attributes.Item(s.Attributes)))),
        ("NamedNodeMap.GetNamedItem", s => Assert.Equal((s.Attribute, null), (s.End.Attributes.GetNamedItem("k"), s.Root.Attributes.GetNamedItem("k")))),
        ("NamedNodeMap.GetNamedItemNS", s => Assert.Equal((s.Attribute, null), (s.End.Attributes.GetNamedItemNS(null, "k"), s.Root.Attributes.GetNamedItemNS(null, "k")))),
        ("NamedNodeMap.SetNamedItem", s => Assert.Equal(s.Attribute, s.End.Attributes.SetNamedItem(s.Attribute))),
        ("NamedNodeMap.SetNamedItemNS", s => Assert.Equal(s.Attribute, s.End.Attributes.SetNamedItemNS(s.Attribute))),
        ("NamedNodeMap.RemoveNamedItem", s => s.Root.Attributes.SetNamedItem(s.Root.Attributes.RemoveNamedItem(LastName(s)))),
        ("NamedNodeMap.RemoveNamedItemNS", s => s.End.Attributes.SetNamedItem(s.End.Attributes.RemoveNamedItemNS(null, "k"))),
        ("NamedNodeMap.GetEnumerator NamedNodeMap+Enumerator.MoveNext", s => { using var walk = s.Root.Attributes.GetEnumerator(); Assert.Equal((s.Attributes, s.Attributes), (Steps(walk), Steps(walk))); }),
        ("DomExtensions.DocumentElement", s => Assert.Equal(s.Root, s.Document.DocumentElement)),
        ("DomExtensions.Doctype", s => Assert.Equal(s.Doctype, s.Document.Doctype!.Value)),
        ("DomExtensions.FirstChild", s => Assert.Equal(s.Doctype, s.Document.FirstChild)),
        ("DomExtensions.LastChild", s => Assert.Equal(s.Root, DomExtensions.get_LastChild(s.Document))),
        ("DomExtensions.HasChildNodes", s => Assert.True(s.Document.HasChildNodes())),
        ("DomExtensions.AppendChild", s => Assert.Equal(s.Root, s.Document.AppendChild(s.Root))),
        ("DomExtensions.InsertBefore", s => Assert.Equal(s.Doctype, s.Document.InsertBefore(s.Doctype, s.Root))),
        ("DomExtensions.ReplaceChild", s => Assert.Equal(s.Root, s.Document.ReplaceChild(s.Root, s.Root))),
        ("DomExtensions.RemoveChild", s => Assert.Equal(s.Doctype, s.Document.InsertBefore(s.Document.RemoveChild(s.Doctype), s.Root))),
        ("DomExtensions.Normalize", s => { s.Document.Normalize(); Assert.Equal(s.Children, s.Root.ChildNodes.Count); }),
        ("DomExtensions.GetElementsByTagName", s => Assert.Equal((s.Elements, 0), (s.Document.GetElementsByTagName("*").Count, s.Document.GetElementsByTagName("no").Count))),
        ("DomExtensions.GetElementsByTagNameNS", s => Assert.Equal((s.Elements, 0), (s.Document.GetElementsByTagNameNS("*", "*").Count, s.Document.GetElementsByTagNameNS("urn:n", "*").Count))),
        ("DomExtensions.GetElementById", s => Assert.Equal(s.End, s.Document.GetElementById("end"))),
        ("DomExtensions.CreateElement", s => Assert.Equal("e", s.Document.CreateElement("e").TagName)),
        ("DomExtensions.CreateElementNS", s => Assert.Equal("urn:n", s.Document.CreateElementNS("urn:n", "n:e").NamespaceUri)),
        ("DomExtensions.CreateAttribute", s => Assert.Equal("", s.Document.CreateAttribute("e").Value)),
        ("DomExtensions.CreateAttributeNS", s => Assert.Equal("urn:n", s.Document.CreateAttributeNS("urn:n", "n:e").NamespaceUri)),
        ("DomExtensions.CreateTextNode", s => Assert.Equal("d", s.Document.CreateTextNode("d").Data)),
        ("DomExtensions.CreateComment", s => Assert.Equal("d", s.Document.CreateComment("d").Data)),
        ("DomExtensions.CreateCDataSection", s => Assert.Equal("d", s.Document.CreateCDataSection("d").Data)),
        ("DomExtensions.CreateProcessingInstruction", s => Assert.Equal("d", s.Document.CreateProcessingInstruction("p", "d").Data)),
        ("DomExtensions.CreateEntityReference", s => Assert.Equal("e", s.Document.CreateEntityReference("e").NodeName)),
        ("DomExtensions.CreateDocumentFragment", s => Assert.False(s.Document.CreateDocumentFragment().HasChildNodes())),
        ("DomExtensions.CreateDocumentType", s => Assert.Equal("e", s.Document.CreateDocumentType("e", null, null).NodeName)),
        ("DomExtensions.ImportNode", s => { using var other = new Document(); Assert.Equal(s.Elements, other.ImportNode(s.Root, deep: true).GetElementsByTagName("*").Count + 1); }),
        ("DomExtensions.AdoptNode", s => { using var other = new Document(); Assert.True(other.AdoptNode(s.Root.CloneNode(true)).IsEqualNode(s.Root)); }),
        ("DomExtensions.RenameNode", s => { s.Document.RenameNode(s.End, "urn:n", "n:end"); Assert.Equal("n:end", s.End.TagName); s.Document.RenameNode(s.End, null, "end"); }),
    ];

    // The attribute that is found last.
    private static string LastName(DomSubject s) => s.Attributes > 1 ? $"a{s.Size - 1}" : "xmlns:n";

    private static int Steps<TEnumerator>(TEnumerator walk)
        where TEnumerator : IEnumerator<Node>
    {
        walk.Reset();
        var steps = 0;
        while (walk.MoveNext())
        {
            steps++;
        }

        return steps;
    }

    private static void Change(Func<string?> get, Action<string?> set, string before, string after)
    {
        Assert.Equal(before, get());
        set(after);
        Assert.Equal(after, get());
        set(before);
    }

    private static void Refused(Action call)
    {
        var error = Record.Exception(call);
        if (error is ObjectDisposedException)
        {
            call();
        }

        Assert.IsType<ArgumentException>(error);
    }

    private static void MoveAll(DomSubject s)
    {
        var fragment = s.Document.CreateDocumentFragment();
        while (s.Root.FirstChild is { } child)
        {
            fragment.AppendChild(child);
        }

        s.Root.InsertBefore(fragment, null);
        Assert.Equal((s.Children, 0), (s.Root.ChildNodes.Count, fragment.ChildNodes.Count));
    }
}
