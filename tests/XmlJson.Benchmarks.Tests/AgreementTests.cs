using System.Text;

namespace XmlJson.Benchmarks.Tests;

public class AgreementTests
{
    // Small documents with everything in them that contenders might see differently.
    public static TheoryData<string> Documents =>
    [
        "<a/>",
        " <a> <b/> </a>\n",
        "<?xml version='1.0'?>\n<!-- c --><?pi d?>\n<a><!-- c --><?pi d?></a>\n<!-- e -->",
        "<a>one<!-- c -->two<![CDATA[three]]><b>four</b> five<![CDATA[]]> </a>",
        "<a xmlns='u' xmlns:p='v'><p:b p:x='1' x='2'><c xmlns=''/></p:b><d xmlns='u' xmlns:p='v'/></a>",
        "<a x='' y=' z '>&lt;&amp;&#233;&#x1F30D;é名前</a>",
        "<é ü='ß'>𝄞</é>",
        "<a x='1\n2\t3&#10;&#13;'>l&#13;\r\nm\rn</a>",
        "<a xml:space='preserve' xml:lang='en'> <b> </b> </a>",
    ];

    public static TheoryData<string> Works => [.. Work.All.Select(work => work.Name)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void All_contenders_agree_on_documents_with_everything_in_them(string xml)
    {
        foreach (var work in Work.All)
        {
            CheckAll(work, InputDocument.Xml("sample.xml", Encoding.UTF8.GetBytes(xml)));
        }
    }

    [Theory]
    [MemberData(nameof(Works))]
    public void All_contenders_agree_on_every_kind_of_document(string name)
    {
        foreach (var kind in GeneratedCorpus.Kinds)
        {
            CheckAll(Work.All.Single(work => work.Name == name), kind.Create(10_000));
        }
    }

    [Fact]
    public void Contenders_that_do_not_agree_are_named_with_their_counts()
    {
        var document = InputDocument.Xml("sample.xml", "<a><b/></a>"u8.ToArray());
        var error = Assert.Throws<WrongAnswerException>(() => Agreement.Find([new XmlReaderEvents(), new BlindContender()], document, "events"));

        Assert.Contains("sample.xml", error.Message, StringComparison.Ordinal);
        Assert.Contains("XmlReader: elements 2,", error.Message, StringComparison.Ordinal);
        Assert.Contains("blind: elements 0,", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contender_that_miscounts_in_a_round_is_caught()
    {
        using var contender = new ForgetfulContender();
        contender.Prepare(InputDocument.Xml("sample.xml", "<a><b/></a>"u8.ToArray()));
        contender.Verify();
        contender.Run();
        contender.Check();
        contender.Run();

        Assert.Throws<WrongAnswerException>(contender.Check);
    }

    private static void CheckAll(Work work, InputDocument document)
    {
        if (work.InputFrom(document) is not { } input)
        {
            return;
        }

        foreach (var contenders in work.CreateGroups())
        {
            Agreement.Find(contenders, input, work.Name);
            foreach (var contender in contenders)
            {
                using (contender)
                {
                    contender.Run();
                    contender.Run();
                    contender.Check();
                }
            }
        }
    }

    private sealed class BlindContender : VisitContender
    {
        public override string Name => "blind";

        protected override Tally Visit(InputDocument document) => default;

        protected override Tally VisitThoroughly(InputDocument document, ContentDigest content) => content.Utf8;
    }

    private sealed class ForgetfulContender : VisitContender
    {
        private int _visits;

        public override string Name => "forgetful";

        protected override Tally Visit(InputDocument document)
        {
            _visits++;
            return new Tally { Elements = 3 - _visits };
        }

        protected override Tally VisitThoroughly(InputDocument document, ContentDigest content) => new() { Elements = 2 };
    }
}
