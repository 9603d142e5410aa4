using System.Buffers;
using System.Text;
using System.Xml;
using XmlJson.Tests.Differential;
using XmlJson.Trees;

namespace XmlJson.Fuzzing;

/// <summary>What is written, by events or from a tree, and under whatever options, is read as what was there before. Two bytes choose the options; the document follows.</summary>
/// <remarks>
/// <code>
/// byte 0   . . . . . . e e   how empty elements are written
///          . . . . d d . .   the XML declaration
///          . . . r . . . .   when indented, replaces white space
///          . . n . . . . .   carriage returns before line feeds
/// byte 1                     how much is held back for indenting, and the length of the buffer
/// </code>
/// </remarks>
internal sealed class WriteTarget : Target
{
    private const int HeadLength = 2;

    private static readonly XmlParserOptions Reading = new() { DtdProcessing = DtdProcessing.Parse, MaxEntityExpansion = 20_000, MaxEntityAmplification = 2 };

    // The entities in what was read are expanded in what is written.
    private static readonly XmlParserOptions Rereading = new() { DtdProcessing = DtdProcessing.Parse };

    public override void Run(byte[] input)
    {
        if (input.Length < HeadLength)
        {
            return;
        }

        var document = input.AsSpan(HeadLength).ToArray();
        using var log = new EventLog();
        try
        {
            Xml.Parse(document, log, Reading);
        }
        catch (XmlSyntaxException)
        {
            return;
        }

        var expected = EventLines.Written(log.ToString());
        var options = Options(input[0], input[1]);
        FindingException.ThrowUnlessSame("What was written", expected, Reread(Write(writer => Xml.Parse(document, writer, Reading), options)));

        using var tree = Load(document, new DocumentBuilder());
        using var referring = Load(document, new DocumentBuilder(document));
        FindingException.ThrowUnlessSame("The tree", log.ToString(), Log(tree));
        FindingException.ThrowUnlessSame("The tree that refers to its source", log.ToString(), Log(referring));
        FindingException.ThrowUnlessSame("What the tree wrote", expected, Reread(Write(tree.WriteTo, options)));

        var indented = Write(tree.WriteTo, options with { Indented = true, ReplaceWhiteSpace = (input[0] & 16) != 0 });
        FindingException.ThrowUnlessSame("What was indented", EventLines.WithoutWhiteSpace(expected), EventLines.WithoutWhiteSpace(Reread(indented)));
    }

    public override IEnumerable<byte[]> Seeds()
    {
        var number = 0;
        foreach (var document in SeedDocuments.Xml())
        {
            number++;
            yield return [(byte)number, (byte)(number * 7), .. document];
        }
    }

    private static Utf8XmlWriterOptions Options(byte first, byte second) => new()
    {
        EmptyElements = (EmptyElementStyle)((first & 3) % 3),
        Declaration = (XmlDeclarationStyle)(((first >> 2) & 3) % 3),
        NewLine = (first & 32) == 0 ? "\n" : "\r\n",
        IndentLookAhead = second * 4,
        BufferSize = 1 + second,
    };

    private static Document Load(byte[] document, DocumentBuilder builder)
    {
        using (builder)
        {
            Xml.Parse(document, builder, Reading);
            return builder.TakeDocument();
        }
    }

    private static byte[] Write(Func<Utf8XmlWriter, ParseStatus> source, Utf8XmlWriterOptions options)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8XmlWriter(output, options))
        {
            source(writer);
        }

        return output.WrittenSpan.ToArray();
    }

    private static string Log(Document tree)
    {
        using var log = new EventLog();
        tree.WriteTo(log);
        return log.ToString();
    }

    private static string Reread(byte[] written)
    {
        using var log = new EventLog();
        try
        {
            Xml.Parse(written, log, Rereading);
        }
        catch (XmlSyntaxException e)
        {
            throw new FindingException($"What was written is refused: {e.Message}\n{Encoding.UTF8.GetString(written)}");
        }

        return EventLines.Written(log.ToString());
    }
}
