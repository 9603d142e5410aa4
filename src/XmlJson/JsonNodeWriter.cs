using System.Text.Json;
using System.Text.Json.Nodes;

namespace XmlJson;

/// <summary>Writes nodes with a stack of its own: System.Text.Json recurses.</summary>
internal static class JsonNodeWriter
{
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
                value.WriteTo(writer);
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
