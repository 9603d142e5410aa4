namespace XmlJson.Cli;

/// <summary>Nobody reads standard output any more: the work ends, and that is no error.</summary>
internal sealed class OutputClosedException(Exception innerException) : Exception("Standard output was closed.", innerException);
