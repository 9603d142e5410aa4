using System.Text;
using System.Text.Json;
using XmlJson.Mapping;

namespace XmlJson.Cli;

/// <summary>What is wrong with an input, and where.</summary>
/// <param name="Line">The line, from 1; 0 where no place is to blame.</param>
/// <param name="Column">The column, from 1, in characters for XML and in bytes for JSON; 0 where no place is to blame.</param>
/// <param name="Code">The cause, as a name that programs may compare.</param>
/// <param name="Message">The cause, for people; it may hold line ends and anything else the input holds.</param>
internal readonly record struct InputFault(long Line, long Column, string Code, string Message)
{
    /// <summary>Reads what an exception says of the input; null when it says something about something else.</summary>
    public static InputFault? From(Exception exception) => exception switch
    {
        XmlSyntaxException e => new InputFault(
            Math.Max(e.Position.Line, 0),
            Math.Max(e.Position.Column, 0),
            e.Code.ToString(),
            e.ElementPath is "/" or "" ? DescriptionOf(e) : $"{DescriptionOf(e)} (in {e.ElementPath})"),
        MappingException e => new InputFault(
            Math.Max(e.Position.Line, 0),
            Math.Max(e.Position.Column, 0),
            e.Code.ToString(),
            e.Path is "/" or "" ? e.Description : $"{e.Description} (at {e.Path})"),
        JsonException e => new InputFault((e.LineNumber + 1) ?? 0, (e.BytePositionInLine + 1) ?? 0, "InvalidJson", WithoutPlace(e.Message)),
        DecoderFallbackException e => new InputFault(0, 0, nameof(XmlErrorCode.InvalidEncoding), e.Message),
        FileFaultException e => new InputFault(0, 0, e.Code, e.Message),
        InputFaultException e => e.Fault,
        _ => null,
    };

    // The library names the option of a program, where here that of the command line is wanted.
    private static string DescriptionOf(XmlSyntaxException error) => error.Code == XmlErrorCode.DtdProhibited
        ? "The document has a document type declaration, which is prohibited: --dtd ignore skips it, --dtd parse reads it."
        : error.Description;

    private static string WithoutPlace(string message)
    {
        foreach (var mark in (ReadOnlySpan<string>)[" Path: ", " LineNumber: "])
        {
            var at = message.IndexOf(mark, StringComparison.Ordinal);
            if (at > 0)
            {
                return message[..at];
            }
        }

        return message;
    }
}
