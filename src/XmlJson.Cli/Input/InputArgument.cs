using System.CommandLine;

namespace XmlJson.Cli;

/// <summary>The argument <c>[FILE|-]</c>.</summary>
internal sealed class InputArgument : Argument<string?>
{
    public InputArgument()
        : base("FILE")
    {
        Arity = ArgumentArity.ZeroOrOne;
        Description = "The input. With -, or without FILE when standard input is a file or pipe, standard input.";
    }

    /// <summary>Opens what the user named.</summary>
    /// <exception cref="UsageException">Nothing was named, and standard input is a terminal.</exception>
    /// <exception cref="FileFaultException">It cannot be opened.</exception>
    public InputFile Open(ParseResult arguments, StandardStreams streams)
    {
        var name = arguments.GetValue(this);
        if (name is null && !streams.IsInputRedirected)
        {
            throw new UsageException("No FILE is given, and standard input is a terminal. Name a file, or '-' to type the input.");
        }

        return InputFile.Open(name ?? InputFile.StandardName, streams);
    }
}
