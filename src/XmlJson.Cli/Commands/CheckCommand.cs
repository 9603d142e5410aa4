using System.CommandLine;

namespace XmlJson.Cli;

/// <summary><c>xmljson check</c>: one verdict a line for any number of documents.</summary>
internal sealed class CheckCommand : Command, IHasNotes
{
    private readonly StandardStreams _streams;
    private readonly Argument<string[]> _files = new("FILE") { Arity = ArgumentArity.ZeroOrMore, Description = "The documents; - is standard input." };
    private readonly Option<string?> _list = new("--list") { HelpName = "LISTFILE", Description = "A text file that names the documents, one a line, instead of FILE; - is standard input." };
    private readonly OutputOption _output = new();
    private readonly DtdOptions _dtd;
    private int _checked;

    public CheckCommand(StandardStreams streams)
        : base("check", "Tell whether XML documents are well-formed.")
    {
        _streams = streams;
        Add(_files);
        Add(_list);
        Add(_output);
        _dtd = new DtdOptions(this);
        Validators.Add(result =>
        {
            if (result.GetResult(_files) is { Tokens.Count: > 0 } == result.GetResult(_list) is not null)
            {
                result.AddError("Name either one FILE or more, or a list of them with --list.");
            }
        });
        SetAction(Run);
    }

    /// <inheritdoc/>
    public string Notes =>
        """
        One line for each document, in the order given:
          accept<TAB>FILE
          reject<TAB>FILE<TAB>LINE:COL<TAB>CODE<TAB>MESSAGE
        In MESSAGE a backslash begins an escape (\t \n \r \\ \u{2028}), so every line is one verdict; in FILE only tabs, line ends and other control characters are escaped.
        A document that cannot be opened or read is rejected at 0:0 with the code CannotOpen or CannotRead. The exit code is 1 when any was rejected.
        """;

    private int Run(ParseResult arguments)
    {
        try
        {
            var resolver = _dtd.CreateResolver(arguments);
            IReadOnlyList<string> files = arguments.GetValue(_list) is { } list ? ReadList(list) : arguments.GetValue(_files)!;
            using var output = _output.Open(arguments, _streams);
            using var verdicts = new VerdictWriter(output);
            using var parser = new Utf8XmlParser(_dtd.CreateParserOptions(arguments, resolver));
            using (ProgressDisplay.Start(_streams, output is StandardOutput, "checking", ProgressUnit.Files, () => Volatile.Read(ref _checked), files.Count))
            {
                Check(files, parser, resolver, verdicts, output);
            }

            verdicts.Flush();
            output.Complete();
            return verdicts.Rejected > 0 ? ExitCode.BadInput : ExitCode.Fine;
        }
        catch (FileFaultException e)
        {
            ErrorLine.Write(_streams.Error, e.File, InputFault.From(e)!.Value);
            return ExitCode.BadInput;
        }
    }

    private void Check(IReadOnlyList<string> files, Utf8XmlParser parser, DirectoryResolver? resolver, VerdictWriter verdicts, OutputFile output)
    {
        try
        {
            foreach (var file in files)
            {
                _streams.Cancellation.ThrowIfCancellationRequested();
                verdicts.Write(file, FaultOf(file, parser, resolver));
                Volatile.Write(ref _checked, _checked + 1);
                if (_streams.IsOutputTerminal)
                {
                    PassOn(verdicts, output);
                }
            }
        }
        catch (OperationCanceledException)
        {
            PassOn(verdicts, output);
            throw;
        }
    }

    private static void PassOn(VerdictWriter verdicts, OutputFile output)
    {
        verdicts.Flush();
        output.WriteThrough();
    }

    private InputFault? FaultOf(string file, Utf8XmlParser parser, DirectoryResolver? resolver)
    {
        try
        {
            using var input = InputFile.Open(file, _streams);
            resolver?.Document = file;
            var handler = default(Discard);
            parser.Parse(input, ref handler);
            return null;
        }
        catch (Exception e) when (InputFault.From(e) is { } fault)
        {
            return fault;
        }
    }

    private List<string> ReadList(string list)
    {
        using var input = InputFile.Open(list, _streams);
        using var reader = new StreamReader(input);
        var files = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                files.Add(line);
            }
        }

        return files;
    }
}
