using System.Globalization;
using System.Runtime.Serialization;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using System.Xml.Serialization;
using XmlJson.ElementTree;

namespace XmlJson.Tests.Trees.SystemXml;

/// <summary>What the platform builds on <see cref="XmlReader"/> takes the reader of a document.</summary>
public class SerializerTests
{
    private const string OrderXml = """
        <?xml version="1.0" encoding="utf-8"?>
        <o:order xmlns:o="urn:orders" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" number="7" currency="EUR">
          <!-- note -->
          <o:customer>Ann &amp; <![CDATA[<Bob>]]></o:customer>
          <o:placed>2026-11-23T10:00:00Z</o:placed>
          <o:line sku="a"><o:amount>2</o:amount><o:price>1.50</o:price></o:line>
          <o:line sku="b"><o:amount>1</o:amount><o:price>20</o:price><o:note xsi:nil="true"/></o:line>
          <o:extra xsi:type="xsd:int">42</o:extra>
        </o:order>
        """;

    private const string OrderSchema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:s" xmlns="urn:s" elementFormDefault="qualified">
          <xs:element name="list">
            <xs:complexType>
              <xs:sequence><xs:element name="item" type="item" maxOccurs="unbounded"/></xs:sequence>
              <xs:attribute name="kind" type="xs:NCName" default="plain"/>
            </xs:complexType>
            <xs:unique name="ids"><xs:selector xpath="item"/><xs:field xpath="@id"/></xs:unique>
          </xs:element>
          <xs:complexType name="item"><xs:simpleContent><xs:extension base="xs:int"><xs:attribute name="id" type="xs:ID" use="required"/><xs:attribute name="type" type="xs:QName"/></xs:extension></xs:simpleContent></xs:complexType>
        </xs:schema>
        """;

    [Fact]
    public void XmlSerializer_reads_what_it_reads_from_text()
    {
        var serializer = new XmlSerializer(typeof(Order));
        using var text = XmlReader.Create(new StringReader(OrderXml));
        var expected = (Order)serializer.Deserialize(text)!;
        using var document = Xml.Load(OrderXml);
        using var reader = document.CreateReader();
        var order = (Order)serializer.Deserialize(reader)!;
        Assert.Equal(Show(expected), Show(order));
        Assert.Equal("7 EUR Ann & <Bob> 42 2026-11-23 | a 2 1.50 - | b 1 20 -", Show(order));
    }

    [Fact]
    public void XmlSerializer_reads_a_part_with_the_namespaces_around_it()
    {
        using var document = Xml.Load(OrderXml);
        var line = document.Root.FindAll("{urn:orders}line")[1];
        using var reader = line.CreateReader();
        var read = (Line)new XmlSerializer(typeof(Line), new XmlRootAttribute("line") { Namespace = "urn:orders" }).Deserialize(reader)!;
        Assert.Equal(("b", 1, 20m), (read.Sku, read.Amount, read.Price));
        using var extra = document.Root.Find("{urn:orders}extra")!.Value.CreateReader();
        Assert.True(extra.Read());
        Assert.Equal("http://www.w3.org/2001/XMLSchema", extra.LookupNamespace("xsd"));
    }

    [Fact]
    public void DataContractSerializer_brings_back_what_it_wrote()
    {
        var serializer = new DataContractSerializer(typeof(Node[]), new DataContractSerializerSettings { PreserveObjectReferences = true, KnownTypes = [typeof(Leaf)] });
        var leaf = new Leaf { Name = "é<&", Weight = 1.5 };
        var nodes = new[] { new Node { Name = "root", Children = [leaf, new Node { Name = "" }, leaf], Bytes = [1, 2, 250] }, leaf };
        using var stream = new MemoryStream();
        serializer.WriteObject(stream, nodes);
        using var document = Xml.Load(stream.ToArray());
        using var reader = document.CreateReader();
        var read = (Node[])serializer.ReadObject(reader)!;
        Assert.Same(read[1], read[0].Children![0]);
        Assert.Same(read[1], read[0].Children![2]);
        Assert.Equal(("é<&", 1.5, ""), (read[1].Name, ((Leaf)read[1]).Weight, read[0].Children![1].Name));
        Assert.Equal(nodes[0].Bytes, read[0].Bytes);
    }

    [Theory]
    [InlineData("<list xmlns='urn:s'><item id='a'>1</item><item id='b'> 2 </item></list>")]
    [InlineData("<s:list xmlns:s='urn:s' kind='x'><s:item id='a' type='s:t'>1</s:item></s:list>")]
    [InlineData("<list xmlns='urn:s'><item id='a'>one</item><item>2</item><other/></list>")]
    [InlineData("<list xmlns='urn:s'><item id='a' type='nowhere:t'>1</item><item id='a'>2</item>text</list>")]
    [InlineData("<list/>")]
    [InlineData("<list xmlns='urn:s'><!--nothing--></list>")]
    public void A_schema_finds_what_it_finds_in_text(string xml)
    {
        using var text = XmlReader.Create(new StringReader(xml));
        using var document = Xml.Load(xml);
        using var reader = document.CreateReader();
        var expected = Validate(text);
        Assert.Equal(expected, Validate(reader));
        Assert.Contains(expected, line => line.StartsWith("Element", StringComparison.Ordinal));

        var found = new List<string>();
        document.CreateNavigator().CheckValidity(Schemas(), (_, problem) => found.Add(problem.Message));
        Assert.Equal(expected.Where(line => line.StartsWith("Error ", StringComparison.Ordinal)).Select(line => line["Error ".Length..]), found);
    }

    [Fact]
    public void White_space_and_comments_are_left_out_on_demand()
    {
        using var document = Xml.Load("<a> <b>x <!--c--> y</b>\n<?p?> </a>");
        using var reader = XmlReader.Create(document.CreateReader(), new XmlReaderSettings { IgnoreComments = true, IgnoreWhitespace = true, IgnoreProcessingInstructions = true });
        var types = new List<XmlNodeType>();
        while (reader.Read())
        {
            types.Add(reader.NodeType);
        }

        Assert.Equal([XmlNodeType.Element, XmlNodeType.Element, XmlNodeType.Text, XmlNodeType.Text, XmlNodeType.EndElement, XmlNodeType.EndElement], types);
    }

    [Fact]
    public void A_document_type_is_refused_by_a_reader_that_prohibits_it()
    {
        using var document = Xml.Load("<!DOCTYPE a><a/>", new XmlParserOptions { DtdProcessing = DtdProcessing.Parse });
        using var reader = XmlReader.Create(document.CreateReader(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        Assert.Throws<XmlException>(() => reader.MoveToContent());
    }

    [Fact]
    public async Task It_is_read_asynchronously()
    {
        using var document = Xml.Load(OrderXml);
        using var reader = document.CreateReader();
        var read = await XDocument.LoadAsync(reader, LoadOptions.PreserveWhitespace, CancellationToken.None);
        Assert.True(XNode.DeepEquals(XDocument.Parse(OrderXml, LoadOptions.PreserveWhitespace).Root, read.Root));
    }

    [Fact]
    public void Subtrees_and_content_are_read_as_usual()
    {
        const string Text = "<r xmlns:p='u'><a n='1'><b>2</b>3</a><p:c>4.5</p:c><d>true</d><e>AQID</e>tail</r>";
        using var text = XmlReader.Create(new StringReader(Text));
        using var document = Xml.Load(Text);
        using var reader = document.CreateReader();
        var expected = ReadByContent(text);
        Assert.Equal(expected, ReadByContent(reader));
        Assert.Equal(["2", "3", "EndElement a", "<p:c xmlns:p=\"u\">4.5</p:c>", "True", "AQID", "tail", "True"], expected.Where(line => !line.StartsWith("p is ", StringComparison.Ordinal)));
    }

    private static List<string> ReadByContent(XmlReader reader)
    {
        var lines = new List<string>();
        Assert.True(reader.ReadToFollowing("a"));
        using (var inner = reader.ReadSubtree())
        {
            Assert.True(inner.ReadToDescendant("b"));
            lines.Add($"p is {inner.LookupNamespace("p")}");
            lines.Add(inner.ReadElementContentAsInt().ToString(CultureInfo.InvariantCulture));
            lines.Add(inner.ReadContentAsString());
        }

        lines.Add($"{reader.NodeType} {reader.Name}");
        Assert.True(reader.Read());
        lines.Add(reader.ReadOuterXml());
        lines.Add(reader.ReadElementContentAsBoolean().ToString());
        lines.Add(reader.ReadElementContentAsString("e", ""));
        lines.Add(reader.ReadContentAsString());
        reader.ReadEndElement();
        lines.Add(reader.EOF.ToString());
        Assert.False(reader.Read());
        return lines;
    }

    private static List<string> Validate(XmlReader source)
    {
        var lines = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schemas() };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, problem) => lines.Add($"{problem.Severity} {problem.Message}");
        using var reader = XmlReader.Create(source, settings);
        while (reader.Read())
        {
            lines.Add($"{reader.NodeType} {reader.Name} {reader.Value} {reader.SchemaInfo?.SchemaType?.Name} {reader.SchemaInfo?.Validity}");
            while (reader.MoveToNextAttribute())
            {
                lines.Add($"  {reader.Name}={reader.Value} {reader.IsDefault} {reader.SchemaInfo?.SchemaType?.TypeCode}");
            }
        }

        return lines;
    }

    private static XmlSchemaSet Schemas()
    {
        var schemas = new XmlSchemaSet();
        using var reader = XmlReader.Create(new StringReader(OrderSchema));
        schemas.Add(null, reader);
        return schemas;
    }

    private static string Show(Order order) => string.Create(
        CultureInfo.InvariantCulture,
        $"{order.Number} {order.Currency} {order.Customer} {order.Extra} {order.Placed.ToUniversalTime():yyyy-MM-dd} | {string.Join(" | ", order.Lines!.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Sku} {line.Amount} {line.Price} {line.Note ?? "-"}")))}");

    [XmlRoot("order", Namespace = "urn:orders")]
    public sealed class Order
    {
        [XmlAttribute("number")]
        public int Number { get; set; }

        [XmlAttribute("currency")]
        public string? Currency { get; set; }

        [XmlElement("customer")]
        public string? Customer { get; set; }

        [XmlElement("placed")]
        public DateTime Placed { get; set; }

        [XmlElement("line")]
        public Line[]? Lines { get; set; }

        [XmlElement("extra")]
        public object? Extra { get; set; }
    }

    [XmlType(Namespace = "urn:orders")]
    public sealed class Line
    {
        [XmlAttribute("sku")]
        public string? Sku { get; set; }

        [XmlElement("amount")]
        public int Amount { get; set; }

        [XmlElement("price")]
        public decimal Price { get; set; }

        [XmlElement("note", IsNullable = true)]
        public string? Note { get; set; }
    }

    [DataContract(Namespace = "urn:n")]
    public class Node
    {
        [DataMember]
        public string? Name { get; set; }

        [DataMember]
        public Node[]? Children { get; set; }

        [DataMember]
        public byte[]? Bytes { get; set; }
    }

    [DataContract(Namespace = "urn:n")]
    public sealed class Leaf : Node
    {
        [DataMember]
        public double Weight { get; set; }
    }
}
