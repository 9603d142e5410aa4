namespace XmlJson.Cli;

/// <summary>Sees to it that whoever reads records gets each of them before the next piece of input is waited for, and all before an error.</summary>
internal static class RecordStream
{
    /// <summary>Runs a conversion that writes records.</summary>
    /// <param name="input">What it reads.</param>
    /// <param name="output">What it writes.</param>
    /// <param name="convert">The conversion.</param>
    public static void Run(InputFile input, OutputFile output, Action convert)
    {
        input.BeforeRead = output.WriteThrough;
        try
        {
            convert();
        }
        catch (Exception e) when (InputFault.From(e) is not null and not { Code: "CannotWrite" })
        {
            output.WriteThrough();
            throw;
        }
    }
}
