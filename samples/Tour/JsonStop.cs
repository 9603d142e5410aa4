using System.Text.Json.Nodes;
using XmlJson;

namespace Tour;

/// <summary>JSON: values loaded, made and saved.</summary>
public static class JsonStop
{
    /// <summary>Loads books.json, writes an object, and shows the types.</summary>
    public static void Run(TextWriter output, string path)
    {
        var books = Json.LoadFile(path)!["books"]!.AsArray();
        foreach (var book in books)
        {
            output.WriteLine(Json.ToText(book));
        }

        var bob = new JsonObject { ["name"] = "Bob", ["age"] = 12, ["children"] = null };
        output.WriteLine(Json.ToText(bob));

        var file = Path.Combine(Path.GetTempPath(), $"tour-{Guid.NewGuid():N}.json");
        Json.SaveFile(bob, file, indented: true);
        output.WriteLine(File.ReadAllText(file));
        File.Delete(file);

        output.WriteLine($"{"JSON",-8} {"read as",-12} .NET value");
        foreach (var (json, name) in Types)
        {
            var value = Json.Load(json);
            output.WriteLine($"{name,-8} {Kind(value),-12} {Show(value)}");
        }
    }

    private static (string Json, string Name)[] Types =>
    [
        ("{\"a\":1}", "object"), ("[1,2]", "array"), ("\"text\"", "string"), ("12", "number"), ("1.5", "number"), ("true", "true"), ("false", "false"), ("null", "null"),
    ];

    private static string Kind(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => nameof(JsonObject),
        JsonArray => nameof(JsonArray),
        _ => nameof(JsonValue),
    };

    // The .NET type that holds the value, and the value.
    private static string Show(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject or JsonArray => Json.ToText(value),
        JsonValue v when v.TryGetValue<bool>(out var b) => $"bool {(b ? "true" : "false")}",
        JsonValue v when v.TryGetValue<int>(out var i) => $"int {i}",
        JsonValue v when v.TryGetValue<double>(out var d) => FormattableString.Invariant($"double {d}"),
        JsonValue v => $"string {v.GetValue<string>()}",
        _ => "",
    };
}
