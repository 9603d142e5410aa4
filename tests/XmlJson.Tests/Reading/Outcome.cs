using System.Text;

namespace XmlJson.Tests.Reading;

/// <summary>What became of a document: its events, and the error if it was refused.</summary>
/// <param name="Events">One line each; places only if they were asked for.</param>
/// <param name="Error">Code, line, column, byte offset, path and message of the refusal; empty when the document was read to its end.</param>
internal sealed record Outcome(string Events, string Error)
{
    /// <summary>Whether the document was read to its end.</summary>
    public bool IsAccepted => Error.Length == 0;

    /// <summary>Reads a document and writes down what becomes of it.</summary>
    public static Outcome Of(Recorder recorder, Func<Recorder, ParseStatus> read)
    {
        var error = "";
        try
        {
            var status = read(recorder);
            if (status != ParseStatus.Completed)
            {
                throw new InvalidOperationException($"The source returned {status}.");
            }
        }
        catch (XmlSyntaxException e)
        {
            error = $"{e.Code} {e.Position} offset {e.Position.ByteOffset} in {e.ElementPath}: {e.Description}";
        }

        var lines = new StringBuilder();
        foreach (var recorded in recorder.Events)
        {
            lines.Append(recorder.AsksPositions ? recorded.ToString() : recorded.What).Append('\n');
        }

        return new Outcome(lines.ToString(), error);
    }

    public override string ToString() => Events + (IsAccepted ? "" : $"error {Error}\n");
}
