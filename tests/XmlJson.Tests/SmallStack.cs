namespace XmlJson.Tests;

/// <summary>Runs work on a thread with a stack of 256 kB: what recurses on its input's depth ends the process there.</summary>
internal static class SmallStack
{
    private const int Size = 256 * 1024;

    /// <summary>Runs work, which must throw nothing.</summary>
    public static void Run(Action work)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(work), Size);
        thread.Start();
        thread.Join();
        Assert.True(failure is null, failure?.ToString());
    }
}
