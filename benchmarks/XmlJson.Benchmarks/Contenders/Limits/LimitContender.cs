using System.Globalization;

namespace XmlJson.Benchmarks;

/// <summary>A contender that goes over all bytes of a document and finds out less than a visit would: what the memory and the processor allow.</summary>
/// <remarks>No two of them find out the same. Each makes sure of what it can, and all must have gone over every byte.</remarks>
internal abstract class LimitContender : IContender
{
    public abstract string Name { get; }

    /// <summary>What is gone over.</summary>
    protected byte[] Source { get; private set; } = [];

    public virtual void Prepare(InputDocument document) => Source = document.Bytes;

    public abstract void Run();

    public Answer Verify()
    {
        var count = GoOver();
        Check();
        return new Answer(string.Create(CultureInfo.InvariantCulture, $"bytes gone over {count}"), Digest: null);
    }

    public abstract void Check();

    public virtual void Dispose() => Source = [];

    /// <summary>Runs once, and compares what came of it with what somebody else finds.</summary>
    /// <returns>How many bytes it was that the run went over.</returns>
    /// <exception cref="WrongAnswerException">It is not the same.</exception>
    protected abstract long GoOver();

    protected WrongAnswerException Wrong(string what) => new($"{Name} {what}.");
}
