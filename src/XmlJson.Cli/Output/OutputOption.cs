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
    /// <param name="arguments">The command line.</param>
    /// <param name="streams">Has standard output.</param>
    /// <param name="isHeld">Whether nothing may be there before all is written, on standard output too.</param>
    public OutputFile Open(ParseResult arguments, StandardStreams streams, bool isHeld = false) => OutputFile.Open(arguments.GetValue(this), streams, isHeld);
}
