using System.CommandLine;

namespace XmlJson.Cli;

/// <summary>A command that reads one document and writes one output.</summary>
internal abstract class DocumentCommand : Command, IHasNotes
{
    private readonly StandardStreams _streams;
    private readonly InputArgument _input = new();
    private readonly OutputOption _output = new();
    private readonly DtdOptions _dtd;

    protected DocumentCommand(string name, string description, StandardStreams streams)
        : base(name, description)
    {
        _streams = streams;
        Add(_input);
        Add(_output);
        _dtd = new DtdOptions(this);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public abstract string Notes { get; }

    /// <summary>Does the work. What is wrong with the input is thrown, and reported by the caller.</summary>
    /// <param name="input">The document.</param>
    /// <param name="output">Where the result goes; completed by the caller.</param>
    /// <param name="options">How to read XML.</param>
    /// <param name="arguments">The values of the command's own options.</param>
    /// <returns>What the process returns, and what the user should know though the output is written.</returns>
    protected abstract Outcome Process(InputFile input, OutputFile output, XmlParserOptions options, ParseResult arguments);

    /// <summary>Whether nothing may be written before all is known.</summary>
    protected virtual bool HoldsOutput(ParseResult arguments) => false;

    /// <summary>Whether the work writes to standard error while it is done, so that no progress is shown there.</summary>
    protected virtual bool WritesErrors(ParseResult arguments) => false;

    /// <summary>Standard error, for what cannot wait until the work is done.</summary>
    protected TextWriter Error => _streams.Error;

    private int Run(ParseResult arguments)
    {
        var file = InputFile.StandardName;
        try
        {
            var resolver = _dtd.CreateResolver(arguments);
            var options = _dtd.CreateParserOptions(arguments, resolver);
            using var input = _input.Open(arguments, _streams);
            file = input.Name;
            resolver?.Document = file;
            using var output = _output.Open(arguments, _streams, HoldsOutput(arguments));
            Outcome outcome;
            using (WritesErrors(arguments) ? null : ProgressDisplay.Start(_streams, output is StandardOutput, file, ProgressUnit.Bytes, () => input.BytesRead, input.KnownLength))
            {
                outcome = Process(input, output, options, arguments);
            }

            input.Dispose();
            output.Complete();
            foreach (var note in outcome.Notes)
            {
                ErrorLine.Write(_streams.Error, file, note);
            }

            return outcome.ExitCode;
        }
        catch (Exception e) when (InputFault.From(e) is { } fault)
        {
            ErrorLine.Write(_streams.Error, e is FileFaultException { File: var culprit } ? culprit : file, fault);
            return ExitCode.BadInput;
        }
    }
}
