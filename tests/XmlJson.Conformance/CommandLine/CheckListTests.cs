using System.Globalization;
using XmlJson.Conformance.W3C;
using XmlJson.Tests;
using Xunit.Abstractions;

namespace XmlJson.Conformance.CommandLine;

/// <summary><c>xmljson check --list</c> says of the whole W3C suite what the library says.</summary>
public sealed class CheckListTests(ITestOutputHelper output)
{
    public static TheoryData<string, string[]> Options => new()
    {
        { nameof(Profile.Prohibited), [] },
        { nameof(Profile.NoResolver), ["--dtd", "parse"] },
        { nameof(Profile.Resolver), ["--dtd", "parse", "--resolve", "xmlconf"] },
    };

    [SuiteTheory]
    [MemberData(nameof(Options))]
    public void The_verdicts_are_the_library_s(string profile, string[] options)
    {
        var parserOptions = profile switch
        {
            nameof(Profile.NoResolver) => Profile.NoResolver.Options,
            nameof(Profile.Resolver) => Profile.Resolver.Options,
            _ => XmlParserOptions.Default,
        };
        var list = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(list, SuiteTest.All.Select(test => test.FullPath));
            var run = Tool.Run([.. Tool.Command, "check", "--list", list, .. options.Select(word => word == "xmlconf" ? SuiteFiles.PathOf(word) : word)]);

            Assert.Empty(run.Error);
            Assert.Equal(1, run.ExitCode);
            var found = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join('\t', line.Split('\t').Take(4))).ToList();
            Assert.Equal(SuiteTest.All.Select(test => LineOf(test, parserOptions)), found);
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
