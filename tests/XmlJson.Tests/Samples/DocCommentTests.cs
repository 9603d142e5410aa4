using System.Xml;
using System.Xml.Linq;

namespace XmlJson.Tests.Samples;

/// <summary>The blocks of code in the library's doc comments: programs compile and run, and the one that shows lines of events shows what the log writes.</summary>
public sealed class DocCommentTests
{
    private const string EventLogMember = "T:XmlJson.EventLog";

    private static readonly (string Member, string Text)[] Blocks = [.. XDocument.Load(Path.ChangeExtension(typeof(Xml).Assembly.Location, ".xml")).Descendants("member")
        .SelectMany(member => member.Descendants("code").Select(code => ((string)member.Attribute("name")!, WithoutIndentation(code.Value))))];

    [Fact]
    public void Programs_compile_and_run() =>
        Assert.All(Blocks.Where(block => block.Member != EventLogMember), block => SampleProgram.Run(block.Text, Repository.Root));

    [Fact]
    public void The_lines_shown_for_the_log_are_what_it_writes()
    {
        const string Document = """
            <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE catalog SYSTEM "catalog.dtd"><catalog xmlns="urn:books">
              <book id="bk101"><![CDATA[XML & JSON]]></book><!-- the end --><?target data?>&entity;</catalog>
            """;
        using var log = new EventLog();
        Xml.Parse(Document.ReplaceLineEndings("\n"), log, XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse });
        Assert.Equal(Assert.Single(Blocks, block => block.Member == EventLogMember).Text, log.ToString());
    }

    private static string WithoutIndentation(string code) => string.Concat(code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => line + "\n"));
}
