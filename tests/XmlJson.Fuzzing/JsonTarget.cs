using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Xml;
using XmlJson.Mapping;
using XmlJson.Tests.Differential;
using XmlJson.Tests.Reading;

namespace XmlJson.Fuzzing;

/// <summary>XML becomes JSON and JSON becomes XML, or is refused with the exceptions documented; what is not reported lost comes back. The first byte chooses; the text follows.</summary>
/// <remarks>
/// <code>
/// byte 0   . . . . . . . j   the text is JSON, not XML
///          . . . . . c c .   the convention
///          . . . . s . . .   strict
///          . . . l . . . .   limits that short texts reach
///          . . i . . . . .   an internal subset is allowed
///          b b . . . . . .   how many bytes a stream gives at most
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
    ];

    // Comments are part of one convention, and equal keys of another.
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = 2000 };

    public override void Run(byte[] input)
    {
        if (input.Length == 0)
        {
            return;
        }

        var (choice, text) = (input[0], input.AsSpan(1).ToArray());
        var convention = Conventions[(choice >> 1) & 3];
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
        var number = 0;
        foreach (var json in SeedDocuments.Json())
        {
            number += 2;
            yield return [(byte)(number | 1), .. json];
        }

        foreach (var xml in SeedDocuments.Cases())
        {
            number += 2;
            yield return [(byte)(number & ~1), .. xml];
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
        Json.Parse(json.WrittenSpan, back, convention, options with { AllowInternalSubset = true });
        FindingException.ThrowUnlessSame("What comes back though nothing was reported lost", Kept(log.ToString()), Kept(back.ToString()));
    }

    // An empty internal subset says nothing, and JSON has none then.
    private static string Kept(string events) => EventLines.Written(events).Replace(" subset=\"\"", "", StringComparison.Ordinal);

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
