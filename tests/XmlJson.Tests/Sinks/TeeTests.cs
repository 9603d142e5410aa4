namespace XmlJson.Tests.Sinks;

public class TeeTests
{
    private const string Document = "<?xml version='1.0'?><!--c--><a x='1'>t<![CDATA[c]]><?p d?><b/></a>";

    [Fact]
    public void Both_handlers_get_every_event()
    {
        var expected = new EventLog();
        Xml.Parse(Document, expected);
        var tee = Tee.Create(new EventLog(), Tee.Create(default(EventCounter), new EventLog()));
        Xml.Parse(Document, ref tee);
        var counter = default(EventCounter);
        Xml.Parse(Document, ref counter);

        Assert.Equal(expected.ToString(), tee.First.ToString());
        Assert.Equal(expected.ToString(), tee.Second.Second.ToString());
        Assert.Equal(counter, tee.Second.First);
    }

    [Fact]
    public void Document_types_and_skipped_entities_go_to_both()
    {
        var tee = new HandMadeEvents<Tee<EventLog, EventLog>>(Tee.Create(new EventLog(), new EventLog()))
            .Document().DocumentType(new DocumentTypeDeclaration("a"u8)).Start("a").Skipped("e").End().EndDocument();

        Assert.Contains("doctype a\nstart a\nskipped e\n", tee.First.ToString(), StringComparison.Ordinal);
        Assert.Equal(tee.First.ToString(), tee.Second.ToString());
    }

    [Fact]
    public async Task A_tee_that_is_cast_keeps_its_state_in_the_box()
    {
        IContentHandler handler = Tee.Create(default(EventCounter), new EventLog());
        await Xml.ParseAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Document)), handler);

        Assert.Equal(2, ((Tee<EventCounter, EventLog>)handler).First.Elements);
    }

    [Fact]
    public void Discard_takes_everything()
    {
        var discard = default(Discard);

        Assert.Equal(ParseStatus.Completed, Xml.Parse(Document, ref discard));
        Assert.Throws<XmlSyntaxException>(() => Xml.Parse("<a>", ref discard));
    }
}
