using System.Globalization;

namespace XmlJson.Cli;

/// <summary>Writes errors as compilers do: <c>FILE:LINE:COL: message</c>, each on one line.</summary>
internal static class ErrorLine
{
    public static void Write(TextWriter output, string file, InputFault fault) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{OneLine.FileName(file)}:{fault.Line}:{fault.Column}: {OneLine.Message(fault.Message)}"));
}
