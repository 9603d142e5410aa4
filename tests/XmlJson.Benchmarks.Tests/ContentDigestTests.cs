using System.Text;
using System.Xml;

namespace XmlJson.Benchmarks.Tests;

public class ContentDigestTests
{
    private const string Sample = "<a xmlns:p='u' x='1'>é<![CDATA[<]]><p:b p:y='ü'/>z</a>";

    [Fact]
    public void Both_tallies_count_in_their_own_code_units()
    {
        var content = Read(Sample);

        Assert.Equal(new Tally { Elements = 2, Attributes = 3, NameUnits = 5, ValueUnits = 4, TextUnits = 4, FirstUnits = "abpxyu1".Sum(c => c) + Encoding.UTF8.GetBytes("ü")[0] }, content.Utf8);
        Assert.Equal(new Tally { Elements = 2, Attributes = 3, NameUnits = 5, ValueUnits = 3, TextUnits = 3, FirstUnits = "abpxyu1ü".Sum(c => c) }, content.Utf16);
    }

    [Theory]
    [InlineData("<a xmlns:p='u' x='1'>é&lt;<p:b p:y='ü'></p:b>z</a>")]
    [InlineData("<a x=\"1\" xmlns:p='u'>&#xE9;&#60;<p:b p:y='&#252;'/><!-- c -->z</a>")]
    public void The_same_content_has_the_same_answer(string other) => Assert.Equal(Read(Sample).Answer, Read(other).Answer);

    [Theory]
    [InlineData("<a xmlns:p='u' x='1'>é&lt;<p:b p:y='ü'/>y</a>")]
    [InlineData("<a xmlns:p='u' x='2'>é&lt;<p:b p:y='ü'/>z</a>")]
    [InlineData("<a xmlns:p='v' x='1'>é&lt;<p:b p:y='ü'/>z</a>")]
    [InlineData("<a xmlns:p='u' x='1'>é&lt;<p:b p:y='ü'>z</p:b></a>")]
    [InlineData("<a xmlns:p='u'>é&lt;<p:b p:y='ü' x='1'/>z</a>")]
    public void Other_content_has_another_answer(string other) => Assert.NotEqual(Read(Sample).Answer, Read(other).Answer);

    [Fact]
    public void Text_may_come_in_pieces()
    {
        var whole = new ContentDigest();
        whole.StartElement("", "a");
        whole.Text("one two");
        whole.EndElement();
        var pieces = new ContentDigest();
        pieces.StartElement(""u8, "a"u8);
        pieces.Text("one"u8);
        pieces.Text(""u8);
        pieces.Text(" two");
        pieces.EndElement();

        Assert.Equal(whole.Answer, pieces.Answer);
    }

    private static ContentDigest Read(string xml)
    {
        var content = new ContentDigest();
        using var reader = XmlReader.Create(new StringReader(xml));
        ReaderContent.AddTo(reader, content);
        return content;
    }
}
