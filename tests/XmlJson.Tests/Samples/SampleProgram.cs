using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace XmlJson.Tests.Samples;

/// <summary>Compiles a program in memory and runs it as a process of its own.</summary>
internal static class SampleProgram
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading.Tasks;
        """;

    /// <summary>Runs a program.</summary>
    /// <param name="code">Its one file.</param>
    /// <param name="folder">Where it runs.</param>
    /// <returns>What it printed.</returns>
    public static string Run(string code, string folder)
    {
        var place = Directory.CreateTempSubdirectory("xmljson-sample-").FullName;
        try
        {
            var program = Path.Combine(place, "Sample.dll");
            Compile(code, program);
            var library = typeof(Xml).Assembly.Location;
            File.Copy(library, Path.Combine(place, Path.GetFileName(library)));
            File.WriteAllText(Path.Combine(place, "Sample.runtimeconfig.json"),
                $$$$"""{"runtimeOptions":{"framework":{"name":"Microsoft.NETCore.App","version":"{{{{Environment.Version}}}}"},"configProperties":{"System.Globalization.Invariant":true}}}""");
            return Execute(program, folder);
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    /// <summary>The errors that the compiler finds in a program.</summary>
    public static IReadOnlyList<string> ErrorsOf(string code) => [.. Compilation(code).GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];

    private static void Compile(string code, string program)
    {
        using var output = File.Create(program);
        var result = Compilation(code).Emit(output);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()));
    }

    private static CSharpCompilation Compilation(string code)
    {
        var parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System", StringComparison.Ordinal) || Path.GetFileName(path) is "XmlJson.dll" or "netstandard.dll")
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create(
            "Sample",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, parse), CSharpSyntaxTree.ParseText(code, parse)],
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static string Execute(string program, string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", ["exec", program])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output.ReplaceLineEndings("\n");
    }
}
