using System.Reflection;
using System.Text.RegularExpressions;
using XmlJson.Dom;

namespace XmlJson.Tests.Trees.Dom;

/// <summary>docs/dom.md names every member of this view and of the specification; each of ours exists, and each of minidom's is tried.</summary>
public sealed partial class DomTableTests
{
    private const string LeftOut = "left out";

    // What is not this library's.
    private static readonly string[] Platform = ["ArgumentException", "ArgumentOutOfRangeException", "KeyNotFoundException", "ObjectDisposedException", "InvalidOperationException", "Dictionary"];

    // DOM Level 3 Core: the members of each interface.
    private static readonly Dictionary<string, string> Specification = new(StringComparer.Ordinal)
    {
        ["DOMImplementation"] = "hasFeature createDocumentType createDocument getFeature",
        ["Document"] = "doctype implementation documentElement createElement createDocumentFragment createTextNode createComment createCDATASection createProcessingInstruction createAttribute "
            + "createEntityReference getElementsByTagName importNode createElementNS createAttributeNS getElementsByTagNameNS getElementById inputEncoding xmlEncoding xmlStandalone xmlVersion "
            + "strictErrorChecking documentURI adoptNode domConfig normalizeDocument renameNode",
        ["Node"] = "ELEMENT_NODE ATTRIBUTE_NODE TEXT_NODE CDATA_SECTION_NODE ENTITY_REFERENCE_NODE ENTITY_NODE PROCESSING_INSTRUCTION_NODE COMMENT_NODE DOCUMENT_NODE DOCUMENT_TYPE_NODE "
            + "DOCUMENT_FRAGMENT_NODE NOTATION_NODE nodeName nodeValue nodeType parentNode childNodes firstChild lastChild previousSibling nextSibling attributes ownerDocument insertBefore replaceChild "
            + "removeChild appendChild hasChildNodes cloneNode normalize isSupported namespaceURI prefix localName hasAttributes baseURI DOCUMENT_POSITION_DISCONNECTED DOCUMENT_POSITION_PRECEDING "
            + "DOCUMENT_POSITION_FOLLOWING DOCUMENT_POSITION_CONTAINS DOCUMENT_POSITION_CONTAINED_BY DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC compareDocumentPosition textContent isSameNode "
            + "lookupPrefix isDefaultNamespace lookupNamespaceURI isEqualNode getFeature setUserData getUserData",
        ["NodeList"] = "item length",
        ["NamedNodeMap"] = "getNamedItem setNamedItem removeNamedItem item length getNamedItemNS setNamedItemNS removeNamedItemNS",
        ["CharacterData"] = "data length substringData appendData insertData deleteData replaceData",
        ["Attr"] = "name specified value ownerElement schemaTypeInfo isId",
        ["Element"] = "tagName getAttribute setAttribute removeAttribute getAttributeNode setAttributeNode removeAttributeNode getElementsByTagName getAttributeNS setAttributeNS removeAttributeNS "
            + "getAttributeNodeNS setAttributeNodeNS getElementsByTagNameNS hasAttribute hasAttributeNS schemaTypeInfo setIdAttribute setIdAttributeNS setIdAttributeNode",
        ["Text"] = "splitText isElementContentWhitespace wholeText replaceWholeText",
        ["DocumentType"] = "name entities notations publicId systemId internalSubset",
        ["ProcessingInstruction"] = "target data",
        ["The other interfaces"] = "DocumentFragment Comment CDATASection EntityReference Entity Notation DOMException TypeInfo UserDataHandler DOMError DOMErrorHandler DOMLocator DOMConfiguration NameList "
            + "DOMStringList DOMImplementationList DOMImplementationSource",
    };

    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf("docs", "dom.md"));

    private static readonly (string Heading, string Theirs, string Ours, string Note)[] Rows = [.. ReadRows()];

    [Fact]
    public void The_tables_have_every_member_of_the_specification() =>
        Assert.Equal(
            Specification.SelectMany(entry => entry.Value.Split(' ').Select(member => $"{entry.Key}.{member}")),
            Rows.Where(row => Specification.ContainsKey(row.Heading)).SelectMany(row => NamesIn(row.Theirs).Select(member => $"{row.Heading}.{member}")));

    [Fact]
    public void What_is_left_out_says_why() =>
        Assert.All(Rows, row => Assert.True(row.Ours.StartsWith('`') || (row.Ours is LeftOut or "–" && row.Note.Length > 8), $"{row.Heading}: {row.Theirs}"));

    [Fact]
    public void Every_member_that_is_named_exists()
    {
        var known = typeof(Node).Assembly.GetExportedTypes().SelectMany(type => type.GetMembers().Select(member => NameOf(member.Name)).Append(type.Name)).Concat(Platform).ToHashSet(StringComparer.Ordinal);
        var named = Rows.Where(row => row.Ours != LeftOut).SelectMany(row => NamesIn(row.Ours).Select(name => (row.Theirs, name)));
        Assert.Equal([], named.Where(entry => !known.Contains(entry.name)));
    }

    [Fact]
    public void Every_public_member_is_named()
    {
        var named = Lines.SelectMany(NamesIn).ToHashSet(StringComparer.Ordinal);
        var enums = new[] { typeof(NodeType), typeof(DocumentPosition) }.SelectMany(Enum.GetNames);
        var members = DomOperationTests.Members.Select(name => name[(name.LastIndexOf('.') + 1)..]).Where(name => name is not ("AsNode" or "ItemOf") && !name.StartsWith("op_", StringComparison.Ordinal));
        Assert.Equal([], members.Concat(enums).Append("ToXml").Append("ToPrettyXml").Distinct(StringComparer.Ordinal).Where(name => !named.Contains(name)));
        Assert.Contains(Lines, line => line.Contains("`document.AsNode()`", StringComparison.Ordinal));
        Assert.Contains(Lines, line => line.Contains("`==`", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_member_of_minidom_is_tried_in_a_program_or_in_the_test_that_is_named()
    {
        var tried = File.ReadAllLines(Repository.PathOf("tests", "cases", "trees", "minidom.tsv")).Select(line => line.Split('\t')[0].Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        var rows = Rows.Where(row => row.Heading == "minidom of Python").ToArray();
        Assert.True(rows.Length > 90, $"{rows.Length}");
        Assert.Equal([], rows.Where(row => row.Ours != LeftOut && !tried.Contains(Code().Match(row.Theirs).Groups["code"].Value) && !NamesATest(row.Note)).Select(row => row.Theirs));
    }

    private static bool NamesATest(string note) =>
        note.Trim('`').Split('.') is [var type, var method]
        && typeof(DomTableTests).Assembly.GetTypes().Any(one => one.Name == type && one.GetMethod(method)?.GetCustomAttributes<FactAttribute>().Any() == true);

    private static string NameOf(string member) => member.StartsWith("get_", StringComparison.Ordinal) ? member[4..] : member;

    // The names in code: of `document.CreateElement` the last one, of `list[i]` none.
    private static IEnumerable<string> NamesIn(string text) => Code().Matches(text)
        .Select(match => match.Groups["code"].Value.Replace("new ", "", StringComparison.Ordinal))
        .Where(code => !code.Contains('[', StringComparison.Ordinal) && code is not "using")
        .Select(code => Regex.Match(code, @"^([\w.]+\.)?(?<name>\w+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["name"].Value);

    private static IEnumerable<(string Heading, string Theirs, string Ours, string Note)> ReadRows()
    {
        var heading = "";
        foreach (var line in Lines)
        {
            if (line.StartsWith('#'))
            {
                heading = line.TrimStart('#', ' ');
            }
            else if (line.StartsWith('|') && !line.StartsWith("| ---", StringComparison.Ordinal))
            {
                var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
                if (cells is [not ("Theirs" or "minidom"), _, _])
                {
                    yield return (heading, cells[0], cells[1], cells[2]);
                }
            }
        }
    }

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
