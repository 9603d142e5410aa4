using System.Text.Json;
using System.Text.Json.Nodes;

namespace XmlJson;

/// <summary>Writes nodes with a stack of its own: System.Text.Json recurses.</summary>
internal static class JsonNodeWriter
{
    private const string HalfOfPair = "A string of the value has half of a surrogate pair, which UTF-8 cannot hold.";

    /// <summary>Writes a value and all in it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="writer">Writes it.</param>
    /// <param name="sortKeys">Whether keys are sorted.</param>
    /// <param name="flush">Is called now and then, when much waits in the writer.</param>
    public static void Write(JsonNode? value, Utf8JsonWriter writer, bool sortKeys, Action? flush = null)
    {
        var open = new Stack<(IEnumerator<KeyValuePair<string, JsonNode?>>? Members, IEnumerator<JsonNode?>? Items)>();
        Begin(value, writer, sortKeys, open);
        while (open.TryPeek(out var innermost))
        {
            if (innermost.Members is { } members && members.MoveNext())
            {
                ThrowIfHalf(members.Current.Key);
                writer.WritePropertyName(members.Current.Key);
                Begin(members.Current.Value, writer, sortKeys, open);
            }
            else if (innermost.Items is { } items && items.MoveNext())
            {
                Begin(items.Current, writer, sortKeys, open);
            }
            else
            {
                End(writer, innermost.Members is not null);
                open.Pop();
            }

            flush?.Invoke();
        }
    }

    private static void WriteScalar(JsonNode value, Utf8JsonWriter writer)
    {
        // What was loaded was looked at then.
        if (value is JsonValue scalar && !scalar.TryGetValue<JsonElement>(out _))
        {
            ThrowIfHalf(scalar.TryGetValue<string>(out var text) ? text : scalar.TryGetValue<char>(out var character) ? character.ToString() : "");
        }

        try
        {
            value.WriteTo(writer);
        }
        catch (InvalidOperationException error) when (value.GetValueKind() == JsonValueKind.String)
        {
            throw new ArgumentException(HalfOfPair, nameof(value), error);
        }
    }

    // It would be written as an empty string.
    private static void ThrowIfHalf(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i]))
            {
                throw new ArgumentException(HalfOfPair, nameof(text));
            }
        }
    }

    private static void Begin(JsonNode? value, Utf8JsonWriter writer, bool sortKeys, Stack<(IEnumerator<KeyValuePair<string, JsonNode?>>? Members, IEnumerator<JsonNode?>? Items)> open)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonObject members:
                writer.WriteStartObject();
                IEnumerable<KeyValuePair<string, JsonNode?>> ordered = sortKeys ? members.OrderBy(member => member.Key, StringComparer.Ordinal) : members;
                open.Push((ordered.GetEnumerator(), null));
                break;
            case JsonArray items:
                writer.WriteStartArray();
                open.Push((null, items.GetEnumerator()));
                break;
            default:
                WriteScalar(value, writer);
                break;
        }
    }

    private static void End(Utf8JsonWriter writer, bool isObject)
    {
        if (isObject)
        {
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteEndArray();
        }
    }
}
