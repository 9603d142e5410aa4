using System.CommandLine;
using XmlJson.Trees;

namespace XmlJson.Cli;

/// <summary>The options for records: which they are, and what becomes of damaged ones.</summary>
internal sealed class LinesArguments
{
    private readonly Option<string?> _records = new("--records")
    {
        HelpName = "PATH",
        Description = "XML to NDJSON: each element at this path, such as /catalog/book or **/item, is a record. The children of the root when it is not given.",
    };

    private readonly Option<string> _onError = new("--on-error") { Description = "Records that are damaged, or cannot be converted: what becomes of them.", DefaultValueFactory = _ => "fail" };

    /// <summary>Adds the options to a command.</summary>
    public LinesArguments(Command command)
    {
        _onError.AcceptOnlyFromAmong("fail", "report", "skip");
        command.Add(_records);
        command.Add(_onError);
        _records.Validators.Add(result =>
        {
            try
            {
                _ = result.Tokens is [{ Value: var path }] ? Mapping.ArrayRule.AtPaths(path) : null;
            }
            catch (ArgumentException e)
            {
                result.AddError($"--records: {MappingArguments.PathMessage(e)}");
            }
        });
    }

    /// <summary>Whether the user said anything about records.</summary>
    public bool AreGiven(ParseResult arguments) => IsPathGiven(arguments) || arguments.GetResult(_onError) is { Implicit: false };

    /// <summary>Whether the user said which elements are records.</summary>
    public bool IsPathGiven(ParseResult arguments) => arguments.GetValue(_records) is not null;

    /// <summary>Which elements are records.</summary>
    public string Path(ParseResult arguments) => arguments.GetValue(_records) ?? "/*/*";

    /// <summary>What becomes of a damaged record.</summary>
    public RecordErrorPolicy OnError(ParseResult arguments) => arguments.GetValue(_onError) switch
    {
        "skip" => RecordErrorPolicy.Skip,
        "report" => RecordErrorPolicy.Report,
        _ => RecordErrorPolicy.Fail,
    };
}
