using System.Text;
using System.Xml.Linq;
using CsCheck;
using XmlJson.Dom;
using XmlJson.ElementTree;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees;

/// <summary>Random sequences of changes, made to a document and to a model of it: after each the two say the same, and the links agree.</summary>
public class EditLawTests
{
    private static readonly string[] Names = ["a", "b", "{urn:1}a", "{urn:2}b"];

    // A step: what to do, and numbers that choose the nodes.
    private static readonly Gen<(int Operation, int X, int Y, int Z)[]> Steps =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[0, 1000]).Array[1, 40];

    [Fact]
    public void Changes_through_the_DOM_do_what_they_do_to_an_XDocument() => Steps.Sample(
        steps =>
        {
            using var document = DocumentLoader.Load("<a><b>x</b><a/></a>");
            var model = XDocument.Parse("<a><b>x</b><a/></a>", LoadOptions.PreserveWhitespace);
            foreach (var step in steps)
            {
                Change(document, model, step);
                Assert.Equal(Describe(model.Root!), Describe(document.DocumentElement));
                CheckLinks(document);
                CheckIndexes(document, step.X + step.Y);
            }

            // What is written reads back as the same.
            using var builder = new DocumentBuilder();
            document.WriteTo(builder);
            using var again = builder.TakeDocument();
            again.DocumentElement.Normalize();
            document.DocumentElement.Normalize();
            Assert.Equal(Describe(document.DocumentElement, declarations: false), Describe(again.DocumentElement, declarations: false));
            var text = XmlText.Of(document);
            Assert.Equal(DocumentLoader.LogOf(Encoding.UTF8.GetBytes(text)), DocumentLoader.LogOf(document));
        },
        iter: 300);

    [Fact]
    public void Changes_through_ElementTree_do_what_they_do_to_a_list_of_texts_and_tails() => Steps.Sample(
        steps =>
        {
            using var document = DocumentLoader.Load("<a>t<b>x</b>y<a/></a>");
            var model = new Model("a") { Text = "t" };
            model.Children.Add(new Model("b") { Text = "x", Tail = "y" });
            model.Children.Add(new Model("a"));
            foreach (var step in steps)
            {
                Change(document.Root, model, document, step);
                Assert.Equal(Describe(model), Describe(document.Root));
                CheckLinks(document);
                CheckIndexes(document, step.X + step.Y);
            }

            using var builder = new DocumentBuilder();
            document.WriteTo(builder);
            using var again = builder.TakeDocument();
            Assert.Equal(Describe(document.Root), Describe(again.Root));
        },
        iter: 300);

    private static void Change(Document document, XDocument model, (int Operation, int X, int Y, int Z) step)
    {
        var elements = document.GetElementsByTagName("*");
        var models = model.Descendants().ToArray();
        var x = step.X % models.Length;
        var y = step.Y % models.Length;
        var (node, element) = (elements[x], models[x]);
        var (other, otherElement) = (elements[y], models[y]);
        var name = Names[step.Z % Names.Length];
        var text = $"t{step.Z}";
        switch (step.Operation)
        {
            case 0:
                node.AppendChild(Create(document, name));
                element.Add(new XElement(name));
                break;
            case 1:
                node.InsertBefore(document.CreateComment(text), node.FirstChild);
                element.AddFirst(new XComment(text));
                break;
            case 2 when y != 0:
                other.ParentNode!.Value.InsertBefore(document.CreateCDataSection(text), other);
                otherElement.AddBeforeSelf(new XCData(text));
                break;
            case 3 when !otherElement.DescendantsAndSelf().Contains(element) && y != 0:
                node.AppendChild(other);
                otherElement.Remove();
                element.Add(otherElement);
                break;
            case 4 when y != 0:
                other.ParentNode!.Value.RemoveChild(other);
                otherElement.Remove();
                break;
            case 5:
                node.SetAttributeNS(NamespaceOf(name), name.StartsWith('{') ? $"p{step.Z % 3}:{LocalOf(name)}" : name, text);
                element.SetAttributeValue(name, text);
                break;
            case 6:
                node.RemoveAttributeNS(NamespaceOf(name), LocalOf(name));
                element.SetAttributeValue(name, null);
                break;
            case 7:
                document.RenameNode(node, NamespaceOf(name), LocalOf(name));
                element.Name = name;
                break;
            case 8:
                node.TextContent = text;
                element.Value = text;
                break;
            case 9 when y != 0:
                var clone = node.CloneNode(true);
                other.ParentNode!.Value.ReplaceChild(clone, other);
                otherElement.ReplaceWith(new XElement(element));
                break;
            default:
                break;
        }
    }

    private static void Change(Element root, Model model, Document document, (int Operation, int X, int Y, int Z) step)
    {
        var elements = root.Iter().ToArray();
        var models = model.All().ToArray();
        Assert.Equal(models.Length, elements.Length);
        var x = step.X % models.Length;
        var y = step.Y % models.Length;
        var (element, node) = (elements[x], models[x]);
        var (other, otherNode) = (elements[y], models[y]);
        var parent = models.FirstOrDefault(candidate => candidate.Children.Contains(otherNode));
        var parentElement = parent is null ? default : elements[Array.IndexOf(models, parent)];
        var text = step.Z % 5 == 0 ? null : $"t{step.Z}";
        var index = step.Z % (node.Children.Count + 1);
        var name = Names[step.Z % Names.Length];
        switch (step.Operation)
        {
            case 0:
                element.Text = text;
                node.Text = text;
                break;
            case 1 when parent is not null:
                other.Tail = text;
                otherNode.Tail = text;
                break;
            case 2:
                element.SubElement(name).Text = text;
                node.Children.Add(new Model(name) { Text = text });
                break;
            case 3:
                var made = document.MakeElement(name);
                made.Tail = text;
                element.Insert(index, made);
                node.Children.Insert(index, new Model(name) { Tail = text });
                break;
            case 4 when parent is not null:
                parentElement.Remove(other);
                parent.Children.Remove(otherNode);
                break;
            case 5 when parent is not null && !otherNode.All().Contains(node):
                element.Append(other);
                parent.Children.Remove(otherNode);
                node.Children.Add(otherNode);
                break;
            case 6 when node.Children.Count > 0:
                element.RemoveAt(step.Z % node.Children.Count);
                node.Children.RemoveAt(step.Z % node.Children.Count);
                break;
            case 7 when node.Children.Count > 0:
                element[step.Z % node.Children.Count] = document.MakeElement(name);
                node.Children[step.Z % node.Children.Count] = new Model(name);
                break;
            case 8:
                element.Tag = name;
                node.Tag = name;
                break;
            case 9 when parent is not null && step.Z % 4 == 0:
                other.Clear();
                otherNode.Children.Clear();
                (otherNode.Text, otherNode.Tail) = (null, null);
                break;
            default:
                break;
        }
    }

    // Every link is the other's mirror: what Link and Unlink must keep.
    // What is remembered of positions and lengths outlives the changes, and must be right after each of them.
    private static void CheckIndexes(Document document, int seed)
    {
        var parents = new List<int>();
        for (var row = 0; row != 0 || parents.Count == 0; row = document.Following(row, 0))
        {
            parents.Add(row);
        }

        foreach (var row in parents)
        {
            foreach (var elementsOnly in new[] { true, false })
            {
                var children = new List<int>();
                for (var child = document.Node(row).FirstChild; child != 0; child = document.Node(child).Next)
                {
                    if (!elementsOnly || document.Node(child).IsElementLike)
                    {
                        children.Add(child);
                    }
                }

                Assert.Equal(children.Append(0), Enumerable.Range(0, children.Count + 1).Select(index => document.ChildAt(row, index, elementsOnly)));
                Assert.Equal(children.Count, document.CountChildren(row, elementsOnly));
            }
        }

        // What the next change meets.
        var parent = parents[seed % parents.Count];
        foreach (var elementsOnly in new[] { true, false })
        {
            document.ChildAt(parent, seed % (document.CountChildren(parent, elementsOnly) + 1), elementsOnly);
        }
    }

    private static void CheckLinks(Document document)
    {
        for (var row = 0; row != 0 || document.Node(0).FirstChild != 0; row = document.Following(row, 0))
        {
            var previous = 0;
            for (var child = document.Node(row).FirstChild; child != 0; child = document.Node(child).Next)
            {
                Assert.Equal(row, document.Node(child).Parent);
                Assert.Equal(previous, document.PreviousSibling(child));
                previous = child;
            }

            Assert.Equal(previous, document.LastChild(row));
            if (document.Following(row, 0) == 0)
            {
                return;
            }
        }
    }

    private static Node Create(Document document, string name) => document.CreateElementNS(NamespaceOf(name), LocalOf(name));

    private static string NamespaceOf(string name) => name.StartsWith('{') ? name[1..name.IndexOf('}', StringComparison.Ordinal)] : "";

    private static string LocalOf(string name) => name[(name.IndexOf('}', StringComparison.Ordinal) + 1)..];

    private static string Describe(Node node, bool declarations = false)
    {
        var attributes = node.Attributes.Where(attribute => declarations || attribute.NamespaceUri != "http://www.w3.org/2000/xmlns/")
            .Select(attribute => $" {{{attribute.NamespaceUri}}}{attribute.LocalName}={attribute.Value}").Order(StringComparer.Ordinal);
        var children = node.ChildNodes.Select(child => child.NodeType == NodeType.Element ? Describe(child, declarations) : $"{child.NodeType}:{child.NodeValue}");
        return $"<{{{node.NamespaceUri}}}{node.LocalName}{string.Concat(attributes)}>{string.Join('|', children)}</>";
    }

    private static string Describe(XElement element)
    {
        var attributes = element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration)
            .Select(attribute => $" {{{attribute.Name.NamespaceName}}}{attribute.Name.LocalName}={attribute.Value}").Order(StringComparer.Ordinal);
        var children = element.Nodes().Select(child => child switch
        {
            XElement inner => Describe(inner),
            XCData data => $"CDataSection:{data.Value}",
            XText text => $"Text:{text.Value}",
            XComment comment => $"Comment:{comment.Value}",
            _ => throw new InvalidOperationException(),
        });
        return $"<{{{element.Name.NamespaceName}}}{element.Name.LocalName}{string.Concat(attributes)}>{string.Join('|', children)}</>";
    }

    private static string Describe(Element element) => $"<{element.Tag}>{element.Text}{string.Concat(element.Select(Describe))}</>{element.Tail}";

    private static string Describe(Model model) => $"<{model.Tag}>{model.Text}{string.Concat(model.Children.Select(Describe))}</>{model.Tail}";

    private sealed class Model(string tag)
    {
        public string Tag { get; set; } = tag;

        public string? Text { get; set; }

        public string? Tail { get; set; }

        public List<Model> Children { get; } = [];

        public IEnumerable<Model> All() => Children.SelectMany(child => child.All()).Prepend(this);
    }
}
