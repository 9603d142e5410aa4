namespace XmlJson.Cli;

/// <summary>The command line makes no sense, as could only be seen while running it.</summary>
internal sealed class UsageException(string message) : Exception(message);
