namespace XmlJson.Tests.Sinks;

public class EventCounterTests
{
    [Fact]
    public void Everything_is_counted()
    {
        var counter = Document(new HandMadeEvents<EventCounter>(default), cut: false);

        Assert.Equal(1, counter.Documents);
        Assert.Equal(3, counter.Elements);
        Assert.Equal(3, counter.Attributes);
        Assert.Equal(1, counter.NamespaceDeclarations);
        Assert.Equal("x:a".Length + "xmlns:x".Length + "id".Length + "b".Length + "c".Length + "v".Length, counter.NameBytes);
        Assert.Equal("urn:x".Length + "1".Length + 2, counter.AttributeValueBytes);
        Assert.Equal("text".Length + 3 + 1, counter.TextBytes);
        Assert.Equal(2, counter.CDataSections);
        Assert.Equal(1, counter.Comments);
        Assert.Equal(3, counter.CommentBytes);
        Assert.Equal(1, counter.ProcessingInstructions);
        Assert.Equal(3, counter.ProcessingInstructionBytes);
        Assert.Equal(1, counter.DocumentTypes);
        Assert.Equal(1, counter.SkippedEntities);
        Assert.Equal(2, counter.MaxDepth);
    }

    [Fact]
    public void Cuts_do_not_matter()
    {
        Assert.Equal(
            Document(new HandMadeEvents<EventCounter>(default), cut: false),
            Document(new HandMadeEvents<EventCounter>(default), cut: true));
    }

    [Fact]
    public void Counting_goes_on_from_document_to_document()
    {
        var once = Document(new HandMadeEvents<EventCounter>(default), cut: false);
        var twice = Document(new HandMadeEvents<EventCounter>(once), cut: false);

        Assert.Equal(2 * once.TextBytes, twice.TextBytes);
        Assert.Equal(2 * once.NameBytes, twice.NameBytes);
        Assert.Equal(once.MaxDepth, twice.MaxDepth);
        Assert.Equal(2, twice.Documents);
    }

    [Fact]
    public void A_broken_off_document_does_not_deepen_the_next()
    {
        var broken = new HandMadeEvents<EventCounter>(default).Document().Start("a").Start("b").Start("c").Handler;

        Assert.Equal(3, broken.MaxDepth);
        Assert.Equal(3, new HandMadeEvents<EventCounter>(broken).Document().Start("a").End().EndDocument().MaxDepth);
    }

    private static EventCounter Document(HandMadeEvents<EventCounter> events, bool cut)
    {
        events.Document()
            .DocumentType(new DocumentTypeDeclaration("a"u8))
            .Comment(" k ")
            .StartIn("urn:x", "x:a", ("xmlns:x", "urn:x"), ("id", "1"))
            .Start("b", ("v", "ä"));
        _ = cut ? events.Text("te").Text("xt") : events.Text("text");
        return events.CData("€").CData().End()
            .Start("c").Skipped("e").Text(" ", TextKind.WhiteSpace).End().Instruction("p", "dd").End().EndDocument();
    }
}
