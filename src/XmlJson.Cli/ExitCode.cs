namespace XmlJson.Cli;

/// <summary>What the process returns. The first three are fixed: other programs rely on them.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>An input is malformed or cannot be read, or the output cannot be written.</summary>
    public const int BadInput = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int BadUsage = 2;

    /// <summary>A fault of this program (<c>EX_SOFTWARE</c> of sysexits.h).</summary>
    public const int InternalError = 70;

    /// <summary>Ctrl-C, as a shell reports a process that died of SIGINT: 128 + 2.</summary>
    public const int Interrupted = 130;

    /// <summary>Nobody reads standard output any more, as a shell reports a process that died of SIGPIPE: 128 + 13.</summary>
    public const int OutputClosed = 141;
}
