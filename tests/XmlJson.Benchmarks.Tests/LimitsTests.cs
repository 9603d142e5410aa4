using System.Text;

namespace XmlJson.Benchmarks.Tests;

public class LimitsTests
{
    // Characters of one to four bytes, so that stretches end within characters of every length, and everything the bitmaps ask for.
    private static readonly string Piece = "<p a=\"1\" b='é'>x]&amp;名\t𝄞/=>\r\n</p>";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(999)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1002)]
    public void Everybody_goes_over_every_byte_wherever_stretches_end(int pieces)
    {
        var text = new StringBuilder("<a>").Append('z', pieces % 4).Insert(3, Piece, pieces).Append("</a>");
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text.ToString())];
        var contenders = Work.Limits.CreateGroups().Single();

        var (answer, _) = Agreement.Find(contenders, InputDocument.Xml("sample.xml", bytes), "limits");

        Assert.Equal($"bytes gone over {bytes.Length}", answer.Counts);
        foreach (var contender in contenders)
        {
            using (contender)
            {
                contender.Run();
                contender.Check();
            }
        }
    }

    [Fact]
    public void Whoever_does_nothing_in_a_round_is_caught()
    {
        var document = InputDocument.Xml("sample.xml", "<a/>"u8.ToArray());
        foreach (var contender in Work.Limits.CreateGroups().Single())
        {
            using (contender)
            {
                contender.Prepare(document);
                contender.Verify();
                contender.Run();
                contender.Check();

                Assert.Throws<WrongAnswerException>(contender.Check);
            }
        }
    }

    [Fact]
    public void What_is_no_UTF8_is_seen()
    {
        var document = InputDocument.Xml("sample.xml", Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>"));
        foreach (IContender contender in new IContender[] { new Utf8Limit(), new BitmapsLimit() })
        {
            using (contender)
            {
                contender.Prepare(document);

                Assert.ThrowsAny<Exception>(contender.Verify);
            }
        }
    }
}
