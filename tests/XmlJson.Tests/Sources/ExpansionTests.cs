using System.Text;
using System.Xml;

namespace XmlJson.Tests.Sources;

/// <summary>What a document may expand to: in proportion to its own length, wherever the references and defaults stand.</summary>
public class ExpansionTests
{
    private static readonly XmlParserOptions Options = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse };

    // 20 for each reference: 200,000 of b and as many of a in them are 8 MB beyond the allowance of 8 MiB, for 600 kB of input.
    [Fact]
    public void References_inside_entities_are_measured_by_the_document()
    {
        var document = new StringBuilder("<!DOCTYPE r [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><r>").Insert(0, "<?xml version='1.0'?>");
        for (var i = 0; i < 200_000; i++)
        {
            document.Append("&b;");
        }

        Assert.Equal(400_000, Read(document.Append("</r>").ToString(), Options).TextBytes);
    }

    [Fact]
    public void Default_values_are_expansions()
    {
        var document = $"<!DOCTYPE r [<!ATTLIST b x CDATA '{new string('v', 10_000)}'>]><r>" + string.Concat(Enumerable.Repeat("<b/>", 900)) + "</r>";

        var error = Assert.Throws<XmlSyntaxException>(() => Read(document, Options with { MaxEntityExpansion = 1 << 20 }));
        Assert.Equal(XmlErrorCode.EntityExpansionLimit, error.Code);
        Assert.Equal("/r", error.ElementPath);

        Read(document, Options with { MaxEntityExpansion = 10 << 20 });
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void A_limit_is_not_negative(int limit)
    {
        Assert.Throws<ArgumentOutOfRangeException>("MaxDepth", () => Options with { MaxDepth = limit });
        Assert.Throws<ArgumentOutOfRangeException>("MaxAttributes", () => Options with { MaxAttributes = limit });
        Assert.Throws<ArgumentOutOfRangeException>("MaxAttributeLength", () => Options with { MaxAttributeLength = limit });
        Assert.Throws<ArgumentOutOfRangeException>("MaxNameLength", () => Options with { MaxNameLength = limit });
        Assert.Throws<ArgumentOutOfRangeException>("MaxNames", () => Options with { MaxNames = limit });
        Assert.Throws<ArgumentOutOfRangeException>("MaxMarkupLength", () => Options with { MaxMarkupLength = limit });
        Assert.Throws<ArgumentOutOfRangeException>("MaxDocumentLength", () => Options with { MaxDocumentLength = limit });
        Assert.Throws<ArgumentOutOfRangeException>("MaxDtdLength", () => Options with { MaxDtdLength = limit });
        Assert.Throws<ArgumentOutOfRangeException>("MaxEntityDepth", () => Options with { MaxEntityDepth = limit });
        Assert.Throws<ArgumentOutOfRangeException>("MaxEntityExpansion", () => Options with { MaxEntityExpansion = limit });
        Assert.Throws<ArgumentOutOfRangeException>("MaxEntityAmplification", () => Options with { MaxEntityAmplification = limit });
    }

    private static EventCounter Read(string document, XmlParserOptions options)
    {
        var counter = default(EventCounter);
        Xml.Parse(Encoding.UTF8.GetBytes(document), ref counter, options);
        return counter;
    }
}
