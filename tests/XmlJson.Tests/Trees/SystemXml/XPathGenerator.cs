using System.Globalization;
using System.Xml;
using System.Xml.XPath;

namespace XmlJson.Tests.Trees.SystemXml;

/// <summary>Makes XPath expressions from the grammar (XPath 1.0 §2, §3) that fit a document: each step of a path leads to a node that is there, before the predicates have their say.</summary>
internal sealed class XPathGenerator(XPathNavigator document, int seed)
{
    private static readonly string[] Axes =
    [
        "child", "child", "child", "child", "descendant", "descendant", "descendant-or-self", "parent", "ancestor", "ancestor-or-self",
        "following-sibling", "preceding-sibling", "following", "preceding", "attribute", "attribute", "self", "namespace",
    ];

    private readonly Random _random = new(seed);
    private readonly XmlNamespaceManager _namespaces = NamespacesOf(document);
    private readonly List<XPathNavigator> _elements = [.. document.Select("//*").Cast<XPathNavigator>().Select(node => node.Clone())];

    /// <summary>The prefixes that the expressions use.</summary>
    public IXmlNamespaceResolver Namespaces => _namespaces;

    /// <summary>Prefixes for all namespaces of a document.</summary>
    public static XmlNamespaceManager NamespacesOf(XPathNavigator document)
    {
        var namespaces = new XmlNamespaceManager(new NameTable());
        var uris = NavigatorPair.NodesOf(document).Select(node => node.NamespaceURI).Where(uri => uri.Length > 0 && !uri.Contains("XML/1998", StringComparison.Ordinal));
        foreach (var (uri, i) in uris.Distinct(StringComparer.Ordinal).Select((uri, i) => (uri, i)))
        {
            namespaces.AddNamespace(string.Create(CultureInfo.InvariantCulture, $"n{i}"), uri);
        }

        return namespaces;
    }

    /// <summary>The next expression.</summary>
    public string Next() => _random.Next(10) switch
    {
        < 6 => NodeSet(2),
        6 or 7 => String(2),
        8 => Number(2),
        _ => Boolean(2),
    };

    private string NodeSet(int depth) => _random.Next(10) switch
    {
        0 => $"{Path(depth)} | {Path(depth)}",
        1 => $"({Path(depth)})[{_random.Next(1, 4)}]",
        2 => $"({Path(depth)} | {Path(depth - 1)})[{Predicate(depth - 1)}]",
        _ => Path(depth),
    };

    private string String(int depth) => _random.Next(14) switch
    {
        0 => $"concat({Argument(depth)}, '-', {Argument(depth)})",
        1 => $"substring-before({Argument(depth)}, {Literal()})",
        2 => $"substring-after({Argument(depth)}, {Literal()})",
        3 => $"substring({Argument(depth)}, {Number(depth - 1)}, {_random.Next(6)})",
        4 => $"substring({Argument(depth)}, {_random.Next(-2, 5)}.5)",
        5 => $"normalize-space({Argument(depth)})",
        6 => $"translate({Argument(depth)}, 'abcde ', 'ABC')",
        7 => $"name({Path(depth)})",
        8 => $"local-name({Path(depth)})",
        9 => $"namespace-uri({Path(depth)})",
        10 => $"string({Number(depth)})",
        11 => $"string({Boolean(depth)})",
        _ => $"string({Path(depth)})",
    };

    private string Number(int depth) => depth <= 0 ? Digits() : _random.Next(12) switch
    {
        0 => $"sum({Path(depth)})",
        1 => $"string-length({Argument(depth - 1)})",
        2 => $"floor({Number(depth - 1)})",
        3 => $"ceiling({Number(depth - 1)} div 4)",
        4 => $"round({Number(depth - 1)} * 1.5)",
        5 => $"({Number(depth - 1)} {Pick("+", "-", "*", "div", "mod")} {Number(depth - 1)})",
        6 => $"-({Number(depth - 1)})",
        7 => $"number({Path(depth)})",
        8 => Digits(),
        _ => $"count({Path(depth)})",
    };

    private string Boolean(int depth) => depth <= 0 ? Pick("true()", "false()") : _random.Next(9) switch
    {
        0 => $"not({Boolean(depth - 1)})",
        1 => $"{Boolean(depth - 1)} {Pick("and", "or")} {Path(depth)}",
        2 => $"boolean({Path(depth)})",
        3 => $"contains({Argument(depth)}, {Literal()})",
        4 => $"starts-with({Argument(depth)}, {Literal()})",
        5 => $"{Number(depth - 1)} {Pick("<", "<=", ">", ">=", "=", "!=")} {Number(depth - 1)}",
        6 => $"{Path(depth)} {Pick("=", "!=", "<", ">")} {Path(depth - 1)}",
        7 => $"{Path(depth)} {Pick("=", "!=")} {Literal()}",
        _ => $"{Path(depth)} {Pick("=", "!=", "<", ">=")} {Number(depth - 1)}",
    };

    private string Argument(int depth) => _random.Next(4) == 0 ? Literal() : Path(depth - 1);

    // From the root down to an element, and on from there along any axis.
    private string Path(int depth)
    {
        var node = _elements[_random.Next(_elements.Count)].Clone();
        var start = _random.Next(4);
        var path = start switch
        {
            0 => $"//{NameTest(node)}",
            1 => Absolute(node),
            2 => $"/descendant-or-self::node()/{NameTest(node)}",
            _ => $"/*//{NameTest(node)}",
        };
        if (start == 3 && IsRoot(node))
        {
            path = "/*";
        }

        for (var steps = _random.Next(3); steps > 0; steps--)
        {
            path = WithPredicates(path, depth) + Step(ref node);
        }

        return WithPredicates(path, depth);
    }

    private string Absolute(XPathNavigator node)
    {
        var steps = new List<string>();
        for (node = node.Clone(); node.NodeType == XPathNodeType.Element; node.MoveToParent())
        {
            var place = node.Select("preceding-sibling::*").Count + 1;
            steps.Insert(0, _random.Next(3) == 0 ? "*" : _random.Next(3) == 0 ? $"*[{place}]" : NameTest(node));
        }

        return "/" + string.Join('/', steps.Take(6)) + (steps.Count > 6 ? $"//{steps[^1]}" : "");
    }

    private string Step(ref XPathNavigator node)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            var axis = Axes[_random.Next(Axes.Length)];
            if (Any(node.Select($"{axis}::node()")) is { } target && (axis != "namespace" || target.Name.Length > 0))
            {
                node = target;
                return $"/{Shorten($"{axis}::{NodeTest(axis, target)}")}";
            }
        }

        return "/.";
    }

    private string Shorten(string step) => _random.Next(2) == 0 ? step : step switch
    {
        "parent::node()" => "..",
        "self::node()" => ".",
        _ when step.StartsWith("child::", StringComparison.Ordinal) => step["child::".Length..],
        _ when step.StartsWith("attribute::", StringComparison.Ordinal) => "@" + step["attribute::".Length..],
        _ => step,
    };

    // One namespace at a time: which of several comes first is not defined (XPath 1.0 §5).
    private string NodeTest(string axis, XPathNavigator node) => axis == "namespace" ? node.Name : _random.Next(6) == 0 ? "node()" : node.NodeType switch
    {
        XPathNodeType.Element or XPathNodeType.Attribute => NameTest(node),
        XPathNodeType.Comment => "comment()",
        XPathNodeType.ProcessingInstruction => Pick("processing-instruction()", $"processing-instruction('{node.Name}')"),
        XPathNodeType.Root or XPathNodeType.Namespace => "node()",
        _ => "text()",
    };

    private string NameTest(XPathNavigator node)
    {
        var prefix = node.NamespaceURI.Length == 0 ? "" : (node.NamespaceURI.EndsWith("namespace", StringComparison.Ordinal) ? "xml" : _namespaces.LookupPrefix(node.NamespaceURI)) + ":";
        return _random.Next(8) switch
        {
            0 => "*",
            1 when prefix.Length > 0 => $"{prefix}*",
            _ => prefix + node.LocalName,
        };
    }

    // The abbreviations . and .. take none (XPath 1.0 §2.5 [12]).
    private string WithPredicates(string path, int depth) =>
        depth > 0 && _random.Next(3) == 0 && !path.EndsWith('.') ? $"{path}[{Predicate(depth - 1)}]" : path;

    private string Predicate(int depth) => _random.Next(18) switch
    {
        0 => $"{_random.Next(1, 4)}",
        1 => "last()",
        2 => "position() mod 2 = 1",
        3 => "position() > 1",
        4 => "position() = last()",
        5 => "@*",
        6 => "not(@*)",
        7 => "*",
        8 => "text()",
        9 => "string-length(.) > 2",
        10 => $"contains(., {Literal()})",
        11 => "count(ancestor::*) >= 1",
        12 => Pick("lang('en')", "lang('de')", "not(lang('fr'))"),
        13 => "following-sibling::*",
        14 => "not(preceding-sibling::*[1])",
        15 => $"number(.) {Pick("<", ">=")} {_random.Next(40)} or not(number(.) = number(.))",
        16 => $"namespace-uri() = '{_elements[_random.Next(_elements.Count)].NamespaceURI}'",
        _ => Boolean(depth),
    };

    private string Literal()
    {
        var value = _elements[_random.Next(_elements.Count)].Value.Replace("'", "", StringComparison.Ordinal).Trim();
        var start = _random.Next(value.Length + 1);
        var literal = value.Substring(start, Math.Min(_random.Next(1, 4), value.Length - start));
        return $"'{literal}'";
    }

    private string Digits() => _random.Next(40).ToString(CultureInfo.InvariantCulture) + Pick("", "", ".5");

    private XPathNavigator? Any(XPathNodeIterator nodes)
    {
        var all = nodes.Cast<XPathNavigator>().Select(node => node.Clone()).ToArray();
        return all.Length == 0 ? null : all[_random.Next(all.Length)];
    }

    private static bool IsRoot(XPathNavigator element) => element.Clone() is var node && node.MoveToParent() && node.NodeType == XPathNodeType.Root;

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
