using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace XmlJson.Cli;

/// <summary>The root of the command line, and how a run of it ends.</summary>
internal static class CommandLine
{
    // A file whose name begins with @ is a file, not a list of arguments.
    private static readonly ParserConfiguration Configuration = new() { ResponseFileTokenReplacer = null };

    /// <summary>The commands, connected to these streams.</summary>
    public static Command Create(StandardStreams streams)
    {
        var help = new HelpOption { Recursive = true };
        help.Action = new NotesHelpAction((HelpAction)help.Action!);
        return new Command("xmljson", "XML and JSON: convert, check, and look inside.")
        {
            new ConvertCommand(streams),
            new ExplainCommand(streams),
            new EventsCommand(streams),
            new CheckCommand(streams),
            new StatsCommand(streams),
            help,
            new VersionOption(),
        };
    }

    /// <summary>Runs a command line to its end.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, StandardStreams streams)
    {
        var parsed = Create(streams).Parse(arguments, Configuration);
        var errors = parsed.Errors.Select(error => error.Message).Concat(UnknownOptions(parsed)).ToList();
        try
        {
            if (errors.Count > 0 && parsed.Action is not NotesHelpAction)
            {
                return Refuse(errors, parsed.CommandResult.Command, streams.Error);
            }

            using var console = new StreamWriter(streams.Output, leaveOpen: true);
            return parsed.Invoke(new InvocationConfiguration { Output = console, Error = streams.Error, EnableDefaultExceptionHandler = false });
        }
        catch (UsageException e)
        {
            return Refuse([e.Message], parsed.CommandResult.Command, streams.Error);
        }
        catch (OperationCanceledException) when (streams.Cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (OutputClosedException)
        {
            return ExitCode.OutputClosed;
        }
        catch (IOException) when (streams.IsOutputPipe)
        {
            return ExitCode.OutputClosed;
        }
        catch (Exception e)
        {
            streams.Error.WriteLine($"xmljson: this is a fault of xmljson, not of its input: {e}");
            return ExitCode.InternalError;
        }
    }

    // What looks like an option and is none would be taken for a FILE.
    private static IEnumerable<string> UnknownOptions(ParseResult parsed) =>
        parsed.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument && token.Value is ['-', _, ..])
            .Select(token => $"Unrecognized option '{token.Value}'. If it is a file's name, write './{token.Value}'.");

    private static int Refuse(List<string> errors, Command command, TextWriter output)
    {
        foreach (var error in errors)
        {
            output.WriteLine($"xmljson: {OneLine.FileName(error.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal))}");
        }

        output.WriteLine($"xmljson: see 'xmljson {(command.Name == "xmljson" ? "" : command.Name + " ")}--help'");
        return ExitCode.BadUsage;
    }
}
