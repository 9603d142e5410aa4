namespace XmlJson.Cli.Tests;

public sealed class KeyedOptionTests
{
    private const string Order = """<s:order xmlns:s="urn:shop" id="7"><s:item><n>2</n><code>007</code></s:item> <s:item/></s:order>""";

    [Theory]
    [InlineData("""{"s:order":{"@xmlns:s":"urn:shop","@id":"7","s:item":[{"n":"2","code":"007"},null]}}""")]
    [InlineData("""{"s:order":{"@xmlns:s":"urn:shop","@id":"7","s:item":[{"n":2,"code":"007"},null]}}""", "--types", "inferred")]
    [InlineData("""{"s:order":{"@xmlns:s":"urn:shop","@id":7,"s:item":[{"n":"2","code":7},null]}}""", "--type", "/s:order/@id=number", "--type", "**/code=number")]
    [InlineData("""{"order":{"@id":"7","item":[{"n":"2","code":"007"},null]}}""", "--namespaces", "local-names")]
    [InlineData("""{"{urn:shop}order":{"@id":"7","{urn:shop}item":[{"n":"2","code":"007"},null]}}""", "--namespaces", "expanded")]
    [InlineData("""{"p:order":{"@id":"7","p:item":[{"n":"2","code":"007"},null]}}""", "--prefix", "p=urn:shop")]
    [InlineData("""{"s:order":{"@xmlns:s":"urn:shop","@id":"7","s:item":[{"n":"2","code":"007"},null],"#text":" "}}""", "--whitespace", "keep")]
    [InlineData("""{"@xmlns:s":"urn:shop","@id":"7","s:item":[{"n":"2","code":"007"},null]}""", "--no-root")]
    [InlineData("""{"s:order":{"$":{"xmlns:s":"urn:shop","id":"7"},"s:item":[{"n":["2"],"code":["007"]},""]}}""", "--convention", "xml2js")]
    [InlineData("""[{"n":2,"code":"007"},null]""", "--convention", "parker", "--namespaces", "local-names")]
    public void An_option_changes_what_a_convention_with_keys_makes(string json, params string[] options)
    {
        var run = CommandRun.WithInput(Order, ["convert", .. options]);

        Assert.Equal((0, json + "\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void Xsi_types_come_back()
    {
        const string Json = """{"r":{"a":1,"b":true,"c":null,"d":"x"}}""";
        var xml = CommandRun.WithInput(Json, "convert", "--types", "xsi").Output;

        Assert.Contains("xsi:nil=\"true\"", xml, StringComparison.Ordinal);
        Assert.Equal(Json + "\n", CommandRun.WithInput(xml, "convert", "--types", "xsi").Output);
    }

    [Theory]
    [InlineData("--type", "price", "--type")]
    [InlineData("--type", "/a=integer", "integer")]
    [InlineData("--type", "a=number", "element path")]
    [InlineData("--prefix", "urn:shop", "--prefix")]
    [InlineData("--prefix", "xml=urn:shop", "xml")]
    [InlineData("--types", "guessed", "guessed")]
    [InlineData("--whitespace", "some", "some")]
    public void A_value_that_says_nothing_is_refused(string option, string value, string part)
    {
        var run = CommandRun.WithInput("<a/>", "convert", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(part, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_contradict_each_other_or_the_convention_are_refused()
    {
        Assert.Equal(2, CommandRun.WithInput("<a/>", "convert", "--prefix", "p=urn:a", "--namespaces", "expanded").ExitCode);
        Assert.Equal(2, CommandRun.WithInput("<a/>", "convert", "--prefix", "p=urn:a", "--prefix", "p=urn:b").ExitCode);
        Assert.Equal(2, CommandRun.WithInput("<a/>", "convert", "--convention", "lossless", "--types", "inferred").ExitCode);
    }
}
