using System.Text;
using System.Text.Json;

namespace XmlJson.Benchmarks;

/// <summary>What a JSON text says, whatever its white space and escapes, read by System.Text.Json.</summary>
/// <param name="Values">A hash over every value that is no object or array, with the names that lead to it; neither order nor arrays count.</param>
/// <param name="Form">A hash over every token.</param>
/// <remarks>
/// <para>Null and the empty string are the same: Newtonsoft.Json writes the one for <c>&lt;a/&gt;</c> and the other for <c>&lt;a&gt;&lt;/a&gt;</c>, which are the same in XML (XML 1.0 §3.1).</para>
/// <para>In <see cref="Values"/> the prefixes of elements do not count either: Newtonsoft.Json leaves them out where an element of several declares its prefix itself, and then puts
/// elements of different namespaces into one array.</para>
/// </remarks>
internal readonly record struct JsonContent(ulong Values, ulong Form)
{
    /// <summary>Reads a text.</summary>
    /// <exception cref="JsonException">It is not JSON. JavaScript comments are passed over, because Newtonsoft.Json writes XML comments as such.</exception>
    public static JsonContent Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, MaxDepth = int.MaxValue });
        var values = 0UL;
        var form = new Hash64();
        var paths = new Stack<Hash64>();
        var path = new Hash64();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    form.Add((byte)reader.TokenType);
                    paths.Push(path);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    form.Add((byte)reader.TokenType);
                    paths.Pop();
                    path = paths.TryPeek(out var outer) ? outer : new Hash64();
                    break;
                case JsonTokenType.PropertyName:
                    var name = reader.GetString()!;
                    Add(ref form, JsonTokenType.PropertyName, name);
                    path = paths.Peek();
                    Add(ref path, JsonTokenType.PropertyName, LocalName(name));
                    break;
                default:
                    var type = reader.TokenType == JsonTokenType.Null ? JsonTokenType.String : reader.TokenType;
                    var value = reader.TokenType == JsonTokenType.String ? reader.GetString()! : reader.TokenType == JsonTokenType.Null ? "" : Encoding.UTF8.GetString(reader.ValueSpan);
                    Add(ref form, type, value);
                    var hash = path;
                    Add(ref hash, type, value);
                    values += hash.Value;
                    break;
            }
        }

        return new JsonContent(values, form.Value);
    }

    private static string LocalName(string name) => name.StartsWith('@') ? name : name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static void Add(ref Hash64 hash, JsonTokenType type, string text)
    {
        hash.Add((byte)type);
        hash.Add(Encoding.UTF8.GetBytes(text));
    }
}
