using Spectre.Console;

namespace XmlJson.Cli;

/// <summary>Shows on a terminal how far long work has come, and wipes it away at the end.</summary>
internal sealed class ProgressDisplay : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly ManualResetEventSlim _finished = new();
    private readonly StandardStreams _streams;
    private readonly string _title;
    private readonly ProgressUnit _unit;
    private readonly Func<long> _done;
    private readonly long? _total;
    private readonly Task _display;

    private ProgressDisplay(StandardStreams streams, string title, ProgressUnit unit, Func<long> done, long? total)
    {
        _streams = streams;
        _title = title;
        _unit = unit;
        _done = done;
        _total = total;
        _display = Task.Factory.StartNew(Show, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Begins to watch some work; what is drawn is drawn on standard error.</summary>
    /// <param name="streams">Nothing is drawn unless standard error is a terminal, and on it nothing else.</param>
    /// <param name="writesToTerminal">Whether the work writes to standard output; when that is a terminal too, its output is progress enough.</param>
    /// <param name="title">What is worked on.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="done">How much is done; called on another thread.</param>
    /// <param name="total">How much there is to do, where that is known.</param>
    /// <returns>To be disposed before anything else is written to standard error; null when nothing is to be shown.</returns>
    public static ProgressDisplay? Start(StandardStreams streams, bool writesToTerminal, string title, ProgressUnit unit, Func<long> done, long? total) =>
        streams.IsErrorTerminal && !(writesToTerminal && streams.IsOutputTerminal)
            ? new ProgressDisplay(streams, title, unit, done, total)
            : null;

    public void Dispose()
    {
        _finished.Set();
        _display.Wait();
        _finished.Dispose();
    }

    private void Show()
    {
        if (_finished.Wait(_streams.ProgressDelay))
        {
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(_streams.Error),
        });
        console.Progress().AutoClear(true).Columns(Columns()).Start(Follow);
    }

    private ProgressColumn[] Columns()
    {
        ProgressColumn[] amount = _unit == ProgressUnit.Bytes
            ? [new DownloadedColumn { Base = FileSizeBase.Decimal }, new TransferSpeedColumn { Base = FileSizeBase.Decimal }]
            : [];
        return _total is null
            ? [new SpinnerColumn(), new TaskDescriptionColumn(), .. amount, new ElapsedTimeColumn()]
            : [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), .. amount, new RemainingTimeColumn()];
    }

    private void Follow(ProgressContext context)
    {
        var task = context.AddTask(Markup.Escape(OneLine.FileName(_title)), maxValue: Math.Max(_total ?? double.MaxValue, 1));
        task.IsIndeterminate = _total is null;
        do
        {
            task.Value = _done();
        }
        while (!_finished.Wait(Interval) && !_streams.Cancellation.IsCancellationRequested);
    }
}
