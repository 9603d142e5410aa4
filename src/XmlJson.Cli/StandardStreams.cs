using System.IO.Pipes;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace XmlJson.Cli;

/// <summary>What a command is connected to besides files: standard input, output and error, and the user's wish to end it.</summary>
internal sealed class StandardStreams
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public required Stream Input { get; init; }

    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Whether standard input is a file or pipe, so that it is meant when no FILE is given.</summary>
    public bool IsInputRedirected { get; init; }

    public bool IsOutputTerminal { get; init; }

    /// <summary>Whether standard output is a pipe, so that failing to write means that nobody reads.</summary>
    public bool IsOutputPipe => Output is PipeStream || HasPipeOutput;

    /// <summary>Says the same of an <see cref="Output"/> that is no pipe of the system.</summary>
    public bool HasPipeOutput { get; init; }

    public bool IsErrorTerminal { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>How long work goes on in silence before its progress is shown.</summary>
    public TimeSpan ProgressDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Those of this process. They are never closed: the process's end does that, and a pipe's stream that does not own its handle would wait for it forever.</summary>
    public static StandardStreams OfProcess(CancellationToken cancellation) => new()
    {
        Input = Console.OpenStandardInput(),
        Output = OpenOutput(),
        Error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true },
        IsInputRedirected = Console.IsInputRedirected,
        IsOutputTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
        Cancellation = cancellation,
    };

    // The console's own stream swallows the error of a pipe that nobody reads, and the work would go on for nothing. A stream made for pipes tells; it refuses any other file.
    private static Stream OpenOutput()
    {
        if (!OperatingSystem.IsWindows() && Console.IsOutputRedirected)
        {
            try
            {
                return new AnonymousPipeClientStream(PipeDirection.Out, new SafePipeHandle(1, ownsHandle: false));
            }
            catch (IOException)
            {
                // A file or a device.
            }
        }

        return Console.OpenStandardOutput();
    }
}
