namespace XmlJson.Benchmarks;

/// <summary>One way of doing a work. It is prepared for a document and checked thoroughly once, then run many times and checked quickly after each round.</summary>
internal interface IContender : IDisposable
{
    /// <summary>The name in tables and files.</summary>
    string Name { get; }

    /// <summary>Takes up a document and makes what a program would keep from one document to the next. Not measured.</summary>
    void Prepare(InputDocument document);

    /// <summary>Does the work once. This alone is measured.</summary>
    void Run();

    /// <summary>Does the work in its own way with every character of the result looked at. Not measured.</summary>
    /// <returns>What all contenders of the same work must agree on.</returns>
    Answer Verify();

    /// <summary>Compares what the last <see cref="Run"/> found with what <see cref="Verify"/> did. Not measured.</summary>
    /// <exception cref="WrongAnswerException">They differ.</exception>
    void Check();
}
