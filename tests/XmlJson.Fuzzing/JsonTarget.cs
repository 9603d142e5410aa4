using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Xml;
using XmlJson.Mapping;
using XmlJson.Tests.Differential;
using XmlJson.Tests.Reading;

namespace XmlJson.Fuzzing;

/// <summary>XML becomes JSON and JSON becomes XML, or is refused with the exceptions documented; what is not reported lost comes back. The first two bytes choose; the text follows.</summary>
/// <remarks>
/// <code>
/// byte 0   . . . . . . . j   the text is JSON, not XML
///          . . . . s . . .   strict
///          . . . l . . . .   limits that short texts reach
///          . . i . . . . .   an internal subset is allowed
///          b b . . . . . .   how many bytes a stream gives at most; the first of them also indents
/// byte 1                     the convention
/// </code>
/// </remarks>
internal sealed class JsonTarget : Target
{
    private static readonly XmlParserOptions Reading = new() { DtdProcessing = DtdProcessing.Parse, MaxEntityExpansion = 20_000, MaxEntityAmplification = 2 };

    private static readonly MappingConvention[] Conventions =
    [
        JsonConvention.Default,
        JsonConvention.Newtonsoft,
        JsonConvention.Default with
        {
            CDataKey = "#cdata",
            Comments = CommentForm.Key,
            ProcessingInstructionPrefix = "?",
            DocumentTypeKey = "!DOCTYPE",
            XmlDeclarationKey = "?xml",
            WhiteSpace = WhiteSpacePolicy.Keep,
            InvalidCharacters = InvalidCharacterPolicy.Replace,
        },
        JsonConvention.Default with { KeepRoot = false, Arrays = ArrayRule.Never, Names = NamePolicy.Replace, EmptyElement = EmptyElementForm.EmptyObject, WhiteSpace = WhiteSpacePolicy.Trim, AttributePrefix = "" },
        LosslessConvention.Default,
        LosslessConvention.Default with { LookAhead = 8 },
        JsonMLConvention.Default,
        XPath31Convention.Default,
        XPath31Convention.Default with { Escape = true, Duplicates = DuplicateKeyPolicy.UseFirst, EscapeSolidus = false },
        JsonXConvention.Default,
        JsonXConvention.Default with { Escape = true },
        JsonXConvention.Default with { InvalidCharacters = InvalidCharacterPolicy.Replace, Duplicates = DuplicateKeyPolicy.Reject },
        JsonConvention.XmlToDict,
        JsonConvention.BadgerFish,
        JsonConvention.Parker,
        JsonConvention.GData,
        JsonConvention.Spark,
        JsonConvention.FastXmlParser,
        JsonConvention.XmlJs,
        JsonConvention.Xml2Js,
        JsonConvention.Default with { Types = TypeRule.Inferred.WithSchemaInstance(), Arrays = ArrayRule.AtPaths("/a/b", "**/c"), Namespaces = NamespaceRule.WithPrefixes(("p", "u")) },
        JsonConvention.Default with { Namespaces = NamespaceRule.Expanded, RepeatsAreAdjacent = true, MixedText = MixedTextForm.Drop, UnwrapLists = true },
        JsonConvention.Newtonsoft with { Namespaces = NamespaceRule.LocalNames, PrefixSeparator = '$', Comments = CommentForm.Key },
    ];

    private static readonly string[] Added =
        [" xmlns:p=\"u\"", " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"", " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""];

    // Comments are part of one convention, and equal keys of another.
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = 2000 };

    public override void Run(byte[] input)
    {
        if (input.Length < 2)
        {
            return;
        }

        var (choice, text) = (input[0], input.AsSpan(2).ToArray());
        var convention = Conventions[input[1] % Conventions.Length];
        var options = (choice & 16) == 0 ? MappingOptions.Default : new MappingOptions { MaxDepth = 3, MaxLookAhead = 20, MaxBuffer = 40 };
        options = options with { Strict = (choice & 8) != 0, AllowInternalSubset = (choice & 32) != 0, Indented = (choice & 64) != 0 };
        var atMost = 1 << (choice >> 6 << 1);
        if ((choice & 1) != 0)
        {
            FromJson(text, convention, options, atMost);
        }
        else
        {
            FromXml(text, convention, options, atMost);
        }
    }

    public override IEnumerable<byte[]> Seeds()
    {
        // The choices go round, so that each convention sees seeds of every kind.
        var number = 0;
        foreach (var json in SeedDocuments.Json())
        {
            number++;
            yield return [(byte)((number * 2) | 1), (byte)(number % Conventions.Length), .. json];
        }

        foreach (var xml in SeedDocuments.Cases())
        {
            number++;
            yield return [(byte)(number * 2), (byte)(number % Conventions.Length), .. xml];
        }
    }

    private static void FromXml(byte[] xml, MappingConvention convention, MappingOptions options, int atMost)
    {
        var json = new ArrayBufferWriter<byte>();
        MappingReport? report = null;
        var whole = Try(() => report = Xml.ToJson(xml, json, convention, options, Reading));
        using var output = new MemoryStream();
        var streamed = Try(() => Xml.ToJson(new ShortReadStream(xml, atMost), output, convention, options, Reading));
        FindingException.ThrowUnlessSame("The result from a stream", whole, streamed);
        if (report is null)
        {
            return;
        }

        FindingException.ThrowUnlessSame("JSON from a stream", Encoding.UTF8.GetString(json.WrittenSpan), Encoding.UTF8.GetString(output.ToArray()));
        JsonDocument.Parse(json.WrittenMemory, Lenient).Dispose();
        if (!report.IsEmpty)
        {
            return;
        }

        using var log = new EventLog();
        Xml.Parse(xml, log, Reading);
        using var back = new EventLog();
        Json.Parse(json.WrittenSpan, back, convention, options with { AllowInternalSubset = true, Strict = false });
        FindingException.ThrowUnlessSame("What comes back though nothing was reported lost", Kept(log.ToString()), Kept(back.ToString()));
    }

    // An empty internal subset says nothing, and JSON has none then. Some conventions declare namespaces whether they are used or not.
    private static string Kept(string events) => Added.Aggregate(
        EventLines.Written(events).Replace(" subset=\"\"", "", StringComparison.Ordinal),
        (kept, declaration) => kept.Replace(declaration, "", StringComparison.Ordinal));

    private static void FromJson(byte[] json, MappingConvention convention, MappingOptions options, int atMost)
    {
        using var log = new EventLog();
        var whole = Try(() => Json.Parse(json, log, convention, options));
        using var streamedLog = new EventLog();
        var streamed = Try(() => Json.Parse(new ShortReadStream(json, atMost), streamedLog, convention, options));
        FindingException.ThrowUnlessSame("The result from a stream", whole, streamed);
        FindingException.ThrowUnlessSame("Events from a stream", log.ToString(), streamedLog.ToString());
        using var output = new MemoryStream();
        var written = Try(() => Json.ToXml(new MemoryStream(json), output, convention, options));
        FindingException.ThrowUnlessSame("The result of writing", whole, written);
        if (whole.Length == 0)
        {
            using var reread = new EventLog();
            Xml.Parse(output.ToArray(), reread, Reading);
            FindingException.ThrowUnlessSame("What was written", EventLines.Written(log.ToString()), EventLines.Written(reread.ToString()));
        }
    }

    // What became of it: nothing to tell, or why it was refused. Lines are counted in what is in memory whole.
    private static string Try(Action convert)
    {
        try
        {
            convert();
            return "";
        }
        catch (MappingException e)
        {
            return $"{e.Code} at byte {e.Position.ByteOffset}, {e.Path}: {e.Description}";
        }
        catch (JsonException e)
        {
            // The message quotes what has come of a literal.
            return $"not JSON in line {e.LineNumber}, byte {e.BytePositionInLine}";
        }
        catch (XmlSyntaxException e)
        {
            return e.Message;
        }
    }
}
