using System.Xml;

namespace XmlJson.Tests.Sax;

/// <summary>SAX2's <c>EntityResolver</c> and <c>EntityResolver2</c>: a <see cref="XmlResolver"/>.</summary>
public class SaxEntityResolverTests
{
    private const string Document = "<!DOCTYPE r SYSTEM 'r.dtd' [<!ENTITY a SYSTEM 'sub/a.xml'>]><r>&a;</r>";

    [Fact]
    public void The_resolver_is_asked_for_what_is_needed_by_absolute_URI()
    {
        var options = MemoryResolver.Options(
            ("mem://host/folder/r.dtd", "<!ENTITY unused SYSTEM 'unused.xml'><!ENTITY b SYSTEM 'b.xml'>"),
            ("mem://host/folder/sub/a.xml", "&b;"),
            ("mem://host/folder/b.xml", "x"));
        Assert.Equal(
            "doctype r system=r.dtd | start-entity [dtd] | end-entity [dtd] | start r | start-entity a | start-entity b | text x | end-entity b | end-entity a | end r",
            SaxLog.Read(Document, options));
        Assert.Equal(["mem://host/folder/r.dtd", "mem://host/folder/sub/a.xml", "mem://host/folder/b.xml"], ((MemoryResolver)options.XmlResolver!).Asked);
    }

    [Fact]
    public void What_the_resolver_does_not_give_is_skipped() => Assert.Equal("doctype r system=r.dtd | start r | skipped a | end r", SaxLog.Read(Document, MemoryResolver.Options()));

    [Fact]
    public void Without_a_resolver_nothing_is_opened() => Assert.Equal("doctype r system=r.dtd | start r | skipped a | end r", SaxLog.Read(Document));

    [Fact]
    public void An_entity_is_opened_once()
    {
        var options = MemoryResolver.Options(("mem://host/folder/a.xml", "x"));
        SaxLog.Read("<!DOCTYPE r [<!ENTITY a SYSTEM 'a.xml'>]><r>&a;&a;</r>", options);
        Assert.Single(((MemoryResolver)options.XmlResolver!).Asked);
    }

    [Fact]
    public void A_resolver_that_fails_is_an_error_that_says_why()
    {
        var options = MemoryResolver.Options() with { XmlResolver = XmlResolver.ThrowingResolver };
        var error = Assert.Throws<XmlSyntaxException>(() => SaxLog.Read(Document, options));
        Assert.Equal(XmlErrorCode.UnreadableEntity, error.Code);
        Assert.NotNull(error.InnerException);
    }

    [Fact]
    public void The_resolver_combines_base_and_identifier()
    {
        var resolver = new BaseLog();
        SaxLog.Read(Document, MemoryResolver.Options() with { XmlResolver = resolver });
        Assert.Equal(["mem://host/folder/document.xml + r.dtd", "mem://host/folder/document.xml + sub/a.xml"], resolver.Pairs);
    }

    private sealed class BaseLog : XmlResolver
    {
        public List<string> Pairs { get; } = [];

        public override Uri ResolveUri(Uri? baseUri, string? relativeUri)
        {
            Pairs.Add($"{baseUri} + {relativeUri}");
            return base.ResolveUri(baseUri, relativeUri);
        }

        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) => null;
    }
}
