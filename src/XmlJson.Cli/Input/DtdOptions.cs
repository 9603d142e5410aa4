using System.CommandLine;
using System.Xml;

namespace XmlJson.Cli;

/// <summary>The options <c>--dtd</c> and <c>--resolve</c>.</summary>
internal sealed class DtdOptions
{
    private readonly Option<string> _dtd = new("--dtd")
    {
        Description = "What becomes of a document type declaration: prohibit (the default) refuses the document, ignore skips it, parse reads it, under limits.",
        DefaultValueFactory = _ => "prohibit",
    };

    private readonly Option<string?> _resolve = new("--resolve")
    {
        HelpName = "DIR",
        Description = "With --dtd parse: files under DIR may be read as external entities. Nothing else is ever opened, and without this option nothing at all.",
    };

    /// <summary>Adds the options to a command.</summary>
    public DtdOptions(Command command)
    {
        _dtd.AcceptOnlyFromAmong("prohibit", "ignore", "parse");
        command.Add(_dtd);
        command.Add(_resolve);
        command.Validators.Add(result =>
        {
            // Values may still be invalid here: asking for them would throw.
            if (result.GetResult(_resolve) is { Implicit: false } && result.GetResult(_dtd) is not { Tokens: [{ Value: "parse" }] })
            {
                result.AddError("--resolve needs --dtd parse: otherwise no entity is read.");
            }
        });
    }

    /// <summary>Opens the directory that the user named.</summary>
    /// <returns>Null when none was named.</returns>
    /// <exception cref="UsageException">There is no such directory.</exception>
    public DirectoryResolver? CreateResolver(ParseResult arguments)
    {
        if (arguments.GetValue(_resolve) is not { } directory)
        {
            return null;
        }

        return Directory.Exists(directory) ? new DirectoryResolver(directory) : throw new UsageException($"--resolve: there is no directory '{directory}'.");
    }

    /// <summary>How the parser is to read.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="resolver">What <see cref="CreateResolver"/> made of it.</param>
    public XmlParserOptions CreateParserOptions(ParseResult arguments, DirectoryResolver? resolver) => new()
    {
        DtdProcessing = arguments.GetValue(_dtd) switch
        {
            "ignore" => DtdProcessing.Ignore,
            "parse" => DtdProcessing.Parse,
            _ => DtdProcessing.Prohibit,
        },
        XmlResolver = resolver,
    };
}
