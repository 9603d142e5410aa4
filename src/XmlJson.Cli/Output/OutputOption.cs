using System.CommandLine;

namespace XmlJson.Cli;

/// <summary>The option <c>-o OUT</c>.</summary>
internal sealed class OutputOption : Option<string?>
{
    public OutputOption()
        : base("--output", "-o")
    {
        HelpName = "OUT";
        Description = "Where to write, instead of standard output. The file appears when it is whole: after an error it is not there, or as it was.";
    }

    /// <summary>Opens what the user named, or standard output.</summary>
    /// <exception cref="FileFaultException">It cannot be opened.</exception>
    public OutputFile Open(ParseResult arguments, StandardStreams streams) => OutputFile.Open(arguments.GetValue(this), streams);
}
