namespace Tour;

/// <summary>The stops of the tour, in order.</summary>
public static class Stops
{
    /// <summary>Walks through all of them.</summary>
    /// <param name="output">What they print.</param>
    /// <param name="folder">Where books.xml and books.json are.</param>
    public static void All(TextWriter output, string folder)
    {
        var xml = Path.Combine(folder, "books.xml");
        var json = Path.Combine(folder, "books.json");
        Stop(output, "1. SAX: events", () => SaxStop.Run(output, xml));
        Stop(output, "2. DOM: nodes", () => DomStop.Run(output, xml));
        Stop(output, "3. ElementTree: elements", () => ElementTreeStop.Run(output, xml));
        Stop(output, "4. JSON: values", () => JsonStop.Run(output, json));
        Stop(output, "5. XML to JSON and back", () => MappingStop.Run(output, xml, json));
    }

    private static void Stop(TextWriter output, string title, Action run)
    {
        output.WriteLine($"=== {title}");
        run();
        output.WriteLine();
    }
}
