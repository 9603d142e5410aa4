namespace XmlJson.Tests.Sinks;

public class FilterTests
{
    private const string Document =
        """
        <!--c--><?p?><a>
          <b> <!--c--> </b>
          <c>x <i/> <?p?> y</c>
          <d> <![CDATA[ ]]> </d>
          <e xml:space="preserve"> <f> </f> <g xml:space="default"> <h/> </g> </e>
          <skip><skip/>text<c/></skip>
          <j>  </j>
        </a>
        """;

    [Fact]
    public void Everything_passes_unless_said_otherwise() => Assert.Equal(Log(Document, null), Log(Document, EventSelection.All));

    [Theory]
    [InlineData("<a><!--c-->x<!--c-->y<?p?></a><!--c-->", "<a>xy<?p?></a>")]
    public void Comments_can_be_left_out(string document, string expected) =>
        Assert.Equal(Log(expected, null), Log(document, new() { Comments = false }));

    [Fact]
    public void Instructions_can_be_left_out() =>
        Assert.Equal(Log("<a>xy<!--c--></a>", null), Log("<?p?><a>x<?p?>y<!--c--></a><?p?>", new() { ProcessingInstructions = false }));

    [Fact]
    public void Sections_can_become_text() =>
        Assert.Equal(Log("<a>x&lt;yz</a>", null), Log("<a>x<![CDATA[<y]]><![CDATA[]]><![CDATA[z]]></a>", new() { CDataSections = false }));

    [Fact]
    public void Document_types_can_be_left_out()
    {
        var log = new HandMadeEvents<Filter<EventLog>>(Filter.Create(new EventLog(), EventSelection.Content))
            .Document().DocumentType(new DocumentTypeDeclaration("a"u8)).Start("a").End().EndDocument().Handler.ToString();

        Assert.Equal(Log("<a/>", null), log);
    }

    [Fact]
    public void Elements_are_left_out_with_all_that_is_in_them() =>
        Assert.Equal(
            Log("<a x='1'>12<b/></a>", null),
            Log("<a x='1'>1<skip>x<skip/><b/><!--c--><?p?><![CDATA[]]></skip>2<b/><skip/></a>", new() { Elements = static (scoped in name, scoped _) => !name.Is("skip"u8) }));

    [Fact]
    public void Elements_can_be_chosen_by_their_attributes() =>
        Assert.Equal(
            Log("<a><b id='2'/></a>", null),
            Log("<a><b id='1'><b id='2'/></b><b id='2'/></a>", new() { Elements = static (scoped in _, scoped attributes) => attributes.GetString("id"u8) != "1" }));

    [Theory]
    [InlineData("<a> <b/> </a>", "<a><b/></a>")]
    [InlineData("<a> </a>", "<a> </a>")]
    [InlineData("<a> x <b/> y </a>", "<a> x <b/> y </a>")]
    [InlineData("<a> <!--c--> </a>", "<a><!--c--></a>")]
    [InlineData("<a> <?p?> </a>", "<a><?p?></a>")]
    [InlineData("<a> <![CDATA[]]> </a>", "<a> <![CDATA[]]> </a>")]
    [InlineData("<a><![CDATA[ ]]> <b/></a>", "<a><![CDATA[ ]]> <b/></a>")]
    [InlineData("<a xml:space='preserve'> <b/> <c xml:space='default'> <d/> </c> <e xml:space='x'> <f/></e></a>", "<a xml:space='preserve'> <b/> <c xml:space='default'><d/></c> <e xml:space='x'> <f/></e></a>")]
    [InlineData("<a xml:space='default'> <b xml:space='preserve'> <c/> </b> <d/> </a>", "<a xml:space='default'><b xml:space='preserve'> <c/> </b><d/></a>")]
    [InlineData("<a>\n\t\r <b> <c/>\n</b></a>", "<a><b><c/></b></a>")]
    public void White_space_between_tags_can_be_left_out(string document, string expected) =>
        Assert.Equal(Log(expected, null), Log(document, new() { WhiteSpace = false }));

    [Theory]
    [InlineData("<a> <!--c--> x</a>", "<a>  x</a>")]
    [InlineData("<a> <!--c--> </a>", "<a>  </a>")]
    [InlineData("<a> <!--c--> <b/></a>", "<a><b/></a>")]
    public void What_is_left_out_does_not_part_text(string document, string expected) =>
        Assert.Equal(Log(expected, null), Log(document, new() { WhiteSpace = false, Comments = false }));

    [Fact]
    public void Skipped_entities_are_text()
    {
        var log = new HandMadeEvents<Filter<EventLog>>(Filter.Create(new EventLog(), new() { WhiteSpace = false }))
            .Document().Start("a").Text(" ").Skipped("e").Text(" ").End().EndDocument().Handler.ToString();

        Assert.Equal("document\nstart a\ntext \" \"\nskipped e\ntext \" \"\nend a\nend-document\n", log);
    }

    [Fact]
    public void Cuts_do_not_matter()
    {
        foreach (var selection in (EventSelection[])[new() { WhiteSpace = false }, EventSelection.Content with { WhiteSpace = false }])
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(Document);
            var filter = Filter.Create(new EventLog(), selection);
            using var parser = new Utf8XmlParser();
            foreach (var b in bytes)
            {
                parser.Feed([b], ref filter);
            }

            parser.Complete(ref filter);

            Assert.Equal(Log(Document, selection), filter.Handler.ToString());
        }
    }

    [Fact]
    public void Very_long_white_space_passes()
    {
        var space = new string(' ', 64 * 1024);

        Assert.DoesNotContain("text", Log($"<a>{space}<b/></a>", new() { WhiteSpace = false }), StringComparison.Ordinal);
        Assert.Equal(Log($"<a> {space}<b/></a>", null), Log($"<a> {space}<b/></a>", new() { WhiteSpace = false }));
    }

    [Fact]
    public void Filters_and_tees_nest()
    {
        var handler = Filter.Create(
            Tee.Create(default(EventCounter), Filter.Create(default(EventCounter), new() { Elements = static (scoped in name, scoped _) => !name.Is("c"u8) })),
            new() { Comments = false });
        Xml.Parse(Document, ref handler);

        Assert.Equal(13, handler.Handler.First.Elements);
        Assert.Equal(10, handler.Handler.Second.Handler.Elements);
        Assert.Equal(0, handler.Handler.First.Comments);
    }

    [Fact]
    public void A_broken_off_document_leaves_nothing_behind()
    {
        var filter = Filter.Create(new EventLog(), new() { WhiteSpace = false, Elements = static (scoped in name, scoped _) => !name.Is("b"u8) });
        new HandMadeEvents<Filter<EventLog>>(filter).Document().Start("a", ("xml:space", "preserve")).Text(" ").Start("b");
        var log = new HandMadeEvents<Filter<EventLog>>(filter).Document().Start("a").Text(" ").Start("c").End().End().EndDocument().Handler.ToString();

        Assert.EndsWith("document\nstart a\nstart c\nend c\nend a\nend-document\n", log, StringComparison.Ordinal);
    }

    private static string Log(string document, EventSelection? selection)
    {
        var log = new EventLog();
        if (selection is null)
        {
            Xml.Parse(document, log);
        }
        else
        {
            var filter = Filter.Create(log, selection);
            Xml.Parse(document, ref filter);
        }

        return log.ToString();
    }
}
