namespace XmlJson.Conformance;

/// <summary>What became of a document.</summary>
internal enum Verdict
{
    /// <summary>It was read to its end.</summary>
    Accept,

    /// <summary>It was refused as malformed, or for what it asks for.</summary>
    Reject,

    /// <summary>It reached a limit.</summary>
    Limit,

    /// <summary>An exception that says nothing of the document: always wrong.</summary>
    Crash,
}
