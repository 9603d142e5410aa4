using System.Text.Json;

namespace XmlJson.Mapping;

/// <summary>An unmapper that looks at the tape after each token.</summary>
/// <param name="tape">Where the events go.</param>
internal abstract class TokenUnmapper(EventTape tape) : JsonUnmapper
{
    /// <summary>Where the events go.</summary>
    protected EventTape Tape { get; } = tape;

    /// <inheritdoc/>
    public sealed override bool Take(ref Utf8JsonReader reader, long offset)
    {
        while (reader.Read())
        {
            Offset = offset + reader.TokenStartIndex;
            Accept(ref reader);
            if (Tape.First < Tape.Decided)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes the token that the reader stands on.</summary>
    protected abstract void Accept(ref Utf8JsonReader reader);
}
