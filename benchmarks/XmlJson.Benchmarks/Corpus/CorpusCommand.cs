using System.CommandLine;

namespace XmlJson.Benchmarks;

/// <summary>The verb <c>corpus</c>: writes the project's own documents out, to look at or to measure other programs with.</summary>
internal static class CorpusCommand
{
    public static Command Create()
    {
        var directory = new Argument<DirectoryInfo>("DIR")
        {
            Description = "Where to; it is made if need be.",
            DefaultValueFactory = _ => new DirectoryInfo("corpus"),
        };
        var command = new Command("corpus", "Writes the project's own corpus to files.") { directory };
        command.SetAction(result => Write(result.GetRequiredValue(directory)));
        return command;
    }

    private static int Write(DirectoryInfo directory)
    {
        try
        {
            directory.Create();
            foreach (var document in GeneratedCorpus.Create())
            {
                File.WriteAllBytes(Path.Combine(directory.FullName, document.Name), document.Bytes);
                Console.WriteLine($"{document.Bytes.Length,10:N0}  {document.Name}");
            }

            return 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }
}
