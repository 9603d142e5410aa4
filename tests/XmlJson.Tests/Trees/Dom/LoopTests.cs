using System.Globalization;
using CsCheck;
using XmlJson.Dom;
using XmlJson.ElementTree;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.Dom;

/// <summary>Loops over positions, in the manner of the DOM, while the lists change: right, and linear.</summary>
public class LoopTests
{
    private const int Many = 100_000;

    private static readonly Gen<(int Operation, int X, int Y)[]> Steps = Gen.Select(Gen.Int[0, 7], Gen.Int[0, 1000], Gen.Int[0, 1000]).Array[1, 60];

    [Fact]
    public void A_list_of_children_is_right_after_every_change() => Steps.Sample(steps =>
    {
        using var document = DocumentLoader.Load("<r><a/><b/></r>");
        Node r = document.DocumentElement, a = r.FirstChild!.Value;
        List<Node> ofR = [.. r.ChildNodes], ofA = [];
        foreach (var (operation, x, y) in steps)
        {
            var (parent, model) = (operation + x) % 3 == 0 ? (a, ofA) : (r, ofR);
            var position = model.Count == 0 ? 0 : x % model.Count;
            switch (operation)
            {
                case 0 or 1:
                    model.Add(parent.AppendChild(operation == 0 ? document.CreateElement("n") : document.CreateTextNode("t")));
                    break;
                case 2 or 3 when model.Count > 0:
                    model.Insert(position, parent.InsertBefore(operation == 2 ? document.CreateElement("n") : document.CreateTextNode("t"), model[position]));
                    break;
                case 4 when model.Count > 0 && model[position] != a:
                    parent.RemoveChild(model[position]);
                    model.RemoveAt(position);
                    break;
                case 5 when model.Count > 0:
                    Assert.Equal(model[position], parent.ChildNodes[position]);
                    break;
                case 6:
                    Assert.Equal(model.Count, parent.ChildNodes.Count);
                    break;
                default:
                    Assert.Equal(y < model.Count ? model[y] : null, parent.ChildNodes.Item(y));
                    break;
            }

            var elements = document.Root.Select(element => element.Tag).ToArray();
            Assert.Equal(elements, Enumerable.Range(0, document.Root.Count).Select(i => document.Root[i].Tag));
        }

        Assert.Equal(ofR, r.ChildNodes);
        Assert.Equal(ofA, a.ChildNodes);
    });

    [Fact]
    public void A_map_of_many_attributes_is_right_after_every_change() => Steps.Sample(steps =>
    {
        using var document = new Document();
        var r = document.AppendChild(document.CreateElement("r"));
        var model = new List<string>();
        for (var i = 0; i < 100; i++)
        {
            Set(i);
        }

        foreach (var (operation, x, y) in steps)
        {
            var position = model.Count == 0 ? 0 : x % model.Count;
            switch (operation)
            {
                case 0 or 1:
                    Set(y);
                    break;
                case 2 when model.Count > 0:
                    r.RemoveAttributeNode(r.Attributes[y % 3 == 0 ? position : y % 3 == 1 ? 0 : ^1]);
                    model.RemoveAt(y % 3 == 0 ? position : y % 3 == 1 ? 0 : model.Count - 1);
                    break;
                case 3 when model.Count > 0 && !model.Contains($"b{y}"):
                    document.RenameNode(r.Attributes[position], "", $"b{y}");
                    model[position] = $"b{y}";
                    break;
                case 4:
                    Assert.Equal(model.Contains($"a{y}"), r.HasAttribute($"a{y}"));
                    break;
                case 5 when model.Count > 0:
                    Assert.Equal(model[position], r.Attributes[position].NodeName);
                    Assert.Equal(r, r.Attributes[position].OwnerElement);
                    break;
                default:
                    Assert.Equal(model.Count, r.Attributes.Count);
                    Assert.Equal(y < model.Count ? model[y] : null, r.Attributes.Item(y)?.NodeName);
                    break;
            }
        }

        Assert.Equal(model, r.Attributes.Select(attribute => attribute.NodeName));
        Assert.All(model, name => Assert.Equal(name, r.GetAttributeNodeNS(null, name)?.NodeName));

        void Set(int number)
        {
            r.SetAttribute($"a{number}", "v");
            model.AddRange(model.Contains($"a{number}") ? [] : [$"a{number}"]);
        }
    });

    [Fact]
    public void Children_may_come_and_go_in_a_loop_over_positions()
    {
        using var document = new Document();
        var r = document.AppendChild(document.CreateElement("r"));
        while (r.ChildNodes.Count < Many)
        {
            r.AppendChild(document.CreateElement("a"));
        }

        for (var i = 0; i < r.ChildNodes.Count; i++)
        {
            r.ChildNodes[i].SetAttribute("n", "1");
            r.ChildNodes[i].AppendChild(document.CreateTextNode("t"));
        }

        for (var i = 0; i < r.ChildNodes.Count; i += 2)
        {
            r.InsertBefore(document.CreateComment("c"), r.ChildNodes[i]);
        }

        Assert.Equal(2 * Many, r.ChildNodes.Count);
        for (var i = 0; i < r.ChildNodes.Count; i++)
        {
            r.RemoveChild(r.ChildNodes[i]);
        }

        Assert.Equal(Many, r.ChildNodes.Count(node => node.NodeType == NodeType.Element));
        while (r.ChildNodes.Count > Many / 2)
        {
            r.RemoveChild(r.ChildNodes[0]);
        }

        while (r.ChildNodes.Count > 0)
        {
            r.RemoveChild(r.ChildNodes[^1]);
        }

        Assert.Null(r.FirstChild);
    }

    [Fact]
    public void Attributes_may_come_and_go_in_a_loop_over_positions_and_names()
    {
        using var document = new Document();
        var r = document.AppendChild(document.CreateElement("r"));
        string[] names = [.. Enumerable.Range(0, Many).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i}"))];
        foreach (var name in names)
        {
            r.SetAttribute(name, name);
        }

        var map = r.Attributes;
        for (var i = 0; i < map.Count; i++)
        {
            var attribute = map[i];
            Assert.Equal(names[i], attribute.Value);
            Assert.Equal(r, attribute.OwnerElement);
            attribute.Value = "v";
        }

        Assert.All(names, name => Assert.Equal("v", r.GetAttribute(name)));
        while (map.Count > Many / 2)
        {
            r.RemoveAttributeNode(map[0]);
        }

        while (map.Count > 0)
        {
            r.RemoveAttributeNode(map[^1]);
        }

        Assert.False(r.HasAttributes());
    }

    [Fact]
    public void Many_comments_beside_the_root_take_linear_time()
    {
        using var document = new Document();
        var r = document.AppendChild(document.CreateElement("r"));
        for (var i = 0; i < Many; i++)
        {
            document.AppendChild(document.CreateComment("c"));
        }

        Assert.Null(document.Doctype);
        Assert.Equal(r, document.DocumentElement);
        Assert.Equal(Many + 1, document.ChildNodes.Count);
    }

    [Fact]
    public void A_walk_over_attributes_sees_that_the_next_one_has_gone()
    {
        using var document = DocumentLoader.Load("<r a='1' b='2' c='3'><x/></r>");
        var r = document.DocumentElement;
        foreach (var attribute in r.CloneNode(true).Attributes)
        {
            attribute.OwnerElement!.Value.RemoveAttributeNode(attribute);
        }

        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var attribute in r.Attributes)
            {
                r.RemoveAttribute("b");
            }
        });
        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var attribute in r.Attributes)
            {
                r.FirstChild!.Value.SetAttributeNode(r.RemoveAttributeNode(r.Attributes["c"]));
            }
        });
        Assert.Equal(["a"], r.Attributes.Select(attribute => attribute.NodeName));
    }
}
