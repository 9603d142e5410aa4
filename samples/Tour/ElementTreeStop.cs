using XmlJson;
using XmlJson.ElementTree;

namespace Tour;

/// <summary>ElementTree: the document as elements, with the text in and behind each.</summary>
public static class ElementTreeStop
{
    /// <summary>Finds, indexes, edits, walks and writes.</summary>
    public static void Run(TextWriter output, string path)
    {
        using var document = Xml.LoadFile(path);
        var root = document.Root;
        output.WriteLine($"root: {root.Tag}, {root.Count} children");

        foreach (var book in root.FindAll("book"))
        {
            output.WriteLine(string.Join(" | ", book.Select(item => $"{item.Tag}: {Line(item.Text)}")));
        }

        var book2 = root[1];
        output.WriteLine($"root[0]: {root[0]} {root[0].Get("id")}; book2[2]: {book2[2]} {book2[2].Text}");

        book2.SubElement("Published").Text = "Today";
        book2.Find("price")?.Text = "£12.00";
        foreach (var element in book2.Iter())
        {
            var attributes = string.Concat(element.Attrib.Select(attribute => $" {attribute.Key}={attribute.Value}"));
            output.WriteLine($"{element.Tag}{attributes} text: {Line(element.Text)} tail: {Quote(element.Tail)}");
        }

        output.WriteLine(book2.ToXml());

        var file = Path.Combine(Path.GetTempPath(), $"tour-{Guid.NewGuid():N}.xml");
        document.SaveFile(file);
        using var again = Xml.LoadFile(file);
        output.WriteLine($"written and read again: {again.Root[1].FindText("Published")}, {again.Root[1].FindText("price")}");
        File.Delete(file);
    }

    private static string Line(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Quote(string? text) => text is null ? "none" : $"'{text.Replace("\n", "\\n", StringComparison.Ordinal)}'";
}
