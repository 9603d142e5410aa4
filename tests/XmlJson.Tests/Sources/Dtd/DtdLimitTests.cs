using System.Text;

namespace XmlJson.Tests.Sources.Dtd;

public class DtdLimitTests
{
    private static XmlErrorCode? CodeOf(string doctype, DtdSettings settings, IExternalEntities? external = null) => new DtdReading(doctype, settings, external, logs: false).Error?.Code;

    [Fact]
    public void Length_counts_the_declaration_and_what_is_loaded()
    {
        const string Doctype = "<!DOCTYPE a SYSTEM 'd' [<!ENTITY % p SYSTEM 'p'>%p;]>";
        MemoryEntities Entities() => new(("p", "<!--x-->"), ("d", "<!--yz-->"));
        var whole = Doctype.Length + 8 + 9;

        Assert.Null(CodeOf(Doctype, new DtdSettings { MaxLength = whole }, Entities()));
        Assert.Equal(XmlErrorCode.DtdLengthLimit, CodeOf(Doctype, new DtdSettings { MaxLength = whole - 1 }, Entities()));
        Assert.Equal(XmlErrorCode.DtdLengthLimit, CodeOf(Doctype, new DtdSettings { MaxLength = Doctype.Length + 7 }, Entities()));
        Assert.Null(CodeOf(Doctype, new DtdSettings { MaxLength = Doctype.Length }));
        Assert.Equal(XmlErrorCode.DtdLengthLimit, CodeOf(Doctype, new DtdSettings { MaxLength = Doctype.Length - 1 }));
        Assert.Equal(XmlErrorCode.DtdLengthLimit, CodeOf(Doctype, new DtdSettings { MaxLength = 0 }));
    }

    [Fact]
    public void Entity_depth_counts_what_is_open_at_once()
    {
        var chain = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY % p{i} '&#37;p{i - 1};'>"));
        var parameters = $"<!DOCTYPE a [<!ENTITY % p0 ''>{chain}%p9;]>";
        var general = $"<!DOCTYPE a [<!ENTITY p0 ''>{chain.Replace("% ", "", StringComparison.Ordinal).Replace("&#37;", "&#38;", StringComparison.Ordinal)}<!ATTLIST a b CDATA '&p9;'>]>";
        foreach (var doctype in new[] { parameters, general })
        {
            Assert.Null(CodeOf(doctype, new DtdSettings { MaxEntityDepth = 10 }));
            Assert.Equal(XmlErrorCode.EntityDepthLimit, CodeOf(doctype, new DtdSettings { MaxEntityDepth = 9 }));
            Assert.Equal(XmlErrorCode.EntityDepthLimit, CodeOf(doctype, new DtdSettings { MaxEntityDepth = 0 }));
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE {0}>")]
    [InlineData("<!DOCTYPE a [<!ELEMENT {0} ANY>]>")]
    [InlineData("<!DOCTYPE a [<!ELEMENT a ({0})>]>")]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b ({0}) #IMPLIED>]>")]
    [InlineData("<!DOCTYPE a [<!ENTITY {0} ''>]>")]
    [InlineData("<!DOCTYPE a [<?{0}?>]>")]
    [InlineData("<!DOCTYPE a [%{0};]>")]
    public void Names_have_a_limit(string doctype)
    {
        doctype = doctype.Replace("{0}", new string('n', 4_096), StringComparison.Ordinal);

        Assert.Null(CodeOf(doctype, new DtdSettings { MaxNameLength = 4_096 }));
        Assert.Equal(XmlErrorCode.NameLengthLimit, CodeOf(doctype, new DtdSettings { MaxNameLength = 4_095 }));
    }

    [Theory]
    [InlineData("% ", "&#37;", "%p9;")]
    [InlineData("", "&#38;", "<!ATTLIST a b CDATA '&p9;'>")]
    public void Exponential_expansion_is_refused(string kind, string ampersand, string use)
    {
        var declarations = new StringBuilder($"<!ENTITY {kind}p0 '          '>");
        for (var i = 1; i <= 9; i++)
        {
            declarations.Append($"<!ENTITY {kind}p{i} '{string.Concat(Enumerable.Repeat($"{ampersand}p{i - 1};", 10))}'>");
        }

        Assert.Equal(XmlErrorCode.EntityExpansionLimit, CodeOf($"<!DOCTYPE a [{declarations}{use}]>", new DtdSettings()));
    }

    [Fact]
    public void Empty_entities_are_not_free()
    {
        var declarations = new StringBuilder("<!ENTITY p0 ''>");
        for (var i = 1; i <= 30; i++)
        {
            declarations.Append($"<!ENTITY p{i} '&p{i - 1};&p{i - 1};'>");
        }

        Assert.Equal(XmlErrorCode.EntityExpansionLimit, CodeOf($"<!DOCTYPE a [{declarations}<!ATTLIST a b CDATA '&p30;'>]>", new DtdSettings()));
    }

    [Fact]
    public void The_budget_gives_an_allowance_and_then_a_multiple_of_the_input()
    {
        var budget = new ExpansionBudget(allowance: 100, factor: 10) { Input = 20 };

        Assert.True(budget.TryCharge(80));
        Assert.Equal(100, budget.Expanded);
        Assert.True(budget.TryCharge(79));
        Assert.False(budget.TryCharge(0));
        budget.AddLoaded(5);
        Assert.True(budget.TryCharge(0));
        budget.Reset();
        Assert.True(budget.TryCharge(80));
        Assert.False(budget.TryCharge(0));
        Assert.False(new ExpansionBudget(allowance: 0, factor: 0) { Input = 100 }.TryCharge(0));
        Assert.True(new ExpansionBudget(factor: long.MaxValue) { Input = 1 }.TryCharge(1L << 40));
    }

    // Attacks that must neither overflow a small stack nor take more than linear time.
    [Theory]
    [InlineData("<!DOCTYPE a [<!ELEMENT a ", "(", "b", ")", ">]>", true)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a ", "(", "b", "", ">]>", false)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (b", "|c", "", "", ")>]>", true)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (b", " ", "", "", ")>]>", true)]
    [InlineData("<!DOCTYPE a [", "<!ELEMENT e (a)>", "", "", "]>", true)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA '", "&#65;", "", "", "'>]>", true)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a ", "b CDATA 'x' ", "", "", ">]>", true)]
    [InlineData("<!DOCTYPE a [<!ENTITY e '", "&", "", "", "'>]>", false)]
    [InlineData("<!DOCTYPE a [<!ENTITY e '", "&#65;&x;", "", "", "'>]>", true)]
    [InlineData("<!DOCTYPE a [<!--", "- ", "", "", "-->]>", true)]
    [InlineData("<!DOCTYPE a [", "\r", "", "", "]>", true)]
    [InlineData("<!DOCTYPE a [", "%p;", "", "", "]>", true)]
    [InlineData("<!DOCTYPE a [<!ENTITY % p SYSTEM 'p'>", "%p;", "", "", "]>", true)]
    public void Is_read_in_linear_time_on_a_small_stack(string begin, string open, string middle, string close, string end, bool isAccepted)
    {
        const int Count = 200_000;
        var text = new StringBuilder(begin);
        text.Insert(text.Length, open, Count).Append(middle).Insert(text.Length, close, Count).Append(end);
        var doctype = text.ToString();
        XmlErrorCode? code = null;
        var thread = new Thread(() => code = CodeOf(doctype, new DtdSettings()), maxStackSize: 256 * 1024);
        thread.Start();

        Assert.True(thread.Join(TimeSpan.FromSeconds(30)), "It is not linear.");
        Assert.Equal(isAccepted, code is null);
    }

    [Fact]
    public void Many_declarations_are_read_in_linear_time()
    {
        var text = new StringBuilder("<!DOCTYPE a [");
        for (var i = 0; i < 100_000; i++)
        {
            text.Append($"<!ENTITY e{i} '&e{i - 1};'><!ATTLIST e{i} a CDATA ''>");
        }

        var reading = new DtdReading(text.Append("]>").ToString(), logs: false);

        Assert.Equal("&e99998;", reading.Entity("e99999"));
        Assert.Equal("", reading.Default("e99999", "a"));
    }
}
