using System.Text.Json;
using XmlJson.Mapping;

namespace XmlJson.Conformance;

/// <summary>What a reader said of a document.</summary>
/// <param name="Verdict">What became of it.</param>
/// <param name="Reason">Why, unless it was accepted.</param>
internal sealed record Answer(Verdict Verdict, string Reason)
{
    private const string LimitSuffix = "Limit";

    private static readonly Answer Accepted = new(Verdict.Accept, "");

    /// <summary>Reads a document and takes down the answer.</summary>
    public static Answer Of(Action read)
    {
        try
        {
            read();
            return Accepted;
        }
        catch (XmlSyntaxException e)
        {
            return new Answer(Refusal(e.Code), e.Message);
        }
        catch (MappingException e)
        {
            return new Answer(Refusal(e.Code), e.Message);
        }
        catch (JsonException e)
        {
            // The message quotes as much of the input as was there: it depends on how it was cut.
            return new Answer(Verdict.Reject, $"no JSON at line {e.LineNumber}, byte {e.BytePositionInLine}");
        }
        catch (Exception e)
        {
            return new Answer(Verdict.Crash, e.ToString());
        }
    }

    /// <summary>Whether the answer is one of those that a table allows, with a bar between them.</summary>
    public bool IsOneOf(string allowed) => Verdict != Verdict.Crash && allowed.Split('|').Any(Is);

    public override string ToString() => $"{Verdict} {Reason}";

    // "accept-inert" and "rt" are accepted, and something else is tested about them; "policy" and "either" are for the reader to choose.
    private bool Is(string word) => word switch
    {
        "accept" or "accept-inert" or "rt" => Verdict == Verdict.Accept,
        "reject" => Verdict == Verdict.Reject,
        "limit" => Verdict == Verdict.Limit,
        "policy" or "either" or "accept-or-reject" => true,
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "No verdict of the tables."),
    };

    private static Verdict Refusal<TCode>(TCode code)
        where TCode : struct, Enum
        => code.ToString().EndsWith(LimitSuffix, StringComparison.Ordinal) ? Verdict.Limit : Verdict.Reject;
}
