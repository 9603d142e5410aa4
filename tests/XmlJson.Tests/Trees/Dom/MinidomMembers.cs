using XmlJson.Dom;

namespace XmlJson.Tests.Trees.Dom;

/// <summary>What each of minidom's members is here, as docs/dom.md says.</summary>
internal static class MinidomMembers
{
    /// <summary>Gets an attribute of an object, or calls a method.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The member.</param>
    /// <param name="arguments">The arguments of a call; null without one.</param>
    public static object? Call(object target, string name, object?[]? arguments) => target switch
    {
        NodeList list => name switch
        {
            "len" or "length" => list.Count,
            "item" => list.Item((int)arguments![0]!),
            _ => throw Unknown(name),
        },
        NamedNodeMap map => CallMap(map, name, arguments),
        Node node when arguments is null => Get(node, name),
        Node node => CallNode(node, name, arguments),
        _ => throw Unknown(name),
    };

    /// <summary>What stands in brackets behind it.</summary>
    public static object? Index(object target, object key) => target switch
    {
        NodeList list when key is int index => index < 0 ? list[list.Count + index] : list[index],
        NamedNodeMap map when key is string name => map[name],
        _ => throw Unknown("[]"),
    };

    /// <summary>Sets an attribute of a node.</summary>
    public static void Set(Node node, string name, string? value)
    {
        switch (name)
        {
            case "data":
                node.Data = value!;
                break;
            case "value":
                node.Value = value!;
                break;
            case "nodeValue":
                node.NodeValue = value;
                break;
            case "prefix":
                node.Prefix = value;
                break;
            default:
                throw Unknown(name);
        }
    }

    private static object? Get(Node node, string name) => name switch
    {
        "nodeType" => (int)node.NodeType,
        "nodeName" or "name" => node.NodeName,
        "nodeValue" => node.NodeValue,
        "parentNode" => node.ParentNode,
        "childNodes" => node.ChildNodes,
        "firstChild" => node.FirstChild,
        "lastChild" => node.LastChild,
        "nextSibling" => node.NextSibling,
        "previousSibling" => node.PreviousSibling,
        "ownerDocument" => node.OwnerDocument.AsNode(),
        "attributes" => node.Attributes,
        "localName" => node.LocalName,
        "prefix" => node.Prefix,
        "namespaceURI" => node.NamespaceUri,
        "documentElement" => node.OwnerDocument.DocumentElement,
        "doctype" => node.OwnerDocument.Doctype,
        "tagName" => node.TagName,
        "value" => node.Value,
        "ownerElement" => node.OwnerElement,
        "specified" => node.Specified,
        "isId" => node.IsId,
        "data" => node.Data,
        "length" => node.Length,
        "target" => node.Target,
        "wholeText" => node.WholeText,
        "isWhitespaceInElementContent" => node.IsElementContentWhitespace,
        "publicId" => node.PublicId,
        "systemId" => node.SystemId,
        "internalSubset" => node.InternalSubset,
        _ => throw Unknown(name),
    };

    private static object? CallNode(Node node, string name, object?[] arguments)
    {
        var document = node.OwnerDocument;
        return (name, arguments) switch
        {
            ("len", []) => node.Length,
            ("hasChildNodes", []) => node.HasChildNodes(),
            ("hasAttributes", []) => node.HasAttributes(),
            ("appendChild", [Node child]) => node.AppendChild(child),
            ("insertBefore", [Node child, var before]) => node.InsertBefore(child, (Node?)before),
            ("replaceChild", [Node child, Node old]) => node.ReplaceChild(child, old),
            ("removeChild", [Node child]) => node.RemoveChild(child),
            ("cloneNode", [bool deep]) => node.CloneNode(deep),
            ("normalize", []) => Done(node.Normalize),
            ("isSameNode", [Node other]) => node.IsSameNode(other),
            ("toxml", []) => node.ToXml(),
            ("toprettyxml", []) => node.ToPrettyXml(),
            ("createElement", [string tag]) => document.CreateElement(tag),
            ("createElementNS", [var uri, string tag]) => document.CreateElementNS((string?)uri, tag),
            ("createTextNode", [string data]) => document.CreateTextNode(data),
            ("createComment", [string data]) => document.CreateComment(data),
            ("createCDATASection", [string data]) => document.CreateCDataSection(data),
            ("createProcessingInstruction", [string target, string data]) => document.CreateProcessingInstruction(target, data),
            ("createAttribute", [string key]) => document.CreateAttribute(key),
            ("createAttributeNS", [var uri, string key]) => document.CreateAttributeNS((string?)uri, key),
            ("createDocumentFragment", []) => document.CreateDocumentFragment(),
            ("getElementById", [string id]) => document.GetElementById(id),
            ("getElementsByTagName", [string tag]) => node.GetElementsByTagName(tag),
            ("getElementsByTagNameNS", [var uri, string local]) => node.GetElementsByTagNameNS((string?)uri, local),
            ("importNode", [Node imported, bool deep]) => document.ImportNode(imported, deep),
            ("renameNode", [Node renamed, var uri, string qualified]) => document.RenameNode(renamed, (string?)uri, qualified),
            ("splitText", [int offset]) => node.SplitText(offset),
            ("replaceWholeText", [var content]) => node.ReplaceWholeText((string?)content),
            ("substringData", [int offset, int count]) => node.SubstringData(offset, count),
            ("appendData", [string data]) => Done(() => node.AppendData(data)),
            ("insertData", [int offset, string data]) => Done(() => node.InsertData(offset, data)),
            ("deleteData", [int offset, int count]) => Done(() => node.DeleteData(offset, count)),
            ("replaceData", [int offset, int count, string data]) => Done(() => node.ReplaceData(offset, count, data)),
            _ => CallElement(node, name, arguments),
        };
    }

    private static object? CallElement(Node node, string name, object?[] arguments) => (name, arguments) switch
    {
        ("getAttribute", [string key]) => node.GetAttribute(key),
        ("getAttributeNS", [var uri, string key]) => node.GetAttributeNS((string?)uri, key),
        ("getAttributeNode", [string key]) => node.GetAttributeNode(key),
        ("getAttributeNodeNS", [var uri, string key]) => node.GetAttributeNodeNS((string?)uri, key),
        ("setAttribute", [string key, string value]) => Done(() => node.SetAttribute(key, value)),
        ("setAttributeNS", [var uri, string key, string value]) => Done(() => node.SetAttributeNS((string?)uri, key, value)),
        ("setAttributeNode", [Node attribute]) => node.SetAttributeNode(attribute),
        ("setAttributeNodeNS", [Node attribute]) => node.SetAttributeNodeNS(attribute),
        ("removeAttribute", [string key]) => Done(() => node.RemoveAttribute(key)),
        ("removeAttributeNS", [var uri, string key]) => Done(() => node.RemoveAttributeNS((string?)uri, key)),
        ("removeAttributeNode", [Node attribute]) => node.RemoveAttributeNode(attribute),
        ("hasAttribute", [string key]) => node.HasAttribute(key),
        ("hasAttributeNS", [var uri, string key]) => node.HasAttributeNS((string?)uri, key),
        ("setIdAttribute", [string key]) => Done(() => node.SetIdAttribute(key, isId: true)),
        ("setIdAttributeNS", [var uri, string key]) => Done(() => node.SetIdAttributeNS((string?)uri, key, isId: true)),
        ("setIdAttributeNode", [Node attribute]) => Done(() => node.SetIdAttributeNode(attribute, isId: true)),
        _ => throw Unknown(name),
    };

    private static object? CallMap(NamedNodeMap map, string name, object?[]? arguments) => (name, arguments ?? []) switch
    {
        ("len" or "length", []) => map.Count,
        ("item", [int index]) => map.Item(index),
        ("getNamedItem", [string key]) => map.GetNamedItem(key),
        ("getNamedItemNS", [var uri, string key]) => map.GetNamedItemNS((string?)uri, key),
        ("setNamedItem", [Node attribute]) => map.SetNamedItem(attribute),
        ("setNamedItemNS", [Node attribute]) => map.SetNamedItemNS(attribute),
        ("removeNamedItem", [string key]) => map.RemoveNamedItem(key),
        ("removeNamedItemNS", [var uri, string key]) => map.RemoveNamedItemNS((string?)uri, key),
        _ => throw Unknown(name),
    };

    private static object? Done(Action action)
    {
        action();
        return null;
    }

    private static NotSupportedException Unknown(string name) => new($"The cases use {name}, which is not known here.");
}
