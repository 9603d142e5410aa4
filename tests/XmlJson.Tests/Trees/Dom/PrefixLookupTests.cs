using System.Globalization;
using CsCheck;
using XmlJson.Dom;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.Dom;

/// <summary>lookupPrefix and lookupNamespaceURI against the algorithms of DOM Level 3 Core, appendix B.2 and B.4, written out as they stand there.</summary>
public class PrefixLookupTests
{
    private static readonly string[] Prefixes = ["p", "q", "s"];
    private static readonly string[] Uris = ["urn:1", "urn:2", "urn:3"];

    // For each level, from the outside: the element's own prefix and namespace (0: none), and what its declarations say of each prefix and of the default (0: nothing, 4: undeclared).
    private static readonly Gen<(int Prefix, int Uri, int[] Declared)[]> Levels =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 4].Array[4]).Array[1, 6];

    [Fact]
    public void The_answers_are_those_of_the_algorithms_in_the_specification() => Levels.Sample(levels =>
    {
        using var document = new Document();
        var parent = document.AsNode();
        foreach (var (prefix, uri, declared) in levels)
        {
            var element = uri == 0 ? document.CreateElement("e") : document.CreateElementNS(Uris[uri - 1], prefix == 0 ? "e" : $"{Prefixes[prefix - 1]}:e");
            for (var i = 0; i < declared.Length; i++)
            {
                if (declared[i] != 0)
                {
                    element.SetAttribute(i == 0 ? "xmlns" : $"xmlns:{Prefixes[i - 1]}", declared[i] == 4 ? "" : Uris[declared[i] - 1]);
                }
            }

            parent = parent.AppendChild(element);
        }

        for (var node = (Node?)parent; node is { NodeType: NodeType.Element } element; node = element.ParentNode)
        {
            Assert.Equal(Uris.Append("urn:no").Select(uri => LookupPrefix(element, uri, element)), Uris.Append("urn:no").Select(element.LookupPrefix));
            string?[] prefixes = [null, .. Prefixes, "no"];
            Assert.Equal(prefixes.Select(prefix => LookupNamespaceUri(element, prefix)), prefixes.Select(element.LookupNamespaceUri));
            Assert.Equal(Uris.Select(uri => LookupNamespaceUri(element, null) == uri), Uris.Select(element.IsDefaultNamespace));
        }
    });

    [Theory]
    [InlineData(50_000, 1)]
    [InlineData(1, 50_000)]
    public void Prefixes_that_mean_something_else_by_now_take_linear_time(int levels, int prefixes)
    {
        // All are bound to the namespace further up, and none where it is asked for.
        using var document = new Document();
        var node = document.AsNode();
        foreach (var uri in Uris[..2])
        {
            for (var level = 0; level < levels; level++)
            {
                node = node.AppendChild(document.CreateElement("e"));
                for (var i = 0; i < prefixes; i++)
                {
                    node.SetAttribute(string.Create(CultureInfo.InvariantCulture, $"xmlns:p{level + i}"), uri);
                }
            }
        }

        for (var level = 0; level < levels; level++)
        {
            node = node.AppendChild(document.CreateElement("e"));
        }

        Assert.Null(node.LookupPrefix(Uris[0]));
        Assert.Equal("p0", levels == 1 ? node.LookupPrefix(Uris[1]) : "p0");
        Assert.Equal(Uris[1], node.LookupNamespaceUri("p0"));
    }

    private static string? LookupPrefix(Node element, string uri, Node original)
    {
        if (element.NamespaceUri == uri && element.Prefix is { } own && LookupNamespaceUri(original, own) == uri)
        {
            return own;
        }

        foreach (var attribute in element.Attributes)
        {
            if (attribute.Prefix == "xmlns" && attribute.Value == uri && LookupNamespaceUri(original, attribute.LocalName) == uri)
            {
                return attribute.LocalName;
            }
        }

        return element.ParentNode is { NodeType: NodeType.Element } parent ? LookupPrefix(parent, uri, original) : null;
    }

    private static string? LookupNamespaceUri(Node element, string? prefix)
    {
        if (element.NamespaceUri is not null && element.Prefix == prefix)
        {
            return element.NamespaceUri;
        }

        foreach (var attribute in element.Attributes)
        {
            if ((attribute.Prefix == "xmlns" && attribute.LocalName == prefix) || (attribute.NodeName == "xmlns" && prefix is null))
            {
                return attribute.Value.Length > 0 ? attribute.Value : null;
            }
        }

        return element.ParentNode is { NodeType: NodeType.Element } parent ? LookupNamespaceUri(parent, prefix) : null;
    }
}
