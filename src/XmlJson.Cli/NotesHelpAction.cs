using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace XmlJson.Cli;

/// <summary>Prints the generated help of a command, and behind it what the command has to say itself.</summary>
internal sealed class NotesHelpAction(HelpAction generated) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var result = generated.Invoke(parseResult);
        if (parseResult.CommandResult.Command is IHasNotes { Notes: var notes })
        {
            parseResult.InvocationConfiguration.Output.WriteLine(notes);
        }

        return result;
    }
}
