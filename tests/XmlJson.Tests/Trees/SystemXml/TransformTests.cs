using System.Xml;
using System.Xml.XPath;
using System.Xml.Xsl;

namespace XmlJson.Tests.Trees.SystemXml;

/// <summary>Transforms give the same over a document as over <see cref="XPathDocument"/>.</summary>
public class TransformTests
{
    private const string Identity = """<xsl:template match="@*|node()"><xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy></xsl:template>""";

    private static readonly string[] Templates =
    [
        Identity,
        """<xsl:template match="/"><all><xsl:copy-of select="/"/><xsl:copy-of select="//*[@*][1]"/><a><xsl:copy-of select="(//@*)[1]"/></a></all></xsl:template>""",
        """
        <xsl:key name="by-name" match="*" use="local-name()"/>
        <xsl:template match="/"><names><xsl:for-each select="//*[count(. | key('by-name', local-name())[1]) = 1]"><xsl:sort select="local-name()" order="descending"/>
        <name count="{count(key('by-name', local-name()))}"><xsl:value-of select="local-name()"/>: <xsl:number level="multiple" count="*"/></name></xsl:for-each></names></xsl:template>
        """,
        """
        <xsl:output method="text"/><xsl:template match="*"><xsl:value-of select="concat(name(), '[', position(), '/', last(), '](')"/><xsl:apply-templates/>)</xsl:template>
        <xsl:template match="text()"><xsl:value-of select="normalize-space()"/>,</xsl:template><xsl:template match="comment() | processing-instruction()">{<xsl:value-of select="."/>}</xsl:template>
        """,
        """
        <xsl:output indent="yes"/><xsl:template match="/"><out><xsl:for-each select="//*"><xsl:sort select="string-length(.)" data-type="number"/><xsl:sort select="count(ancestor::*)" data-type="number" order="descending"/>
        <e n="{name()}" before="{count(preceding::*)}" after="{count(following::*)}" up="{count(ancestor::*)}" ns="{count(namespace::*)}"><xsl:value-of select="generate-id() = generate-id(current())"/></e></xsl:for-each></out></xsl:template>
        """,
        """
        <xsl:variable name="tree"><a><b/><xsl:copy-of select="/*/*[2]"/></a></xsl:variable>
        <xsl:template match="/"><r><xsl:value-of select="count(msxsl:node-set($tree)//*)"/><xsl:apply-templates select="/*/*" mode="m"><xsl:with-param name="p" select="'x'"/></xsl:apply-templates></r></xsl:template>
        <xsl:template match="node()" mode="m"><xsl:param name="p"/><xsl:element name="{$p}"><xsl:copy-of select="namespace::*[name() != '']"/><xsl:attribute name="{$p}-{position()}"><xsl:value-of select="id('k2')"/></xsl:attribute></xsl:element></xsl:template>
        """,
    ];

    public static TheoryData<string> Names => [.. XPathDocuments.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_transform_gives_the_same(string name)
    {
        using var pair = new NavigatorPair(XPathDocuments.All[name]);
        foreach (var template in Templates)
        {
            var expected = Transform(template, (transform, writer) => transform.Transform(pair.Expected, null, writer));
            Assert.NotEmpty(expected);
            Assert.Equal(expected, Transform(template, (transform, writer) => transform.Transform(pair.Document, null, writer)));
        }
    }

    [Fact]
    public void The_reader_gives_what_text_gives()
    {
        foreach (var xml in XPathDocuments.All.Values)
        {
            using var text = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse });
            using var document = Xml.Load(xml, new XmlParserOptions { DtdProcessing = DtdProcessing.Parse });
            using var reader = document.CreateReader();
            const string Stripped = "<xsl:strip-space elements='*'/>" + Identity;
            Assert.Equal(
                Transform(Stripped, (transform, writer) => transform.Transform(text, null, writer)),
                Transform(Stripped, (transform, writer) => transform.Transform(reader, null, writer)));
        }
    }

    [Fact]
    public void An_edited_document_is_transformed_as_its_text_is()
    {
        var (xml, document) = XPathDocuments.Edited();
        using var pair = new NavigatorPair(document, xml);
        foreach (var template in Templates)
        {
            Assert.Equal(
                Transform(template, (transform, writer) => transform.Transform(pair.Expected, null, writer)),
                Transform(template, (transform, writer) => transform.Transform(pair.Document, null, writer)));
        }
    }

    private static string Transform(string templates, Action<XslCompiledTransform, XmlWriter> run)
    {
        var transform = new XslCompiledTransform();
        var sheet = $"<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:msxsl='urn:schemas-microsoft-com:xslt' exclude-result-prefixes='msxsl'>{templates}</xsl:stylesheet>";
        using (var reader = XmlReader.Create(new StringReader(sheet)))
        {
            transform.Load(reader);
        }

        using var output = new StringWriter();
        using (var writer = XmlWriter.Create(output, transform.OutputSettings))
        {
            run(transform, writer);
        }

        return output.ToString();
    }
}
