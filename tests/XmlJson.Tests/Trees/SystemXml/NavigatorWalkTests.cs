using System.Xml;
using System.Xml.XPath;
using CsCheck;
using XmlJson.Tests.Mapping;

namespace XmlJson.Tests.Trees.SystemXml;

/// <summary>
/// Every move of the navigator, from every node, comes out where <see cref="XPathDocument"/>'s does, and the order of two nodes is that in which a walk meets them. XPath leaves it open in
/// which order an element's namespaces are (XPath 1.0 §5); XPathDocument compares them the other way round than it enumerates them.
/// </summary>
public class NavigatorWalkTests
{
    private const int MostComparisons = 4_000;

    private static readonly XPathNodeType[] BesideElement = [XPathNodeType.Attribute, XPathNodeType.Namespace];
    private static readonly string[] FollowingText = ["following, Text", "following, Whitespace", "following, SignificantWhitespace", "following, All"];

    [Fact]
    public void Every_move_from_every_node_agrees_on_generated_documents() => Generated.Document.Sample(Compare, iter: 400);

    [Theory]
    [InlineData("<a/>")]
    [InlineData("<a> <b xml:space='preserve'> </b>t<![CDATA[]]><c/><c><![CDATA[]]></c><![CDATA[ ]]> <d> <![CDATA[]]> </d><e><![CDATA[ ]]></e><![CDATA[x]]>y<![CDATA[]]><!--c--><?p?></a>")]
    [InlineData("<!DOCTYPE a [<!ATTLIST a i ID #IMPLIED d CDATA 'x'><!ELEMENT a ANY><!ENTITY e 'x<a i=\"i2\"/>y'>]><!--c--><a><a i='i1'>1</a>t&e;u<a i='i2'/></a><!--d--><?p?>")]
    [InlineData("<a xmlns='u' xmlns:p='u' xmlns:q='w'><b xmlns:r='1' xmlns:p='2' xmlns=''><c/><p:a xmlns:p='u' p:a='1' a='2'/></b><p:a xml:lang='en'><b xmlns=''/></p:a></a>")]
    [InlineData("<a xml:space='preserve'> <b> <c xml:space='default'> <d/> </c> </b> </a>")]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (b*)><!ELEMENT b EMPTY>]><a> <b/> <b/>\n</a>")]
    public void Every_move_from_every_node_agrees(string xml) => Compare(xml);

    private static void Compare(string xml)
    {
        using var pair = new NavigatorPair(xml);
        var own = NavigatorPair.NodesOf(pair.Own);
        var expected = NavigatorPair.NodesOf(pair.Expected);
        Assert.Equal(expected.Select(NavigatorPair.Describe), own.Select(NavigatorPair.Describe));
        for (var i = 0; i < own.Count; i++)
        {
            // Only a reader of text knows whether there was an end tag.
            Assert.Equal(own[i].NodeType == XPathNodeType.Element && !expected[i].HasChildren, own[i].IsEmptyElement);
            Assert.True(own[i].IsSamePosition(own[i].Clone()));
            foreach (var (name, move) in NavigatorMoves.All)
            {
                // From an attribute or a namespace XPathDocument passes over the text in its element, though that comes next in document order (XPath 1.0 §5).
                if (!BesideElement.Contains(expected[i].NodeType) || !FollowingText.Contains(name))
                {
                    CompareMove(own[i], expected[i], name, move);
                }
            }
        }

        var stride = Math.Max(1, own.Count * own.Count / MostComparisons);
        for (var pairing = 0; pairing < own.Count * own.Count; pairing += stride)
        {
            var (i, j) = (pairing / own.Count, pairing % own.Count);
            Assert.Equal(i == j ? XmlNodeOrder.Same : i < j ? XmlNodeOrder.Before : XmlNodeOrder.After, own[i].ComparePosition(own[j]));
            if (own[i].NodeType != XPathNodeType.Namespace || own[j].NodeType != XPathNodeType.Namespace)
            {
                Assert.Equal(expected[i].ComparePosition(expected[j]), own[i].ComparePosition(own[j]));
            }

            Assert.Equal(i == j, own[i].IsSamePosition(own[j]));
            Assert.Equal(expected[i].IsDescendant(expected[j]), own[i].IsDescendant(own[j]));
        }
    }

    private static void CompareMove(XPathNavigator from, XPathNavigator expectedFrom, string name, Func<XPathNavigator, bool> move)
    {
        var (own, expected) = (from.Clone(), expectedFrom.Clone());
        var moved = move(own);
        Assert.True(move(expected) == moved, $"{name} from {NavigatorPair.Describe(expectedFrom)}: {moved}");
        var (ownPlace, expectedPlace) = ($"{NavigatorPair.PathOf(own)} {own.Name}={own.Value}", $"{NavigatorPair.PathOf(expected)} {expected.Name}={expected.Value}");
        Assert.True(expectedPlace == ownPlace, $"{name} from {NavigatorPair.Describe(expectedFrom)}: {ownPlace}, not {expectedPlace}");
    }
}
