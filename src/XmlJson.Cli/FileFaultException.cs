namespace XmlJson.Cli;

/// <summary>A file cannot be opened, read or written: a fact about the surroundings, not about a document.</summary>
internal sealed class FileFaultException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="file">The file's name as the user gave it.</param>
    /// <param name="code">What could not be done: <c>CannotOpen</c>, <c>CannotRead</c> or <c>CannotWrite</c>.</param>
    /// <param name="cause">Why.</param>
    public FileFaultException(string file, string code, Exception cause)
        : base($"{Deed(code)}: {Reason(file, cause)}", cause)
    {
        File = file;
        Code = code;
    }

    /// <summary>The file's name as the user gave it.</summary>
    public string File { get; }

    /// <summary><c>CannotOpen</c>, <c>CannotRead</c> or <c>CannotWrite</c>.</summary>
    public string Code { get; }

    /// <summary>Whether an exception of the file system is about the file, rather than a mistake of this program.</summary>
    public static bool IsCause(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or System.Security.SecurityException;

    private static string Deed(string code) => code switch
    {
        "CannotOpen" => "cannot open",
        "CannotRead" => "cannot read",
        _ => "cannot write",
    };

    // The runtime's messages repeat the path, resolved, and say "access denied" of a directory.
    private static string Reason(string file, Exception cause) => cause switch
    {
        FileNotFoundException => "there is no such file",
        DirectoryNotFoundException => "there is no such directory",
        UnauthorizedAccessException when Directory.Exists(file) => "it is a directory",
        UnauthorizedAccessException => "access is denied",
        ArgumentException => "that is no path",
        _ => cause.Message,
    };
}
