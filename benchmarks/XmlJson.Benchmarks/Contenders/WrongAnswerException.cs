namespace XmlJson.Benchmarks;

/// <summary>A contender did not do the work that was asked: its speed means nothing.</summary>
internal sealed class WrongAnswerException(string message, Exception? innerException = null) : Exception(message, innerException);
