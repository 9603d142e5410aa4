using System.Runtime.InteropServices;

namespace XmlJson.Cli;

/// <summary>Turns Ctrl-C, SIGTERM and SIGHUP into a cancelled token, so that nothing half-written stays behind.</summary>
internal sealed class Interruption : IDisposable
{
    // How long the work may take to notice; it does so at the next read, which never comes when it waits for a pipe or a terminal.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _source = new();
    private readonly ManualResetEventSlim _finished = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _exitCode;

    public Interruption() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Interrupt(context, Cli.ExitCode.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Interrupt(context, 128 + 15)),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Interrupt(context, 128 + 1)),
    ];

    /// <summary>Cancelled by the first signal. What must not survive the process registers its removal here.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>What the process returns: the signal's code if there was one.</summary>
    public int ExitCode(int otherwise) => _exitCode == 0 ? otherwise : _exitCode;

    public void Dispose()
    {
        _finished.Set();
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void Interrupt(PosixSignalContext context, int exitCode)
    {
        context.Cancel = true;
        _exitCode = exitCode;
        _source.Cancel();
        if (!_finished.Wait(Patience))
        {
            Environment.Exit(exitCode);
        }
    }
}
