using System.Globalization;
using System.Text;
using XmlJson.Dom;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.SystemXml;

/// <summary>The documents that XPath expressions and transforms are tried on: each of another kind. None has an element with two tags and nothing between them, which trees cannot tell.</summary>
internal static class XPathDocuments
{
    /// <summary>The documents by name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["books"] = File.ReadAllText(Path.Combine(Repository.Root, "samples", "books.xml")),
        ["namespaces"] = """
            <feed xmlns="urn:feed" xmlns:dc="urn:dc" xmlns:x="urn:x" version="2">
              <dc:title xml:lang="en">All things</dc:title>
              <entry id="e1" x:rank="3"><dc:title xml:lang="en-GB">One</dc:title><x:n>1</x:n></entry>
              <entry id="e2" x:rank="1"><dc:title xml:lang="de">Zwei</dc:title><x:n>2</x:n><plain xmlns="" a="1"><b>2</b><b a="3"/></plain></entry>
              <x:entry xmlns:x="urn:y" x:rank="7" rank="8"><x:n>30</x:n><n xmlns:dc="urn:other" dc:a="q">4</n></x:entry>
              <entry id="e3" x:rank="2"><dc:title>Trois</dc:title><x:n>not a number</x:n></entry>
            </feed>
            """,
        ["ids"] = """
            <!DOCTYPE r [<!ELEMENT r ANY><!ELEMENT p ANY><!ATTLIST p key ID #REQUIRED to IDREFS #IMPLIED kind (a|b) "a"><!ENTITY who "World">]>
            <!-- before --><?go on?>
            <r><p key="k1" to="k2 k3">Hello &who;!</p><p key="k2" kind="b" to="k1">Two <b>bold</b> words</p><p key="k3">k1 k2</p><list>k3 k1</list></r><!-- behind --><?go off?>
            """,
        ["mixed"] = """
            <doc><p>Some <b>bold <i>and italic</i></b> text,<!-- a comment --> more<?pi one?><?pi two?> of it.</p><p><![CDATA[a < b]]> &amp; c<![CDATA[]]></p>
            <p xml:space="preserve"> <b> </b> <i>x</i>   <b>y</b> </p><p xml:lang="fr">déjà <b>vu</b> 😀 €</p><other-doc.x><b/><b/><i/><b>  two   words  </b></other-doc.x></doc>
            """,
        ["table"] = Table(),
        ["deep"] = Deep(),
        ["siblings"] = $"<r>{string.Concat(Enumerable.Range(1, 40).Select(i => i % 3 == 0 ? $"<b n='{i}'>{i % 7}</b>" : i % 5 == 0 ? $"<!--{i}-->{i}" : $"<a n='{i}' m='{i % 4}'><c>{i % 4}</c></a>"))}</r>",
    };

    /// <summary>A document whose nodes are not in the order of its memory: what it is, and the tree.</summary>
    public static (string Xml, Document Document) Edited()
    {
        const string Text = "<r xmlns:p='u'><b n='2'>two</b><a n='1'>one<c/></a><p:d n='4' m='5'>four</p:d><b n='3'>three</b></r>";
        var document = Xml.Load(Text);
        var root = document.DocumentElement;
        var children = root.ChildNodes.ToArray();
        root.InsertBefore(children[1], children[0]);
        root.InsertBefore(children[3], children[2]);
        var added = document.CreateElementNS("v", "q:e");
        added.SetAttribute("n", "0");
        added.AppendChild(document.CreateTextNode("add"));
        added.AppendChild(document.CreateTextNode("ed"));
        root.InsertBefore(added, root.FirstChild);
        children[1].SetAttributeNS("w", "s:x", "z");
        children[1].SetAttribute("a", "9");
        return (document.ToXml(), document);
    }

    private static string Table()
    {
        var rows = new StringBuilder("<table>\n");
        for (var i = 1; i <= 30; i++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"  <row n=\"{i}\" group=\"{(char)('a' + (i * i % 5))}\"><id>{i}</id><price>{i * 37 % 100}.{i % 4 * 25:00}</price><name>item {i % 6}</name></row>\n");
        }

        return rows.Append("</table>").ToString();
    }

    private static string Deep()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 70; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<l{i % 3} depth=\"{i}\"{(i % 9 == 0 ? $" xmlns:p{i % 4}=\"u{i}\"" : "")}{(i == 3 ? " xml:space=\"preserve\"" : "")}> ");
        }

        text.Append("<leaf>end</leaf>");
        for (var i = 69; i >= 0; i--)
        {
            text.Append(CultureInfo.InvariantCulture, $"<m v=\"{i}\"/></l{i % 3}>");
        }

        return text.ToString();
    }
}
