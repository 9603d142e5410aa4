using System.Buffers;
using System.Text;

namespace XmlJson.Tests.Sinks;

/// <summary>What the writer knows of a name's binding ends with the binding, also where names come from a parser.</summary>
public class DroppedDeclarationTests
{
    [Fact]
    public void A_name_bound_before_is_declared_again_when_its_declaration_is_dropped()
    {
        AssertWritten(
            """<a xmlns:p="u"><b p:x="1"/><b p:x="2"/><b p:x="3" xmlns:p="v"/><b p:x="4"/></a>""",
            """<a xmlns:p="u"><b p:x="1"/><drop xmlns:q="w"><b p:x="2"/></drop><drop xmlns:p="v"><b p:x="3"/></drop><b p:x="4"/></a>""");
    }

    [Fact]
    public void An_element_bound_before_is_declared_again_when_its_declaration_is_dropped()
    {
        AssertWritten(
            """<a xmlns:p="u"><p:b/><p:b y="1"/><p:b y="2" xmlns:p="v"/><p:b/><c xmlns="w"/><c/></a>""",
            """<a xmlns:p="u"><p:b/><p:b y="1"/><drop xmlns:p="v"><p:b y="2"/></drop><p:b/><drop xmlns="w"><c/></drop><c/></a>""");
    }

    [Fact]
    public void An_element_that_binds_the_prefix_of_its_attributes_otherwise_is_refused()
    {
        using var writer = new Utf8XmlWriter(new ArrayBufferWriter<byte>());
        var handler = new Renaming(writer);
        using var parser = new Utf8XmlParser();

        Assert.Throws<InvalidOperationException>(() =>
            parser.Parse("""<r xmlns:p="u1" xmlns:s="u2"><x/><p:x p:y="0"/><p:x p:a="1"/></r>"""u8, ref handler));
    }

    // Gives the element whose attribute is p:a another namespace, which is bound to another prefix.
    private sealed class Renaming(Utf8XmlWriter writer) : ContentHandler
    {
        private readonly XmlNames _names = new();

        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
        {
            var isRenamed = attributes.TryGet("p:a"u8, out _);
            writer.StartElement(isRenamed ? _names.Get("p:x"u8, "u2"u8) : name, attributes);
        }

        public override void EndElement(scoped in XmlName name) => writer.EndElement(in name);
    }

    private static void AssertWritten(string expected, string document)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8XmlWriter(output))
        {
            var handler = new Dropping(writer);
            new Utf8XmlParser().Parse(Encoding.UTF8.GetBytes(document), ref handler);
        }

        Assert.Equal(expected, Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private sealed class Dropping(Utf8XmlWriter writer) : ContentHandler
    {
        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
        {
            if (!name.Is("drop"u8))
            {
                writer.StartElement(in name, attributes);
            }
        }

        public override void EndElement(scoped in XmlName name)
        {
            if (!name.Is("drop"u8))
            {
                writer.EndElement(in name);
            }
        }
    }
}
