using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using XmlJson.Conformance.W3C;
using XmlJson.Mapping;
using XmlJson.Tests;
using Xunit.Abstractions;

namespace XmlJson.Conformance.Mapping;

/// <summary>Every well-formed document of the W3C's suite comes back from JSON, and every JSON of JSONTestSuite from XML.</summary>
public sealed class LosslessSuiteTests(ITestOutputHelper output)
{
    private const int KnownDocuments = 1050;
    private const int KnownJsonFiles = 80;

    private static readonly MappingOptions Options = new() { AllowInternalSubset = true };

    private static readonly MappingConvention[] Vocabularies = [new XPath31Convention { Escape = true, EscapeSolidus = false }, new JsonXConvention { Escape = true }];

    public static TheoryData<string> Profiles => [Profile.Resolver.Name, Profile.NoResolver.Name, Profile.Prohibited.Name];

    [SuiteTheory]
    [MemberData(nameof(Profiles))]
    public void Every_well_formed_document_comes_back_from_JSON(string name)
    {
        var profile = Profile.All.Single(one => one.Name == name);
        var documents = SuiteTest.All.Where(profile.Includes).Where(test => test.HasNamespaces).Select(test => (Test: test, Options: profile.OptionsOf(test))).Where(IsWellFormed).ToList();
        var differences = SmallStack.Run(() => documents.Select(document => (document.Test, Difference: FindDifference(document.Test, document.Options))).Where(found => found.Difference is not null).ToList());
        output.WriteLine($"{name}: {documents.Count} documents");

        Expect.None([.. differences.Select(found => $"{found.Test}: {found.Difference}")]);
        Assert.True(documents.Count >= (name == Profile.Prohibited.Name ? 81 : KnownDocuments), $"{documents.Count} documents");
    }

    [SuiteFact]
    public void Every_JSON_comes_back_from_XML()
    {
        var files = JsonFile.Suites.Where(file => file.Expected == "accept" || (file.Expected != "reject" && IsRead(file))).ToList();
        var differences = SmallStack.Run(() => files.SelectMany(file => Vocabularies.Select(vocabulary => (File: file, Difference: FindDifference(file, vocabulary)))).Where(found => found.Difference is not null).ToList());
        output.WriteLine($"{files.Count} files");

        Expect.None([.. differences.Select(found => $"{found.File}: {found.Difference}")]);
        Assert.True(files.Count >= KnownJsonFiles, $"{files.Count} files");
    }

    private static bool IsWellFormed((SuiteTest Test, XmlParserOptions Options) document)
    {
        try
        {
            var nothing = default(Discard);
            Xml.Parse(document.Test.Read(), ref nothing, document.Options);
            return true;
        }
        catch (XmlSyntaxException)
        {
            return false;
        }
    }

    // Where the suite leaves it to the reader.
    private static bool IsRead(JsonFile file)
    {
        try
        {
            using var source = new JsonSource(Vocabularies[0]);
            source.Parse(file.Read(), new EventLog(TextWriter.Null));
            return true;
        }
        catch (Exception error) when (error is JsonException or MappingException)
        {
            return false;
        }
    }

    private static string? FindDifference(SuiteTest test, XmlParserOptions options)
    {
        var xml = test.Read();
        using var events = new EventLog();
        Xml.Parse(xml, events, options);
        var json = new ArrayBufferWriter<byte>();
        var report = Xml.ToJson(xml, json, LosslessConvention.Default, parserOptions: options);
        using var source = new JsonSource(LosslessConvention.Default, Options);
        using var back = new EventLog();
        source.Parse(json.WrittenSpan, back);
        var expected = CanonicalEvents(events.ToString());
        return expected != back.ToString() ? FirstDifference.Of(expected, back.ToString())
            : report.IsEmpty && source.Report.IsEmpty ? null : $"came back, but a loss was reported: {report} {source.Report}";
    }

    private static string? FindDifference(JsonFile file, MappingConvention vocabulary)
    {
        var json = file.Read();
        using var source = new JsonSource(vocabulary);
        var back = new ArrayBufferWriter<byte>();
        using var sink = new JsonSink(back, vocabulary);
        source.Parse(json, sink);
        return Tokens(json) != Tokens(back.WrittenSpan) ? FirstDifference.Of(Tokens(json), Tokens(back.WrittenSpan)) : source.Report.IsEmpty ? null : $"came back, but a loss was reported: {source.Report}";
    }

    // White space in element content is text to who has no document type definition, and one run with the text beside it.
    private static string CanonicalEvents(string events)
    {
        var canonical = new List<string>();
        foreach (var line in events.Split('\n'))
        {
            var text = line.StartsWith("whitespace \"", StringComparison.Ordinal) ? "text" + line["whitespace".Length..] : line;
            if (text.StartsWith("text \"", StringComparison.Ordinal) && canonical is [.., var last] && last.StartsWith("text \"", StringComparison.Ordinal))
            {
                canonical[^1] = last[..^1] + text["text \"".Length..];
            }
            else
            {
                canonical.Add(text);
            }
        }

        return string.Join('\n', canonical);
    }

    // Numbers by their text, strings by their UTF-16 code units: System.Text.Json gives no string with a lone surrogate.
    private static string Tokens(ReadOnlySpan<byte> json)
    {
        var tokens = new StringBuilder();
        var reader = new Utf8JsonReader(json.StartsWith("\uFEFF"u8) ? json[3..] : json, new JsonReaderOptions { MaxDepth = 1000 });
        while (reader.Read())
        {
            var raw = Encoding.UTF8.GetString(reader.ValueSpan);
            tokens.Append(reader.TokenType).Append(' ');
            tokens.Append(reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? Units(raw) : raw).Append('\n');
        }

        return tokens.ToString();
    }

    private static string Units(string raw)
    {
        var units = new StringBuilder();
        for (var i = 0; i < raw.Length; i++)
        {
            var unit = (int)raw[i];
            if (unit == '\\')
            {
                i++;
                unit = raw[i] switch { 'b' => 8, 't' => 9, 'n' => 10, 'f' => 12, 'r' => 13, 'u' => Convert.ToInt32(raw.Substring(i + 1, 4), 16), var other => other };
                i += raw[i] == 'u' ? 4 : 0;
            }

            units.Append(CultureInfo.InvariantCulture, $"{unit:X} ");
        }

        return units.ToString();
    }
}
