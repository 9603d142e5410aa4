using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace XmlJson;

/// <summary>Makes nodes of a JSON text, with all that is wrong with it found at once: System.Text.Json looks into strings, and at keys that occur twice, only when somebody asks for them.</summary>
internal static class JsonLoader
{
    private static readonly JsonNodeOptions Exact = new() { PropertyNameCaseInsensitive = false };

    /// <summary>Loads a text.</summary>
    /// <param name="json">The text, whole.</param>
    /// <param name="options">How.</param>
    /// <exception cref="JsonException">The text is not JSON, or what the options refuse.</exception>
    public static JsonNode? Load(ReadOnlySpan<byte> json, JsonLoadOptions options)
    {
        if (!Utf8.IsValid(json) || json.IndexOf("\\u"u8) >= 0)
        {
            CheckStrings(json, options);
        }

        try
        {
            return JsonNode.Parse(json, Exact, DocumentOptions(options, allowDuplicates: false));
        }
        catch (JsonException error) when (error.LineNumber is null)
        {
            // Only duplicates have no place.
            if (options.RejectDuplicateKeys)
            {
                ThrowDuplicate(json, options);
            }
        }

        return Build(JsonElement.Parse(json, DocumentOptions(options, allowDuplicates: true)));
    }

    private static JsonDocumentOptions DocumentOptions(JsonLoadOptions options, bool allowDuplicates) => new()
    {
        AllowTrailingCommas = options.AllowTrailingCommas,
        CommentHandling = options.AllowComments ? JsonCommentHandling.Skip : JsonCommentHandling.Disallow,
        MaxDepth = Math.Max(1, options.MaxDepth),
        AllowDuplicateProperties = allowDuplicates,
    };

    private static JsonReaderOptions ReaderOptions(JsonLoadOptions options) => new()
    {
        AllowTrailingCommas = options.AllowTrailingCommas,
        CommentHandling = options.AllowComments ? JsonCommentHandling.Skip : JsonCommentHandling.Disallow,
        MaxDepth = Math.Max(1, options.MaxDepth),
    };

    private static void CheckStrings(ReadOnlySpan<byte> json, JsonLoadOptions options)
    {
        var reader = new Utf8JsonReader(json, ReaderOptions(options));
        var buffer = ArrayPool<byte>.Shared.Rent(256);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
                {
                    continue;
                }

                if (!Utf8.IsValid(reader.ValueSpan))
                {
                    throw At(json, (int)reader.TokenStartIndex, "A string holds bytes that are not valid UTF-8.");
                }

                if (reader.ValueIsEscaped)
                {
                    CheckEscapes(json, ref reader, ref buffer);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (!Utf8.IsValid(json))
        {
            throw At(json, 0, "A comment holds bytes that are not valid UTF-8.");
        }
    }

    private static void CheckEscapes(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, ref byte[] buffer)
    {
        if (buffer.Length < reader.ValueSpan.Length)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        }

        try
        {
            reader.CopyString(buffer);
        }
        catch (InvalidOperationException error)
        {
            throw At(json, (int)reader.TokenStartIndex, "A string holds half a surrogate pair, such as \\ud800, which is no character.", error);
        }
    }

    // There is one: the first in the text.
    private static void ThrowDuplicate(ReadOnlySpan<byte> json, JsonLoadOptions options)
    {
        var reader = new Utf8JsonReader(json, ReaderOptions(options));
        var keys = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    keys.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    keys.Pop();
                    break;
                case JsonTokenType.PropertyName when reader.GetString() is { } key && !keys.Peek().Add(key):
                    throw At(json, (int)reader.TokenStartIndex, $"The key '{key}' occurs twice in one object.");
                default:
                    break;
            }
        }
    }

    private static JsonException At(ReadOnlySpan<byte> json, int index, string message, Exception? cause = null)
    {
        var before = json[..index];
        var (line, inLine) = ((long)before.Count((byte)'\n'), (long)index - before.LastIndexOf((byte)'\n') - 1);
        return new JsonException($"{message} LineNumber: {line} | BytePositionInLine: {inLine}.", null, line, inLine, cause);
    }

    // Each value is put into its parent when it is complete: a parent that has parents would be asked for all of them.
    private static JsonNode? Build(JsonElement root)
    {
        var open = new Stack<OpenValue>();
        var value = Begin(root, open);
        while (open.TryPeek(out var innermost))
        {
            if (innermost.TryNext(out var element))
            {
                var depth = open.Count;
                var scalar = Begin(element, open);
                if (open.Count == depth)
                {
                    innermost.Put(scalar);
                }
            }
            else
            {
                open.Pop();
                value = innermost.Node;
                if (open.TryPeek(out var parent))
                {
                    parent.Put(value);
                }
            }
        }

        return value;
    }

    // A container is opened; anything else is complete.
    private static JsonNode? Begin(JsonElement element, Stack<OpenValue> open)
    {
        if (element.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            open.Push(new OpenValue(element));
            return null;
        }

        return JsonValue.Create(element);
    }

    private sealed class OpenValue(JsonElement element)
    {
        private JsonElement.ObjectEnumerator _members = element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : default;
        private JsonElement.ArrayEnumerator _items = element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : default;
        private string _key = "";

        public JsonNode Node { get; } = element.ValueKind == JsonValueKind.Object ? new JsonObject() : new JsonArray();

        public bool TryNext(out JsonElement next)
        {
            if (Node is JsonArray)
            {
                var hasItem = _items.MoveNext();
                next = hasItem ? _items.Current : default;
                return hasItem;
            }

            var hasMember = _members.MoveNext();
            _key = hasMember ? _members.Current.Name : "";
            next = hasMember ? _members.Current.Value : default;
            return hasMember;
        }

        public void Put(JsonNode? value)
        {
            if (Node is JsonObject members)
            {
                members[_key] = value;
            }
            else
            {
                ((JsonArray)Node).Add(value);
            }
        }
    }
}
