using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees;

public class PublicNameTests
{
    // Names that `using` side by side with the platform's would make ambiguous.
    private static readonly string[] Namespaces = ["System", "System.Xml", "System.Xml.Linq", "System.Text.Json", "System.Text.Json.Nodes"];

    [Fact]
    public void No_public_type_shares_its_name_with_one_of_the_platform()
    {
        var platform = new[] { typeof(object), typeof(Uri), typeof(XmlReader), typeof(XDocument), typeof(JsonDocument), typeof(JsonNode), typeof(Console) }
            .Select(type => type.Assembly).Distinct().SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => Namespaces.Contains(type.Namespace) && !type.IsNested).Select(NameOf).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("Attribute", platform);
        Assert.Contains("XmlReader", platform);
        var own = typeof(Document).Assembly.GetExportedTypes().Where(type => !type.IsNested).Select(NameOf).ToArray();
        Assert.Contains("Element", own);
        Assert.Empty(own.Intersect(platform, StringComparer.Ordinal));
    }

    private static string NameOf(Type type) => type.Name.Split('`')[0];
}
