using System.Globalization;
using System.Text;

namespace XmlJson.Conformance.Large;

/// <summary>Makes the documents of attacks/large.tsv: linear in N, each of a shape that some reader needed more than linear time for.</summary>
internal static class LargeDocument
{
    private static readonly Dictionary<string, Action<StringBuilder, int>> Writers = new(StringComparer.Ordinal)
    {
        ["decl-ws"] = Repeated("<?xml version=\"1.0\"", " ", "?><r/>"),
        ["prolog-ws"] = Repeated("", "\n", "<r/>"),
        ["text"] = Repeated("<r>", "x", "</r>"),
        ["text-ws"] = Repeated("<r>", " ", "</r>"),
        ["text-amp"] = Repeated("<r>", "&amp;", "</r>"),
        ["text-charref"] = Repeated("<r>", "&#65;", "</r>"),
        ["text-brackets"] = Repeated("<r>", "]", "</r>"),
        ["attr-value"] = Repeated("<r a=\"", "v", "\"/>"),
        ["attr-value-gt"] = Repeated("<r a=\"", ">", "\"/>"),
        ["comment"] = Repeated("<r><!--", "c", "--></r>"),
        ["pi"] = Repeated("<r><?p ", "?", "?></r>"),
        ["name"] = Repeated("<", "n", "/>"),
        ["name-unclosed"] = Repeated("<", "n", ""),
        ["attrs-dup"] = Numbered("<r", " a{0}=\"{0}\"", " a0=\"1\"/>"),
        ["xmlns"] = Numbered("<r", " xmlns:p{0}=\"u{0}\"", "/>"),
        ["siblings"] = Repeated("<r>", "<a/>", "</r>"),
        ["distinct-names"] = Numbered("<r>", "<n{0}/>", "</r>"),
        ["depth"] = Nested("<a>", "", "</a>"),
        ["depth-open"] = Repeated("", "<a>", ""),
        ["dtd-parens"] = (output, n) =>
        {
            output.Append("<!DOCTYPE r [<!ELEMENT r ");
            Nested("(", "a", ")")(output, n);
            output.Append(">]><r/>");
        },
        ["dtd-entities"] = Numbered("<!DOCTYPE r [", "<!ENTITY e{0} \"v\">", "]><r>&e0;</r>"),
        ["quadratic-entity"] = (output, n) =>
        {
            Repeated("<!DOCTYPE r [<!ENTITY a \"", "x", "\">]>")(output, n);
            Repeated("<r>", "&a;", "</r>")(output, n);
        },
        ["json-depth"] = Nested("[", "", "]"),
        ["json-string"] = Repeated("\"", "x", "\""),
        ["json-escapes"] = Repeated("\"", "\\u0041", "\""),
        ["json-ws"] = Repeated("[", " ", "]"),
        ["json-array"] = Repeated("[0", ",0", "]"),
        ["json-keys"] = Numbered("{\"k\":0", ",\"k{0}\":0", "}"),
    };

    /// <summary>The document of a case in a size.</summary>
    public static byte[] Make(string name, int n)
    {
        var text = new StringBuilder();
        Writers[name](text, n);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static Action<StringBuilder, int> Repeated(string before, string unit, string behind) => (output, n) =>
        output.Append(before).Insert(output.Length, unit, n).Append(behind);

    private static Action<StringBuilder, int> Nested(string opening, string inside, string closing) => (output, n) =>
        output.Insert(output.Length, opening, n).Append(inside).Insert(output.Length, closing, n);

    // {0} stands for the numbers from 0.
    private static Action<StringBuilder, int> Numbered(string before, string unit, string behind)
    {
        var format = CompositeFormat.Parse(unit);
        return (output, n) =>
        {
            output.Append(before);
            for (var i = 0; i < n; i++)
            {
                output.AppendFormat(CultureInfo.InvariantCulture, format, i);
            }

            output.Append(behind);
        };
    }
}
