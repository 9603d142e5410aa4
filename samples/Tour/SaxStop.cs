using XmlJson;

namespace Tour;

/// <summary>SAX: a handler is told what the parser meets, and keeps nothing.</summary>
public static class SaxStop
{
    /// <summary>Prints each book's attributes and details.</summary>
    public static void Run(TextWriter output, string path) => Xml.ParseFile(path, new BookHandler(output));
}
