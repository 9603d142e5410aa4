using System.Buffers;
using System.Text;
using XmlJson.Dom;

namespace XmlJson.Tests.Canonical;

/// <summary>What documents cost that were made to cost much: each would take minutes if anything took quadratic time.</summary>
public class CanonicalCostTests
{
    private const int Many = 100_000;
    private const int Levels = 1_000_000;

    private static readonly XmlParserOptions Unlimited = XmlParserOptions.Default with
    {
        MaxDepth = int.MaxValue,
        MaxAttributes = int.MaxValue,
        MaxNames = int.MaxValue,
        MaxMarkupLength = int.MaxValue,
    };

    public static TheoryData<CanonicalXmlVersion, PrefixRewriting> Versions => new()
    {
        { CanonicalXmlVersion.Inclusive10, PrefixRewriting.None },
        { CanonicalXmlVersion.Exclusive10, PrefixRewriting.None },
        { CanonicalXmlVersion.Version20, PrefixRewriting.None },
        { CanonicalXmlVersion.Version20, PrefixRewriting.Sequential },
    };

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_million_levels_fit_on_a_small_stack(CanonicalXmlVersion version, PrefixRewriting rewriting)
    {
        var document = $"{Repeat("<p:a xmlns:p='urn:p'>", Levels / 2)}{Repeat("<p:a xmlns:p='urn:q'>", Levels / 2)}{Repeat("</p:a>", Levels)}";
        var found = 0L;
        SmallStack.Run(() => found = Length(document, new() { Version = version, PrefixRewriting = rewriting }));

        var name = rewriting == PrefixRewriting.None ? "p" : "n0";
        Assert.Equal((2L * " xmlns:p=\"urn:p\"".Length) + (Levels * $"<{name}:a></{name}:a>".Length) + (rewriting == PrefixRewriting.None ? 0 : 2), found);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Attributes_of_one_tag_take_the_time_that_sorting_takes(CanonicalXmlVersion version, PrefixRewriting rewriting)
    {
        var names = Enumerable.Range(0, Many).Select(i => $"a{(uint)i * 2_654_435_761:x8}").ToArray();
        var document = $"<a xmlns:p='urn:p' {string.Join(' ', names.Select((name, i) => $"{(i % 2 == 0 ? "" : "p:")}{name}=''"))}/>";

        var form = Form(document, new() { Version = version, PrefixRewriting = rewriting });

        Array.Sort(names, StringComparer.Ordinal);
        Assert.Contains($" {names.First(name => form.Contains($" {name}=", StringComparison.Ordinal))}=\"\"", form, StringComparison.Ordinal);
        Assert.Equal(Many, form.Count(c => c == '=') - form.Split(" xmlns:").Length + 1);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Declarations_of_one_tag_take_the_time_that_sorting_takes(CanonicalXmlVersion version, PrefixRewriting rewriting)
    {
        var document = $"<a {Join(i => $"xmlns:p{i}='urn:{i}' p{i}:a=''")}>{Repeat("<b/>", Many)}</a>";

        var form = Form(document, new() { Version = version, PrefixRewriting = rewriting });

        Assert.Equal(Many + (rewriting == PrefixRewriting.None ? 0 : 1), form.Split(" xmlns:").Length - 1);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Declarations_of_nested_tags_take_linear_time(CanonicalXmlVersion version, PrefixRewriting rewriting)
    {
        var document = $"{Join(i => $"<p{i}:a xmlns:p{i}='urn:{i}'>")}{string.Join("", Enumerable.Range(0, Many).Reverse().Select(i => $"</p{i}:a>"))}";

        Assert.Equal(Many, Form(document, new() { Version = version, PrefixRewriting = rewriting }).Split(" xmlns:").Length - 1);
    }

    [Fact]
    public void White_space_that_may_be_trimmed_takes_linear_time()
    {
        var document = $"<a>{Repeat(" <![CDATA[ ]]>", Many)}x{Repeat(" <![CDATA[ ]]>", Many)}</a>";

        Assert.Equal("<a>x</a>", Form(document, CanonicalizationOptions.Version20 with { TrimTextNodes = true }));
    }

    [Fact]
    public void What_a_deep_element_inherits_takes_linear_time()
    {
        using var tree = Xml.Load(Encoding.UTF8.GetBytes($"{Repeat("<a xml:base='x/../y/' xmlns:p='urn:p'>", Many)}<b xml:base='z'/>{Repeat("</a>", Many)}"), Unlimited);

        var form = tree.GetElementsByTagName("b")[0].Canonicalize(CanonicalizationOptions.Inclusive11);

        Assert.Equal($"<b xmlns:p=\"urn:p\" xml:base=\"{Repeat("y/", Many)}z\"></b>", form);
    }

    [Fact]
    public void More_events_allocate_no_more()
    {
        var output = new ArrayBufferWriter<byte>(1 << 20);
        using var canonicalizer = new Canonicalizer(output, CanonicalForms.All[^1]);
        using var parser = new Utf8XmlParser();
        IContentHandler handler = canonicalizer;
        var read = (int times) =>
        {
            var document = Encoding.UTF8.GetBytes($"<r>{Repeat("<p:a xmlns:p='urn:p' p:b='1' a='&lt;'> t <c xmlns='urn:c'/><!--c--><?i d?></p:a>", times)}</r>");
            return () =>
            {
                output.ResetWrittenCount();
                canonicalizer.Reset(output);
                parser.Parse(document, ref handler);
            };
        };
        var few = read(10);
        var many = read(500);
        for (var i = 0; i < 50; i++)
        {
            many();
        }

        Assert.Equal(Allocated.Least(few), Allocated.Least(many));
    }

    private static string Form(string document, CanonicalizationOptions options) => CanonicalForms.Of(Encoding.UTF8.GetBytes(document), options, Unlimited);

    private static long Length(string document, CanonicalizationOptions options)
    {
        var output = new ArrayBufferWriter<byte>();
        Xml.Canonicalize(Encoding.UTF8.GetBytes(document), output, options, Unlimited);
        return output.WrittenCount;
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static string Join(Func<int, string> make) => string.Join(' ', Enumerable.Range(0, Many).Select(make));
}
