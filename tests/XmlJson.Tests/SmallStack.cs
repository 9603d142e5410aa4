using System.Runtime.ExceptionServices;

namespace XmlJson.Tests;

/// <summary>Runs work on a thread with a stack of 256 kB: what recurses on its input's depth ends the process there.</summary>
internal static class SmallStack
{
    private const int Size = 256 * 1024;

    /// <summary>Runs work, which must throw nothing.</summary>
    public static void Run(Action work)
    {
        var failure = Run(() => Record.Exception(work));
        Assert.True(failure is null, failure?.ToString());
    }

    /// <summary>Runs work and passes on its result or exception.</summary>
    public static T Run<T>(Func<T> work)
    {
        T? result = default;
        ExceptionDispatchInfo? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception e)
                {
                    thrown = ExceptionDispatchInfo.Capture(e);
                }
            },
            Size);
        thread.Start();
        thread.Join();
        thrown?.Throw();
        return result!;
    }
}
