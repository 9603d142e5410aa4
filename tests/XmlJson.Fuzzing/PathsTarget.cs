using System.Text;
using XmlJson.ElementTree;
using XmlJson.Trees;

namespace XmlJson.Fuzzing;

/// <summary>A path in ElementTree's language is followed, or refused with <see cref="ArgumentException"/>; the ways to follow it agree. The first byte chooses whether prefixes are declared.</summary>
internal sealed class PathsTarget : Target
{
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal) { ["p"] = "urn:p", [""] = "urn:d" };

    private readonly Document _document = Xml.Load(
        """<a x="1"><b y="2">t<c/>u</b><!-- c --><b y=""><p:c xmlns:p="urn:p" p:z="3">v</p:c><?i?><c>v</c></b><b/><d xmlns="urn:d"><a><b>t</b></a></d></a>"""u8);

    public override void Run(byte[] input)
    {
        var path = Encoding.UTF8.GetString(input.AsSpan(Math.Min(1, input.Length)));
        var prefixes = input is [var first, ..] && (first & 1) != 0 ? Prefixes : null;
        Element[] all;
        try
        {
            all = _document.FindAll(path, prefixes);
        }
        catch (ArgumentException)
        {
            return;
        }

        FindingException.ThrowUnlessSame("IterFind", Show(all), Show(_document.IterFind(path, prefixes)));
        FindingException.ThrowUnlessSame("Find", Show(all.Take(1)), Show(_document.Find(path, prefixes) is { } one ? [one] : []));
        FindingException.ThrowUnlessSame("FindText", all.Length == 0 ? "none" : all[0].Text ?? "", _document.FindText(path, prefixes) ?? "none");
        if (all.Distinct().Count() != all.Length)
        {
            throw new FindingException($"FindAll gives an element twice for {path}.");
        }
    }

    public override IEnumerable<byte[]> Seeds()
    {
        string[] paths =
        [
            "b", "*", ".", "..", "./b", ".//c", "b/c", "b//c", "//b", "b[@y]", "b[@y='2']", "b[@y!=\"2\"]", "b[c]", "b[c='v']", "b[c!='v']", "b[.='tu']", "b[.!='']", "b[1]", "b[last()]",
            "b[last()-1]", "{urn:d}d", "{*}d", "{urn:d}*", "{}b", "p:c", ".//p:c[@{urn:p}z='3']", "b/..", "*/*/..", "b[1][c]/c[last()]", ".//*", "/a",
        ];
        return paths.SelectMany(path => new[] { (byte)0, (byte)1 }.Select(first => (byte[])[first, .. Encoding.UTF8.GetBytes(path)]));
    }

    private static string Show(IEnumerable<Element> elements) => string.Join('\n', elements.Select(element => element.ToXml()));
}
