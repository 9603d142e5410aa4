using XmlJson;

namespace Tour;

/// <summary>XML → JSON → XML, and JSON → XML → JSON.</summary>
public static class MappingStop
{
    /// <summary>Converts both files there and back.</summary>
    public static void Run(TextWriter output, string xmlPath, string jsonPath)
    {
        var xml = File.ReadAllText(xmlPath);
        var json = Xml.ToJson(xml);
        output.WriteLine(json);
        var back = Json.ToXml(json);
        output.WriteLine(back);
        output.WriteLine($"the same document again: {Xml.ToJson(back) == json}");

        json = Json.ToText(Json.LoadFile(jsonPath));
        xml = Json.ToXml(json);
        output.WriteLine(xml);
        output.WriteLine(Xml.ToJson(xml));
    }
}
