using System.Text;
using System.Text.Json;
using CsCheck;

namespace XmlJson.Tests.Mapping;

/// <summary>JSON of every kind, for the conventions that bring all of it back.</summary>
internal static class JsonValues
{
    private static readonly Gen<string> String = Gen.OneOf(
        "", "t", " ", "é😀", "<&>]]>", "\\\"", "\\\\", "\\/", "/", "\\n\\r\\t\\b\\f", "\\u0000", "\\u001f", "\u007f", "\u0080", "\\u009F", "\\ud800", "\\udc00x", "\\ud83d\\ude00", "\\u0041", "\uFFFE", "\\uFFFF",
        "\uFEFF", "\u2028", "__proto__", "map", "\\\\u0041", "a\\\\/b").Array[0, 3].Select(string.Concat);

    private static readonly Gen<string> Number = Gen.OneOf("0", "-0", "1", "1.10", "1E400", "-1e-400", "0.000", "12345678901234567890", new string('9', 400));

    private static readonly Gen<string> Scalar = Gen.Frequency((4, String.Select(text => $"\"{text}\"")), (1, Number), (1, Gen.OneOf("true", "false", "null", "{}", "[]")));

    /// <summary>JSON without white space, of every kind.</summary>
    public static Gen<string> Any { get; } = Value(4);

    /// <summary>Tokens by value: numbers by their text, strings by their UTF-16 code units, since System.Text.Json gives no string with a lone surrogate.</summary>
    public static string Canonical(string json)
    {
        var canonical = new StringBuilder();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = 1000 });
        while (reader.Read())
        {
            canonical.Append(reader.TokenType).Append(' ');
            var text = Encoding.UTF8.GetString(reader.ValueSpan);
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            {
                canonical.Append(text);
            }

            for (var i = 0; i < text.Length && reader.TokenType is (JsonTokenType.String or JsonTokenType.PropertyName); i++)
            {
                var unit = (int)text[i];
                if (unit == '\\')
                {
                    i++;
                    unit = text[i] switch { 'b' => 8, 't' => 9, 'n' => 10, 'f' => 12, 'r' => 13, 'u' => Convert.ToInt32(text.Substring(i + 1, 4), 16), var other => other };
                    i += text[i] == 'u' ? 4 : 0;
                }

                canonical.Append(unit).Append(',');
            }

            canonical.Append('\n');
        }

        return canonical.ToString();
    }

    private static Gen<string> Value(int depth) => depth == 0 ? Scalar : Gen.Frequency(
        (3, Scalar),
        (4, Gen.Select(String, Value(depth - 1), (key, value) => $"\"{key}\":{value}").Array[0, 4].Select(members => $"{{{string.Join(',', members)}}}")),
        (2, Value(depth - 1).Array[0, 3].Select(items => $"[{string.Join(',', items)}]")));
}
