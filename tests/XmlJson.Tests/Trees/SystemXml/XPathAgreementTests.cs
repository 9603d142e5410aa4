using System.Globalization;
using System.Xml;
using System.Xml.XPath;

namespace XmlJson.Tests.Trees.SystemXml;

/// <summary>XPath expressions give the same over this library's navigator and over <see cref="XPathDocument"/>'s: the same value, or the same nodes in the same order.</summary>
public class XPathAgreementTests
{
    private const int Expressions = 1_000;
    private const int Seed = 20_261_123;

    // What generated expressions meet too seldom, for every document.
    private static readonly string[] ByHand =
    [
        "/", "//.", "//node()", "//text()", "//comment() | //processing-instruction()", "//@*", "//namespace::*", "//@* | //* | //text()", "(//@*)[last()]", "(//text())[position() mod 3 = 0]",
        "//*[not(*)]/ancestor::*[last()]", "//*[last()]/preceding::node()[3]", "//*/following::text()[1]", "//text()[normalize-space() = '']", "//*[name() = local-name()]", "//@xml:lang", "//@xmlns",
        "//*[lang('en')]", "count(//namespace::*)", "id('k1 k2 k3 e1 e2')", "id(//list)/@key", "id(//@to)", "id(id('k2')/@to)/..", "id('nowhere')", "string(/)", "string-length(/)",
        "sum(//@n) - count(//@n)", "//*[count(. | /*) = 1]", "//*[. = preceding::*]", "//*[@* = //@*[last()]]", "(//*)[5]/ancestor-or-self::node()", "//*[self::b or self::i]/text()",
        "number('  12.5 ') + number('x')", "1 div 0", "-1 div 0", "0 div 0", "round(-0.5)", "round(2.5)", "-7 mod 3", "5 mod -2", "1.5 mod 0.5", "string(0.1 + 0.2)", "string(1000000000000000000000)",
        "substring('12345', 1.5, 2.6)", "substring('12345', 0 div 0, 3)", "substring('12345', -42, 1 div 0)", "translate('bar', 'abc', 'AB')", "concat(name(/*), '|', namespace-uri(/*))",
        "//*[position() = 2][@*]", "//*[@*][position() = 2]", "//processing-instruction('pi')[2]", "//comment()/following-sibling::node()[1]", "//*[namespace::*[2]]",
        "/*/namespace::*[name() = 'xml'] | /*/@*", "//@*/.. | //text()/..", "//*[string(namespace::xml)]", "/descendant::*[5]/following::*", "/descendant::*[5]/preceding::*", "//text()[contains(., ' ')]/ancestor::*[1]",
        "/*/*[position() = last() - 1]", "boolean(//nowhere)", "not(//nowhere = //nowhere)", "//*[not(. = ..)]", "(//*)[last()]/preceding::*[position() < 4]", "//*[parent::node()/parent::node()]",
    ];

    [Fact]
    public void A_thousand_expressions_give_the_same_nodes_and_values()
    {
        var (nodeSets, filled) = (0, 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var documents = XPathDocuments.All.ToArray();
        Assert.True(documents.Length >= 6);
        for (var i = 0; i < documents.Length; i++)
        {
            using var pair = new NavigatorPair(documents[i].Value);
            var generator = new XPathGenerator(pair.Expected, Seed + i);
            var share = (Expressions * (i + 1) / documents.Length) - (Expressions * i / documents.Length);
            while (share > 0)
            {
                var expression = generator.Next();
                if (!seen.Add(expression))
                {
                    continue;
                }

                share--;
                var isFilled = Compare(pair.Own, pair.Expected, expression, generator.Namespaces, documents[i].Key);
                nodeSets += isFilled is null ? 0 : 1;
                filled += isFilled is true ? 1 : 0;
            }
        }

        Assert.Equal(Expressions, seen.Count);
        Assert.InRange(nodeSets, Expressions / 2, Expressions);
        Assert.True(filled >= nodeSets * 6 / 10, $"{filled} of {nodeSets} select something.");
    }

    [Fact]
    public void Expressions_of_other_documents_give_the_same()
    {
        var generated = XPathDocuments.All.Values.SelectMany((xml, i) =>
        {
            using var pair = new NavigatorPair(xml);
            var generator = new XPathGenerator(pair.Expected, Seed - i);
            return Enumerable.Range(0, 60).Select(_ => generator.Next()).ToArray();
        }).Concat(ByHand).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var (name, xml) in XPathDocuments.All)
        {
            using var pair = new NavigatorPair(xml);
            CompareAll(pair, generated, name);
        }
    }

    [Fact]
    public void An_edited_document_gives_what_its_text_gives()
    {
        var (xml, document) = XPathDocuments.Edited();
        using var pair = new NavigatorPair(document, xml);
        var generator = new XPathGenerator(pair.Expected, Seed);
        CompareAll(pair, Enumerable.Range(0, 300).Select(_ => generator.Next()).Concat(ByHand).Distinct(StringComparer.Ordinal), "edited");
        Assert.Equal("added|one|two|three|four", string.Join('|', pair.Own.Select("//*[@n]").Cast<XPathNavigator>().Select(node => node.Value)));
    }

    private static void CompareAll(NavigatorPair pair, IEnumerable<string> expressions, string document)
    {
        var namespaces = XPathGenerator.NamespacesOf(pair.Expected);
        for (var i = 0; i < 10; i++)
        {
            if (namespaces.LookupNamespace($"n{i}") is null)
            {
                namespaces.AddNamespace($"n{i}", "urn:nowhere");
            }
        }

        foreach (var expression in expressions)
        {
            Compare(pair.Own, pair.Expected, expression, namespaces, document);
        }
    }

    // Whether nodes were selected; null for other values.
    private static bool? Compare(XPathNavigator own, XPathNavigator expected, string expression, IXmlNamespaceResolver namespaces, string document)
    {
        var (ownText, expectedText) = (Evaluate(own, expression, namespaces), Evaluate(expected, expression, namespaces));
        Assert.True(expectedText == ownText, $"{document}: {expression}\nexpected: {expectedText}\nfound:    {ownText}");
        return ownText.StartsWith("nodes ", StringComparison.Ordinal) ? ownText != "nodes 0" : null;
    }

    private static string Evaluate(XPathNavigator document, string expression, IXmlNamespaceResolver namespaces) => document.Evaluate(expression, namespaces) switch
    {
        XPathNodeIterator nodes => Show([.. nodes.Cast<XPathNavigator>().Select(Show)]),
        double number => $"number {number.ToString("R", CultureInfo.InvariantCulture)} {BitConverter.DoubleToInt64Bits(number)}",
        var value => $"{value.GetType().Name} {value}",
    };

    private static string Show(string[] nodes) => nodes.Length == 0 ? "nodes 0" : $"nodes {nodes.Length}\n{string.Join('\n', nodes)}";

    // Of large nodes the place and the length say enough: what is in them is selected often enough by itself.
    private static string Show(XPathNavigator node)
    {
        var value = node.Value;
        return $"{NavigatorPair.PathOf(node)} {node.NodeType} {node.Name} {node.NamespaceURI} {(value.Length > 200 ? value.Length.ToString(CultureInfo.InvariantCulture) : node.OuterXml)}";
    }
}
