using System.Xml;

namespace XmlJson.Fuzzing;

/// <summary>How an input of <see cref="ParseTarget"/> is read. Its first three bytes choose; the document follows, and behind a record separator what every external entity holds.</summary>
/// <remarks>
/// <code>
/// byte 0   . . . . . . d d   document type declarations: prohibited, ignored, parsed, parsed with external entities
///          . . . . . n . .   no namespaces
///          . . . . l . . .   limits that short documents reach
///          . . . u . . . .   nobody asks for places
/// bytes 1, 2                 the lengths of the pieces, in turns
/// </code>
/// </remarks>
internal sealed class ParseChoice
{
    private const int Length = 3;
    private const byte Separator = 0x1E;

    // Nothing that is expanded is of more use when it is long.
    private static readonly XmlParserOptions Roomy = new() { MaxEntityExpansion = 20_000, MaxEntityAmplification = 2, MaxDtdLength = 100_000 };

    private static readonly XmlParserOptions Tight = new()
    {
        MaxDepth = 3,
        MaxAttributes = 3,
        MaxAttributeLength = 16,
        MaxNames = 12,
        MaxNameLength = 8,
        MaxMarkupLength = 48,
        MaxDocumentLength = 200,
        MaxDtdLength = 120,
        MaxEntityDepth = 2,
        MaxEntityExpansion = 100,
        MaxEntityAmplification = 1,
    };

    private readonly int _first;
    private readonly int _second;

    public ParseChoice(ReadOnlySpan<byte> input)
    {
        Span<byte> head = stackalloc byte[Length];
        input[..Math.Min(Length, input.Length)].CopyTo(head);
        var document = input[Math.Min(Length, input.Length)..];
        var options = (head[0] & 8) == 0 ? Roomy : Tight;
        options = options with { Namespaces = (head[0] & 4) == 0 };
        switch (head[0] & 3)
        {
            case 1:
                options = options with { DtdProcessing = DtdProcessing.Ignore };
                break;
            case 2:
                options = options with { DtdProcessing = DtdProcessing.Parse };
                break;
            case 3:
                var end = document.IndexOf(Separator);
                var entity = end < 0 ? [] : document[(end + 1)..].ToArray();
                document = end < 0 ? document : document[..end];
                options = options with { DtdProcessing = DtdProcessing.Parse, BaseUri = "memory:///document.xml", XmlResolver = new EntityInMemory(entity) };
                break;
        }

        Options = options;
        Document = document.ToArray();
        AsksPositions = (head[0] & 16) == 0;
        _first = head[1];
        _second = head[1] == 0 ? Math.Max(head[2], (byte)1) : head[2];
    }

    public XmlParserOptions Options { get; }

    public byte[] Document { get; }

    /// <summary>Whether the place of every event is asked for.</summary>
    public bool AsksPositions { get; }

    /// <summary>The longest piece, and how many bytes a stream gives at most.</summary>
    public int LongestPiece => Math.Max(_first, _second);

    /// <summary>An input that has a document read as a test would.</summary>
    public static byte[] Seed(ReadOnlySpan<byte> document, int options, int first, int second) => [(byte)options, (byte)first, (byte)second, .. document];

    /// <summary>The pieces of a document, some of which may be empty.</summary>
    public IEnumerable<int> Pieces(int length)
    {
        for (var isFirst = true; length > 0; isFirst = !isFirst)
        {
            var piece = Math.Min(length, isFirst ? _first : _second);
            yield return piece;
            length -= piece;
        }
    }
}
