using XmlJson;
using XmlJson.Dom;
using XmlJson.ElementTree;
using XmlJson.Mapping;

// A little of everything, printed: .ci/run compares it with expected.txt, however the program was published.
const string Order = """<order id="7"><item>tea</item><item>milk</item></order>""";
Console.WriteLine(Xml.ToJson(Order));
Console.WriteLine(Json.ToXml("""{"order":{"@id":"7","item":["tea","milk"]}}"""));
Console.WriteLine(Xml.ToJson(Order, LosslessConvention.Default));

var counter = new EventCounter();
Xml.Parse(Order, ref counter);
Console.WriteLine($"{counter.Elements} elements");

using (var document = Xml.Load(Order))
{
    document.Root.SubElement("item").Text = "bread";
    Console.WriteLine(document.Root.FindAll("item").Count());
    Console.WriteLine(document.GetElementsByTagName("item").Count);
    Console.WriteLine(document.ToXml());
}

try
{
    Xml.ToJson("<a><b></a>");
}
catch (XmlSyntaxException error)
{
    Console.WriteLine($"{error.Code}: {error.Message}");
}
