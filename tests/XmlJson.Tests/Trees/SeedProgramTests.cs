using System.Globalization;
using System.Text;
using XmlJson.Dom;
using XmlJson.ElementTree;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees;

/// <summary>The well-known first programs of Python's minidom and ElementTree, as one writes them here.</summary>
public class SeedProgramTests
{
    private static readonly string[] Details = ["author", "title", "genre", "price", "publish_date", "description"];

    private static Document LoadBooks() => DocumentLoader.Load(File.ReadAllBytes(Repository.PathOf("samples", "books.xml")));

    [Fact]
    public void Dom_children_of_the_document_and_of_the_root()
    {
        using var document = LoadBooks();
        Assert.Equal(["Element catalog"], document.ChildNodes.Select(child => child.ToString()));
        Assert.Equal("catalog", document.FirstChild!.Value.TagName);

        var catalog = document.DocumentElement;
        Assert.Equal(25, catalog.ChildNodes.Count);
        Assert.Equal("\n   ", catalog.ChildNodes[0].NodeValue);
        Assert.Equal("book", catalog.ChildNodes[1].NodeName);
        Assert.Equal(NodeType.Text, catalog.ChildNodes[^1].NodeType);
    }

    [Fact]
    public void Dom_children_without_the_white_space_between_them()
    {
        using var document = LoadBooks();
        var book1 = document.DocumentElement.ChildNodes[1];

        // Python: book1.childNodes[1:-1:2]
        Assert.Equal(Details, book1.ChildNodes[1..^1].Every(2).Select(child => child.TagName));
        Assert.Equal("Okafor, Adaeze", book1.ChildNodes[1..^1].Every(2)[0].FirstChild?.NodeValue);
    }

    [Fact]
    public void Dom_books_by_tag_name_with_their_ids_and_details()
    {
        using var document = LoadBooks();
        var lines = new List<string>();
        foreach (var book in document.GetElementsByTagName("book"))
        {
            lines.Add(book.Attributes["id"].NodeValue!);
            foreach (var detail in book.ChildNodes[1..^1].Every(2))
            {
                lines.Add($"{detail.TagName}: {detail.FirstChild?.NodeValue}");
            }
        }

        Assert.Equal(12 * 7, lines.Count);
        Assert.Equal(["bk101", "author: Okafor, Adaeze", "title: Streams Without End"], lines[..3]);
        Assert.Contains("author: Whitlock & Daughters", lines);
    }

    [Fact]
    public void Dom_text_extracted_recursively()
    {
        static void Extract(Node node, StringBuilder text)
        {
            foreach (var child in node.ChildNodes)
            {
                if (child.NodeType == NodeType.Text)
                {
                    text.Append(child.NodeValue);
                }
                else if (child.HasChildNodes())
                {
                    Extract(child, text);
                }
            }
        }

        using var document = LoadBooks();
        var text = new StringBuilder();
        Extract(document.AsNode(), text);
        Assert.Contains("Streams Without End", text.ToString(), StringComparison.Ordinal);
        Assert.Equal(document.DocumentElement.TextContent, text.ToString());
    }

    [Fact]
    public void ElementTree_items_and_their_texts()
    {
        using var document = LoadBooks();
        var root = document.Root;
        Assert.Equal("catalog", root.Tag);
        var lines = new List<string>();
        foreach (var book in root.FindAll("book"))
        {
            foreach (var item in book)
            {
                lines.Add($"{item.Tag} {item.Text}");
            }
        }

        Assert.Equal(12 * 6, lines.Count);
        Assert.Equal("author Okafor, Adaeze", lines[0]);
        Assert.Equal("title Salt & Smoke", lines[13]);
    }

    [Fact]
    public void ElementTree_children_by_index()
    {
        using var document = LoadBooks();
        var root = document.Root;
        Assert.Equal("<Element 'book'>", root[0].ToString());
        var book2 = root[1];
        Assert.Equal("genre", book2[2].Tag);
        Assert.Equal("Mystery", book2[2].Text);
        Assert.Equal(12, root.Count);
        Assert.Equal(["bk102", "bk103"], root[1..3].Select(book => book.Get("id")));
        Assert.Equal("bk112", root[^1].Get("id"));
    }

    [Fact]
    public void ElementTree_changes()
    {
        using var document = LoadBooks();
        var root = document.Root;
        root[0].SubElement("Published").Text = "Today";
        root[0].Find("price")?.Text = "£12.00";

        using var copy = new DocumentBuilder();
        document.WriteTo(copy);
        using var changed = copy.TakeDocument();
        Assert.Equal("Today", changed.FindText("book/Published"));
        Assert.Equal("£12.00", changed.FindText("book[@id='bk101']/price"));
        Assert.Equal("Published", changed.Root[0][^1].Tag);
        Assert.Equal("8.95", changed.FindText("book[2]/price"));
    }

    [Fact]
    public void ElementTree_walked_depth_first()
    {
        using var document = LoadBooks();
        var root = document.Root;
        Assert.Equal(1 + (12 * 7), root.Iter().Count());
        Assert.Equal(["catalog", "book", "author", "title"], document.Iter().Take(4).Select(element => element.Tag));
        Assert.Equal(12, root.Iter("price").Count());
        Assert.All(root.Iter("price"), price => Assert.True(decimal.Parse(price.Text!, CultureInfo.InvariantCulture) > 0));
        Assert.Equal("\n   ", root.Text);
        Assert.Equal("\n   ", root[0].Tail);
        Assert.Equal("\n", root[^1].Tail);
        Assert.Null(root.Tail);
        Assert.Equal("bk101", root[0].Attrib["id"]);
        Assert.Equal(["id"], root[0].Keys());
    }
}
