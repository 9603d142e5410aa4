namespace XmlJson.Cli;

/// <summary>How a command has ended that could do its work.</summary>
/// <param name="ExitCode">What the process returns.</param>
/// <param name="Notes">What the user should know all the same, in the form of errors.</param>
internal readonly record struct Outcome(int ExitCode, IReadOnlyList<InputFault> Notes)
{
    /// <summary>All went well.</summary>
    public static Outcome Fine => new(Cli.ExitCode.Fine, []);
}
