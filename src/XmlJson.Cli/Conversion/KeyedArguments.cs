using System.CommandLine;
using System.CommandLine.Parsing;
using XmlJson.Mapping;

namespace XmlJson.Cli;

/// <summary>The options that change what a convention with keys makes of types, namespaces, white space and the root.</summary>
internal sealed class KeyedArguments
{
    private static readonly Dictionary<string, ScalarType> Types = new(StringComparer.Ordinal)
    {
        ["string"] = ScalarType.String,
        ["number"] = ScalarType.Number,
        ["boolean"] = ScalarType.Boolean,
        ["inferred"] = ScalarType.Inferred,
    };

    private readonly Option<string[]> _type = new("--type")
    {
        HelpName = "PATH=TYPE",
        Description = "The text of elements at this path, or an attribute such as /catalog/book/@id, is a string, number or boolean, or inferred. May be given more than once.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _types = new("--types") { Description = "What all other text is; inferred is a number or boolean only where the same text comes back; xsi is what xsi:type and xsi:nil say." };
    private readonly Option<string?> _namespaces = new("--namespaces") { Description = "Whether keys are names as they are written, local names, or with the namespace, {URI}NAME." };
    private readonly Option<string[]> _prefix = new("--prefix")
    {
        HelpName = "PREFIX=URI",
        Description = "Names in this namespace have this prefix, whatever the document's is; nothing before '=' is none. May be given more than once.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _whiteSpace = new("--whitespace") { Description = "XML to JSON: drop white space between elements, wherever it stands alone, around text as well, or nowhere." };
    private readonly Option<bool> _noRoot = new("--no-root") { Description = "The JSON is the root element's value; JSON to XML: the root element is added." };

    /// <summary>Adds the options to a command.</summary>
    public KeyedArguments(Command command)
    {
        _types.AcceptOnlyFromAmong("strings", "inferred", "xsi");
        _namespaces.AcceptOnlyFromAmong("as-written", "local-names", "expanded");
        _whiteSpace.AcceptOnlyFromAmong("between", "alone", "around", "keep");
        command.Add(_type);
        command.Add(_types);
        command.Add(_namespaces);
        command.Add(_prefix);
        command.Add(_whiteSpace);
        command.Add(_noRoot);
        _type.Validators.Add(result => Validate(result, "--type", value => AddType(TypeRule.Strings, value)));
        _prefix.Validators.Add(result => Validate(result, "--prefix", value => NamespaceRule.WithPrefixes(PrefixOf(value))));
        command.Validators.Add(result =>
        {
            if (result.GetResult(_prefix) is { Implicit: false } && result.GetResult(_namespaces) is { Implicit: false })
            {
                result.AddError("--prefix and --namespaces contradict each other: names in the namespaces of --prefix have its prefixes, all others are as written.");
            }
        });
    }

    /// <summary>The convention, with all that the user changed.</summary>
    /// <exception cref="UsageException">The convention has nothing that could be changed so, or a prefix or namespace is given twice.</exception>
    public MappingConvention Apply(MappingConvention convention, ParseResult arguments)
    {
        Option[] options = [_type, _types, _namespaces, _prefix, _whiteSpace, _noRoot];
        if (options.All(option => arguments.GetResult(option) is null or { Implicit: true }))
        {
            return convention;
        }

        if (convention is not JsonConvention keyed)
        {
            throw new UsageException("--type, --types, --namespaces, --prefix, --whitespace and --no-root are for conventions with keys: this one decides itself.");
        }

        var noRoot = arguments.GetValue(_noRoot);
        return keyed with
        {
            Types = TypesOf(keyed.Types, arguments),
            Namespaces = NamespacesOf(keyed.Namespaces, arguments),
            WhiteSpace = arguments.GetValue(_whiteSpace) switch
            {
                "between" => WhiteSpacePolicy.DropBetweenElements,
                "alone" => WhiteSpacePolicy.DropAlone,
                "around" => WhiteSpacePolicy.Trim,
                "keep" => WhiteSpacePolicy.Keep,
                _ => keyed.WhiteSpace,
            },
            KeepRoot = keyed.KeepRoot && !noRoot,
            RootName = noRoot ? keyed.RootName ?? "root" : keyed.RootName,
        };
    }

    private TypeRule TypesOf(TypeRule rule, ParseResult arguments)
    {
        rule = arguments.GetValue(_types) switch
        {
            "strings" => TypeRule.Strings,
            "inferred" => TypeRule.Inferred,
            "xsi" => TypeRule.Strings.WithSchemaInstance(),
            _ => rule,
        };
        return (arguments.GetValue(_type) ?? []).Aggregate(rule, AddType);
    }

    private NamespaceRule NamespacesOf(NamespaceRule rule, ParseResult arguments) => arguments.GetValue(_namespaces) switch
    {
        "as-written" => NamespaceRule.AsWritten,
        "local-names" => NamespaceRule.LocalNames,
        "expanded" => NamespaceRule.Expanded,
        _ => arguments.GetValue(_prefix) is { Length: > 0 } prefixes ? RuleOf(prefixes) : rule,
    };

    private static NamespaceRule RuleOf(string[] prefixes)
    {
        try
        {
            return NamespaceRule.WithPrefixes([.. prefixes.Select(PrefixOf)]);
        }
        catch (ArgumentException e)
        {
            throw new UsageException($"--prefix: {MappingArguments.PathMessage(e)}");
        }
    }

    private static TypeRule AddType(TypeRule rule, string value)
    {
        var equals = value.LastIndexOf('=');
        return equals >= 0 && Types.TryGetValue(value[(equals + 1)..], out var type)
            ? rule.AtPaths(type, value[..equals])
            : throw new ArgumentException($"'{value}' is no path with a type, such as /catalog/book/@id=number: the types are string, number, boolean and inferred.", nameof(value));
    }

    private static (string Prefix, string Uri) PrefixOf(string value)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        return equals >= 0 ? (value[..equals], value[(equals + 1)..]) : throw new ArgumentException($"'{value}' is no prefix with a namespace, such as s=urn:shop.", nameof(value));
    }

    private static void Validate(OptionResult result, string option, Action<string> use)
    {
        foreach (var token in result.Tokens)
        {
            try
            {
                use(token.Value);
            }
            catch (ArgumentException e)
            {
                result.AddError($"{option}: {MappingArguments.PathMessage(e)}");
            }
        }
    }
}
