using System.Xml;

namespace XmlJson.Tests.Trees.SystemXml;

/// <summary>All that an <see cref="XmlReader"/> tells of every node, one line each.</summary>
internal static class ReaderLines
{
    private static readonly string[] Prefixes = ["", "p", "q", "x", "xml", "xmlns", "nowhere"];

    /// <summary>The lines of a reader, from before the first node to behind the last one.</summary>
    public static List<string> Of(XmlReader reader)
    {
        var lines = new List<string> { State(reader) };
        while (reader.Read())
        {
            // A tree has no white space outside the root element.
            if (reader.Depth == 0 && reader.NodeType is XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                continue;
            }

            // Nor does it know whether an element without content had an end tag.
            if (reader.NodeType == XmlNodeType.EndElement && lines[^1].StartsWith("Element ", StringComparison.Ordinal) && lines[^1].EndsWith(" open", StringComparison.Ordinal) && IsOf(reader, lines[^1]))
            {
                lines[^1] = lines[^1][..^" open".Length] + " empty";
                continue;
            }

            lines.Add(Line(reader));
        }

        lines.Add(State(reader));
        return lines;
    }

    private static bool IsOf(XmlReader end, string start) => start.StartsWith($"Element depth={end.Depth} ", StringComparison.Ordinal);

    private static string State(XmlReader reader) =>
        $"{reader.ReadState} {reader.EOF} {reader.NodeType} {reader.Depth} {reader.AttributeCount} '{reader.Name}' '{reader.Value}' {reader.HasValue} {reader.IsEmptyElement} {reader.MoveToFirstAttribute()} {reader.MoveToElement()}";

    private static string Line(XmlReader reader)
    {
        var line = Properties(reader);
        if (reader.AttributeCount > 0)
        {
            line += Attributes(reader);
        }

        Assert.False(reader.MoveToElement());
        Assert.False(reader.MoveToAttribute("nowhere"));
        Assert.False(reader.ReadAttributeValue());
        return line + (reader.NodeType != XmlNodeType.Element ? "" : reader.IsEmptyElement ? " empty" : " open");
    }

    private static string Attributes(XmlReader reader)
    {
        var text = "";
        var (type, count) = (reader.NodeType, reader.AttributeCount);
        Assert.True(reader.MoveToFirstAttribute());
        for (var i = 0; i < count; i++)
        {
            text += $"\n  {Properties(reader)} default={reader.IsDefault} count={reader.AttributeCount}";
            var (name, local, uri, value) = (reader.Name, reader.LocalName, reader.NamespaceURI, reader.Value);
            Assert.Equal(value, reader.GetAttribute(i));
            Assert.Equal(value, reader[i]);
            Assert.Equal(value, reader.GetAttribute(name));
            Assert.Equal(value, reader.GetAttribute(local, uri));
            while (reader.ReadAttributeValue())
            {
                text += $"\n    {Properties(reader)}";
            }

            Assert.Equal(i + 1 < count, reader.MoveToNextAttribute());
            Assert.True(reader.MoveToElement());
            Assert.Equal(type, reader.NodeType);
            Assert.True(reader.MoveToAttribute(local, uri));
            Assert.True(reader.MoveToElement());
            Assert.True(reader.MoveToAttribute(name));
            Assert.Equal(value, reader.Value);
            reader.MoveToAttribute(Math.Min(i + 1, count - 1));
        }

        Assert.True(reader.MoveToElement());
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.GetAttribute(count));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.MoveToAttribute(-1));
        return text;
    }

    private static string Properties(XmlReader reader)
    {
        var resolver = (IXmlNamespaceResolver)reader;
        var bound = string.Join(',', Prefixes.Select(prefix => $"{prefix}={reader.LookupNamespace(prefix) ?? "-"}"));
        var scope = string.Join(',', resolver.GetNamespacesInScope(XmlNamespaceScope.All).Select(one => $"{one.Key}={one.Value}").Order(StringComparer.Ordinal));
        var local = string.Join(',', resolver.GetNamespacesInScope(XmlNamespaceScope.Local).Select(one => $"{one.Key}={one.Value}").Order(StringComparer.Ordinal));

        // A tree does not know how the XML declaration was written; and the platform's reader forgets some line ends of the internal subset.
        // It leaves one space of a tokenized value that is white space alone, too (XML 1.0 §3.3.3).
        var value = reader.NodeType is XmlNodeType.Attribute or XmlNodeType.Text && reader.Value == " " ? ""
            : reader.NodeType == XmlNodeType.DocumentType ? reader.Value.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)
            : reader.NodeType != XmlNodeType.XmlDeclaration ? reader.Value
            : string.Join(' ', reader.Value.Replace('\'', '"').Replace("=", " = ", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" = ", "=", StringComparison.Ordinal);
        return $"{reader.NodeType} depth={reader.Depth} {reader.Name}|{reader.Prefix}|{reader.LocalName}|{reader.NamespaceURI} '{value}' {reader.HasValue} {reader.HasAttributes} {reader.AttributeCount} "
            + $"{reader.XmlLang}|{reader.XmlSpace}|{reader.ReadState}|{reader.EOF} {bound} {scope} {local} {resolver.LookupPrefix("u")} {reader.ValueType.Name} {reader.CanResolveEntity && reader.NodeType == XmlNodeType.EntityReference}";
    }
}
