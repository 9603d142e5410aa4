namespace XmlJson.Benchmarks;

/// <summary>A contender that turns a document into bytes. All write to a stream in memory that keeps its room from one run to the next.</summary>
internal abstract class OutputContender : IContender
{
    private readonly MemoryStream _output = new();
    private InputDocument? _document;
    private byte[] _verified = [];

    public abstract string Name { get; }

    public virtual void Prepare(InputDocument document) => _document = document;

    public void Run()
    {
        _output.SetLength(0);
        Convert(_document!, _output);
    }

    public Answer Verify()
    {
        Run();
        _verified = _output.ToArray();
        return AnswerOf(_verified);
    }

    public void Check()
    {
        if (!_output.GetBuffer().AsSpan(0, (int)_output.Length).SequenceEqual(_verified))
        {
            throw new WrongAnswerException($"{Name} wrote other bytes than before.");
        }
    }

    public virtual void Dispose()
    {
        _document = null;
        _output.Dispose();
    }

    /// <summary>Writes what the document becomes.</summary>
    protected abstract void Convert(InputDocument document, Stream output);

    /// <summary>What a reader that has no part in the comparison makes of the output.</summary>
    protected abstract Answer AnswerOf(byte[] output);
}
