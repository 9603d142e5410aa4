using System.CommandLine;
using XmlJson.Mapping;

namespace XmlJson.Cli;

/// <summary>The option <c>--convention NAME</c>.</summary>
internal sealed class ConventionOption : Option<string>
{
    /// <summary>Every convention by its name, in the order in which they are shown. Another one is another line.</summary>
    public static IReadOnlyList<(string Name, MappingConvention Convention)> Conventions { get; } =
    [
        ("default", JsonConvention.Default),
        ("newtonsoft", JsonConvention.Newtonsoft),
        ("lossless", LosslessConvention.Default),
        ("jsonml", JsonMLConvention.Default),
        ("xpath31", XPath31Convention.Default),
        ("jsonx", JsonXConvention.Default),
        ("xmltodict", JsonConvention.XmlToDict),
        ("badgerfish", JsonConvention.BadgerFish),
        ("parker", JsonConvention.Parker),
        ("gdata", JsonConvention.GData),
        ("spark", JsonConvention.Spark),
        ("fast-xml-parser", JsonConvention.FastXmlParser),
        ("xml-js", JsonConvention.XmlJs),
        ("xml2js", JsonConvention.Xml2Js),
    ];

    public ConventionOption()
        : base("--convention")
    {
        Description = "How elements, attributes and text become JSON, and back.";
        DefaultValueFactory = _ => "default";
        AcceptOnlyFromAmong([.. Conventions.Select(named => named.Name)]);
    }

    /// <summary>The convention that the user named.</summary>
    public MappingConvention Of(ParseResult arguments) => Conventions.First(named => named.Name == arguments.GetValue(this)).Convention;
}
