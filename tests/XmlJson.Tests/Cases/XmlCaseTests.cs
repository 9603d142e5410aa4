namespace XmlJson.Tests.Cases;

/// <summary>Each document of tests/cases/xml gives the events, or the error, that stand beside it.</summary>
public class XmlCaseTests
{
    public static TheoryData<string> Names => [.. XmlCases.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_gives_its_events(string name)
    {
        var one = new CaseFile(name);
        var log = new EventLog();
        var error = "";
        using var parser = new Utf8XmlParser(one.Options);
        try
        {
            Assert.Equal(ParseStatus.Completed, parser.Parse(one.Document, ref log));
        }
        catch (XmlSyntaxException e)
        {
            error = $"error {e.Code} {e.Position}\n";
        }

        Assert.Equal(one.Expected, log + error);
    }

    [Fact]
    public void Every_error_code_has_a_case()
    {
        var seen = XmlCases.All.Where(one => !one.IsAccepted).Select(one => Enum.Parse<XmlErrorCode>(one.ExpectedError.Split(' ')[1])).ToHashSet();

        // No document by itself reaches the limit on records: that has tests of its own.
        Assert.Equal([XmlErrorCode.RecordSizeLimit], Enum.GetValues<XmlErrorCode>().Except(seen));
    }
}
