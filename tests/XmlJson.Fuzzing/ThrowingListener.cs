using System.Diagnostics;

namespace XmlJson.Fuzzing;

/// <summary>Makes an exception of a failed <see cref="Debug.Assert(bool)"/>, which would end the process, and with it the fuzzing.</summary>
internal sealed class ThrowingListener : TraceListener
{
    /// <summary>Takes the place of all other listeners.</summary>
    public static void Install()
    {
        Trace.Listeners.Clear();
        Trace.Listeners.Add(new ThrowingListener());
    }

    public override void Fail(string? message, string? detailMessage) => throw new FindingException($"Assertion failed: {message} {detailMessage}");

    public override void Write(string? message)
    {
    }

    public override void WriteLine(string? message)
    {
    }
}
