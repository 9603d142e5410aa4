using CsCheck;
using XmlJson.Dom;
using XmlJson.ElementTree;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees;

/// <summary>Elements with many attributes: whatever finds them sooner finds the same.</summary>
public class AttributeIndexTests
{
    private const int Million = Effort.Million;

    // Enough of them that an element is given an index.
    private static readonly Gen<(int Operation, int Number)[]> Steps = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 200]).Array[1, 60];

    [Fact]
    public void Changes_do_what_they_do_to_a_list() => Steps.Sample(
        steps =>
        {
            using var document = new Document();
            var element = document.SetRoot("r", [.. Enumerable.Range(0, 150).Select(i => (NameOf(i), $"{i}"))]);
            var model = Enumerable.Range(0, 150).Select(i => KeyValuePair.Create(NameOf(i), $"{i}")).ToList();
            foreach (var (operation, number) in steps)
            {
                Change(element, model, operation, NameOf(number));
                foreach (var key in model.Select(pair => pair.Key).Append("none").Append(NameOf(number)))
                {
                    Assert.Equal((key, model.Where(pair => pair.Key == key).Select(pair => pair.Value).SingleOrDefault()), (key, element.Get(key)));
                }

                Assert.Equal(model, element.Items());
            }
        },
        iter: 200);

    [Fact]
    public void A_declaration_among_many_attributes_is_found()
    {
        using var document = new Document();
        var root = document.SetRoot("r");
        for (var i = 0; i < 500; i++)
        {
            root.Set(i % 100 == 50 ? $"xmlns:p{i}" : $"a{i}", $"urn:{i}");
        }

        Assert.Equal("urn:450", root.Get("xmlns:p450"));
        Assert.Equal("p350:x", root.SubElement("{urn:350}x").Name.ToString());
        Assert.Equal("urn:150", document.DocumentElement.LookupNamespaceUri("p150"));
        root.Attrib.Remove("xmlns:p350");
        Assert.Equal("x", root.SubElement("{urn:350}x").Tag[^1..]);
        Assert.Null(root.Get("xmlns:p350"));
        Assert.Equal("p450:x", root.SubElement("{urn:450}x").Name.ToString());
    }

    [Fact]
    public void A_million_attributes_are_set_and_found_in_linear_time()
    {
        using var document = new Document();
        var root = document.SetRoot("r");
        for (var i = 0; i < Million; i++)
        {
            root.Set($"a{i}", "1");
        }

        for (var i = Million - 1; i >= 0; i--)
        {
            root.Set($"a{i}", "22");
        }

        Assert.Equal(Million, root.Attrib.Count);
        Assert.Equal(Million, root.Keys().Count(key => root.Get(key) == "22"));
        for (var i = 0; i < Million; i++)
        {
            Assert.True(root.Attrib.Remove($"a{i}"));
        }

        Assert.Empty(root.Attrib);
    }

    [Fact]
    public void An_element_is_made_with_a_million_attributes_in_linear_time()
    {
        using var document = new Document();
        var attributes = Enumerable.Range(0, Million).Select(i => (i % 2 == 0 ? $"a{i}" : $"{{urn:a}}a{i}", "1")).ToArray();
        var root = document.SetRoot("r", attributes);
        var child = root.SubElement("{urn:a}c", attributes);
        Assert.Equal(Million, child.Attrib.Count);
        Assert.Equal("1", child.Get($"{{urn:a}}a{Million - 1}"));
        child.Attrib.Clear();
        Assert.Empty(child.Attrib);
        Assert.Equal(Million, root.Attrib.Count);
    }

    [Fact]
    public void Clearing_the_attributes_leaves_the_declarations()
    {
        using var document = DocumentLoader.Load("<r a='1' xmlns:p='urn:p' b='2' xmlns='urn:d' p:c='3'><p:x/></r>");
        document.Root.Attrib.Clear();
        Assert.Equal("""<r xmlns:p="urn:p" xmlns="urn:d"><p:x/></r>""", XmlText.Of(document));
        document.Root.Attrib.Clear();
        document.Root.Set("d", "4");
        Assert.Equal("""<r xmlns:p="urn:p" xmlns="urn:d" d="4"><p:x/></r>""", XmlText.Of(document));
    }

    private static string NameOf(int number) => number % 5 == 0 ? $"{{urn:{number % 3}}}a{number}" : $"a{number}";

    private static void Change(Element element, List<KeyValuePair<string, string>> model, int operation, string key)
    {
        var place = model.FindIndex(pair => pair.Key == key);
        switch (operation)
        {
            case < 5:
                element.Set(key, $"new{operation}");
                if (place < 0)
                {
                    model.Add(KeyValuePair.Create(key, $"new{operation}"));
                }
                else
                {
                    model[place] = KeyValuePair.Create(key, $"new{operation}");
                }

                break;
            case < 8:
                Assert.Equal(place >= 0, element.Attrib.Remove(key));
                model.RemoveAll(pair => pair.Key == key);
                break;
            case 8:
                // The first and the last one.
                element.Attrib.Remove(model[0].Key);
                element.Attrib.Remove(model[^1].Key);
                model.RemoveAt(0);
                model.RemoveAt(model.Count - 1);
                break;
            default:
                var copy = element.Copy();
                Assert.Equal(model, copy.Items());
                copy.Attrib.Clear();
                Assert.Empty(copy.Attrib);
                break;
        }
    }
}
