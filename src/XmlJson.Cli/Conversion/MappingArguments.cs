using System.CommandLine;
using XmlJson.Mapping;

namespace XmlJson.Cli;

/// <summary>The options that say how XML and JSON are mapped: the convention and what can be changed of it, and the limits.</summary>
internal sealed class MappingArguments
{
    private readonly ConventionOption _convention = new();
    private readonly KeyedArguments _keyed;
    private readonly Option<string[]> _array = new("--array")
    {
        HelpName = "PATH",
        Description = "Elements at this path, such as /catalog/book or **/item, are always in an array. May be given more than once.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _arrays = new("--arrays") { Description = "Which other elements are in arrays.", DefaultValueFactory = _ => "repeated" };
    private readonly Option<string?> _rootName = new("--root-name", "--root") { HelpName = "NAME", Description = "JSON to XML: the root element around what has not exactly one; of NDJSON, around all records." };
    private readonly Option<string?> _itemName = new("--item-name") { HelpName = "NAME", Description = "JSON to XML: the elements of an array without a key; of NDJSON, the element of every record." };
    private readonly Option<bool> _escape = new("--escape") { Description = "xpath31, jsonx: what XML cannot hold stays a JSON escape, and is one again on the way back." };
    private readonly Option<bool> _strict = new("--strict") { Description = "Fail where anything but layout would be lost. Nothing is written then." };
    private readonly Option<int?> _maxDepth = new("--max-depth") { HelpName = "LEVELS", Description = "How deep elements and JSON values may nest; 1000 when it is not given." };

    /// <summary>Adds the options to a command.</summary>
    public MappingArguments(Command command)
    {
        _arrays.AcceptOnlyFromAmong("always", "never", "repeated");
        command.Add(_convention);
        command.Add(_array);
        command.Add(_arrays);
        _keyed = new KeyedArguments(command);
        command.Add(_rootName);
        command.Add(_itemName);
        command.Add(_escape);
        command.Add(_strict);
        command.Add(_maxDepth);
        _array.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                try
                {
                    ArrayRule.AtPaths(token.Value);
                }
                catch (ArgumentException e)
                {
                    result.AddError($"--array: {PathMessage(e)}");
                }
            }
        });
        _maxDepth.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && (!int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var depth) || depth < 1))
            {
                result.AddError($"--max-depth: '{value}' is no number of levels: it must be 1 or more.");
            }
        });
    }

    /// <summary>What is wrong with a path, without the name of the parameter that it was given for.</summary>
    public static string PathMessage(ArgumentException error) => error.Message.Split(" (Parameter ")[0];

    /// <summary>Whether a loss is an error.</summary>
    public bool IsStrict(ParseResult arguments) => arguments.GetValue(_strict);

    /// <summary>The root element's name that the user gave, or null.</summary>
    public string? RootName(ParseResult arguments) => arguments.GetValue(_rootName);

    /// <summary>The items' name that the user gave, or null.</summary>
    public string? ItemName(ParseResult arguments) => arguments.GetValue(_itemName);

    /// <summary>The convention, with all that the user changed.</summary>
    /// <exception cref="UsageException">The convention has nothing that could be changed so.</exception>
    public MappingConvention Convention(ParseResult arguments)
    {
        var convention = LinesConvention(arguments);
        if (RootName(arguments) is null && ItemName(arguments) is null)
        {
            return convention;
        }

        return convention is JsonConvention keyed
            ? keyed with { RootName = RootName(arguments) ?? keyed.RootName, ItemName = ItemName(arguments) ?? keyed.ItemName }
            : throw new UsageException("--root-name and --item-name are for conventions with keys: under this one JSON says itself what its elements are called.");
    }

    /// <summary>The convention for lines, whose names are given elsewhere.</summary>
    /// <exception cref="UsageException">The convention has nothing that could be changed so.</exception>
    public MappingConvention LinesConvention(ParseResult arguments) => _keyed.Apply(ArraysAs(Escaping(_convention.Of(arguments), arguments), arguments), arguments);

    /// <summary>Limits and manners.</summary>
    public MappingOptions Options(ParseResult arguments, bool isIndented = false) => new()
    {
        Indented = isIndented,
        Strict = IsStrict(arguments),
        MaxDepth = arguments.GetValue(_maxDepth) ?? MappingOptions.Default.MaxDepth,
    };

    /// <summary>How XML is read, so that its limit is no lower than the one for mapping.</summary>
    public XmlParserOptions ParserOptions(ParseResult arguments, XmlParserOptions options) =>
        arguments.GetValue(_maxDepth) is { } depth && depth > options.MaxDepth ? options with { MaxDepth = depth } : options;

    private MappingConvention Escaping(MappingConvention convention, ParseResult arguments) =>
        !arguments.GetValue(_escape) ? convention : convention switch
        {
            XPath31Convention vocabulary => vocabulary with { Escape = true },
            JsonXConvention vocabulary => vocabulary with { Escape = true },
            _ => throw new UsageException("--escape is for the conventions xpath31 and jsonx."),
        };

    private MappingConvention ArraysAs(MappingConvention convention, ParseResult arguments)
    {
        var paths = arguments.GetValue(_array) ?? [];
        var otherwise = arguments.GetValue(_arrays);
        if (paths.Length == 0 && otherwise == "repeated")
        {
            return convention;
        }

        var rule = ArrayRule.AtPaths(paths).Otherwise(otherwise switch
        {
            "always" => ArrayDecision.Array,
            "never" => ArrayDecision.Single,
            _ => ArrayDecision.WhenRepeated,
        });
        return convention is JsonConvention keyed
            ? keyed with { Arrays = rule }
            : throw new UsageException("--array and --arrays are for conventions with keys: this one decides itself what is an array.");
    }
}
