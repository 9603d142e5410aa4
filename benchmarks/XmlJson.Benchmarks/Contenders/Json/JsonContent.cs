using System.Globalization;
using System.Text;
using System.Text.Json;

namespace XmlJson.Benchmarks;

/// <summary>What a JSON text holds, whatever its white space and escapes, read by System.Text.Json.</summary>
internal static class JsonContent
{
    /// <summary>Counts and digests every token.</summary>
    /// <exception cref="JsonException">It is not JSON. JavaScript comments are passed over, because Newtonsoft.Json writes XML comments as such.</exception>
    public static Answer Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, MaxDepth = int.MaxValue });
        var hash = new Hash64();
        long objects = 0, arrays = 0, properties = 0, values = 0, textBytes = 0;
        while (reader.Read())
        {
            hash.Add((byte)reader.TokenType);
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    objects++;
                    break;
                case JsonTokenType.StartArray:
                    arrays++;
                    break;
                case JsonTokenType.PropertyName or JsonTokenType.String:
                    var text = Encoding.UTF8.GetBytes(reader.GetString()!);
                    hash.Add(text);
                    textBytes += text.Length;
                    if (reader.TokenType == JsonTokenType.PropertyName)
                    {
                        properties++;
                    }
                    else
                    {
                        values++;
                    }

                    break;
                case JsonTokenType.Number:
                    hash.Add(reader.ValueSpan);
                    values++;
                    break;
                case JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null:
                    values++;
                    break;
                default:
                    break;
            }
        }

        return new Answer(
            string.Create(CultureInfo.InvariantCulture, $"objects {objects}, arrays {arrays}, properties {properties}, values {values}, text bytes {textBytes}"),
            hash.Value);
    }
}
