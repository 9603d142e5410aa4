namespace XmlJson.Tests.Sax;

/// <summary>SAX2's <c>XMLFilter</c> and <c>XMLFilterImpl</c>, Python's <c>XMLFilterBase</c>: a filter is a handler that holds the next one.</summary>
public class SaxFilterTests
{
    [Fact]
    public void A_filter_passes_everything_unless_told()
    {
        const string Document = "<?xml version='1.0'?><!--c--><?p d?><r xmlns:p='u'><p:e a='1'>x<![CDATA[y]]></p:e> </r>";
        var plain = new SaxLog();
        Xml.Parse(Document, plain);
        var filtered = new SaxLog();
        var filter = Filter.Create(filtered, EventSelection.All);
        Xml.Parse(Document, ref filter);
        Assert.Equal(plain.ToString(), filtered.ToString());
    }

    [Fact]
    public void A_filter_leaves_out_what_it_is_told_to()
    {
        var log = new SaxLog();
        var filter = Filter.Create(log, EventSelection.Content with { Elements = (scoped in name, scoped attributes) => !name.Is("secret"u8) });
        Xml.Parse("<!--c--><r>a<secret>b</secret><![CDATA[c]]><?p?></r>", ref filter);
        Assert.Equal("document | start r | text ac | end r | end-document", log.ToString());
    }

    [Fact]
    public void A_filter_gives_the_handler_behind_it()
    {
        var filter = Filter.Create(default(EventCounter), EventSelection.All);
        Xml.Parse("<r><e/></r>", ref filter);
        Assert.Equal(2, filter.Handler.Elements);
    }

    [Fact]
    public void A_filter_of_one_s_own_overrides_what_it_changes()
    {
        var log = new SaxLog();
        Xml.Parse("<r><old a='1'/></r>", new Renaming(log));
        Assert.Equal("document | start r | start new a=1 | end new | end r | end-document", log.ToString());
    }

    private sealed class Renaming(IContentHandler next) : ContentHandler
    {
        private readonly XmlName _new = new XmlNames().Get("new");

        public override void StartDocument(scoped DocumentStart document) => next.StartDocument(document);

        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes) => next.StartElement(New(name), attributes);

        public override void EndElement(scoped in XmlName name) => next.EndElement(New(name));

        public override void EndDocument() => next.EndDocument();

        private XmlName New(XmlName name) => name.Is("old"u8) ? _new : name;
    }
}
