using System.Xml;

namespace XmlJson.Benchmarks;

/// <summary>How a contender takes malformed documents, and the same documents mended.</summary>
/// <param name="Contender">Its name.</param>
/// <param name="Refused">Whether it refuses each of <see cref="MalformedDocument.All"/>.</param>
/// <param name="AcceptedMended">Whether it accepts each put right.</param>
internal sealed record Strictness(string Contender, IReadOnlyList<bool> Refused, IReadOnlyList<bool> AcceptedMended)
{
    private static readonly byte[] Comment = [.. "<!--"u8, .. Enumerable.Repeat((byte)' ', 16 * 1024), .. "-->"u8];

    /// <summary>Whether everything is refused that must be, and nothing else.</summary>
    public bool IsRight => !Refused.Contains(false) && !AcceptedMended.Contains(false);

    /// <summary>Those who read XML: all of <see cref="Work.Events"/>, and the trees.</summary>
    public static IEnumerable<IContender> CreateReaders() =>
    [
        .. Work.Events.CreateGroups().SelectMany(group => group),
        new XDocumentTree(walks: false),
        new XmlDocumentTree(walks: false),
        new XPathDocumentTree(walks: false),
        new DocumentTree(TreeStorage.InPlace, walks: false),
    ];

    /// <summary>Gives all documents to a contender, as it would be given any other.</summary>
    public static Strictness Of(IContender contender) => new(
        contender.Name,
        [.. MalformedDocument.All.Select(document => Answers(contender, document.Fault, document.Bytes, refused: true))],
        [.. MalformedDocument.All.Select(document => Answers(contender, document.Fault, document.Mended, refused: false))]);

    // In short documents a parser may go another way than in long ones: each is also given with a long comment before it and behind it.
    private static bool Answers(IContender contender, string name, byte[] bytes, bool refused) =>
        Refuses(contender, name, bytes) == refused && Refuses(contender, name, [.. Comment, .. bytes, .. Comment]) == refused;

    // Another exception is no refusal: it is let through.
    private static bool Refuses(IContender contender, string name, byte[] bytes)
    {
        contender.Prepare(InputDocument.Unread(name, bytes));
        try
        {
            contender.Run();
            return false;
        }
        catch (Exception error) when (error is XmlException or XmlSyntaxException)
        {
            return true;
        }
    }
}
