using System.Globalization;
using System.Xml;
using XmlJson.Conformance.W3C;
using XmlJson.Tests;
using XmlJson.Tests.Cases;
using Xunit.Abstractions;

namespace XmlJson.Conformance.CommandLine;

/// <summary><c>xmljson check --list</c> says of the whole W3C suite what the library says.</summary>
public sealed class CheckListTests(ITestOutputHelper output)
{
    [SuiteTheory]
    [InlineData("prohibit", false)]
    [InlineData("parse", false)]
    [InlineData("parse", true)]
    public void The_verdicts_are_the_library_s(string dtd, bool resolves)
    {
        var entities = SuiteFiles.PathOf("xmlconf");
        var options = XmlParserOptions.Default with
        {
            DtdProcessing = Enum.Parse<DtdProcessing>(dtd, ignoreCase: true),
            XmlResolver = resolves ? new FolderResolver(entities) : null,
        };
        var list = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(list, SuiteTest.All.Select(test => test.FullPath));
            var run = Tool.Run([.. Tool.Command, "check", "--list", list, "--dtd", dtd, .. resolves ? ["--resolve", entities] : Array.Empty<string>()]);
            Assert.Empty(run.Error);
            Assert.Equal(1, run.ExitCode);

            // Everything but the message.
            var found = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join('\t', line.Split('\t').Take(4))).ToList();
            Assert.Equal(SuiteTest.All.Select(test => LineOf(test, options)), found);
            output.WriteLine($"{found.Count(line => line.StartsWith("accept", StringComparison.Ordinal))} of {found.Count} accepted");
        }
        finally
        {
            File.Delete(list);
        }
    }

    private static string LineOf(SuiteTest test, XmlParserOptions options)
    {
        try
        {
            var handler = default(Discard);
            Xml.Parse(test.Read(), ref handler, options with { BaseUri = test.BaseUri });
            return $"accept\t{test.FullPath}";
        }
        catch (XmlSyntaxException e)
        {
            return string.Create(CultureInfo.InvariantCulture, $"reject\t{test.FullPath}\t{e.Position.Line}:{e.Position.Column}\t{e.Code}");
        }
    }
}
