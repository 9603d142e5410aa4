using System.Xml;
using XmlJson.Tests.Differential;

namespace XmlJson.Fuzzing;

/// <summary>The parser accepts what System.Xml's reader accepts, and gives the same events, but where <see cref="ReaderDeviations"/> says otherwise. The input is the document.</summary>
internal sealed class ReaderTarget : Target
{
    private const int MostExpanded = 20_000;

    private static readonly XmlParserOptions Options = new() { DtdProcessing = DtdProcessing.Parse, MaxEntityExpansion = MostExpanded, MaxEntityAmplification = 1 };

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = MostExpanded };

    public override void Run(byte[] input)
    {
        using var log = new EventLog();
        XmlSyntaxException? error = null;
        try
        {
            Xml.Parse(input, log, Options);
        }
        catch (XmlSyntaxException e)
        {
            error = e;
        }

        using var readerLog = new EventLog();
        Exception? readerError = null;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(input), Settings);
            new XmlReaderSource(reader).Parse(readerLog);
        }
        catch (Exception e) when (e is not FindingException)
        {
            readerError = e;
        }

        if (error is null && readerError is null)
        {
            if (ReaderDeviations.MayDiffer(input))
            {
                return;
            }

            FindingException.ThrowUnlessSame("What the reader gives", ReaderDeviations.Comparable(log.ToString()), ReaderDeviations.Comparable(readerLog.ToString()));
        }
        else if (error is null && !ReaderDeviations.MayRefuse(readerError!, input))
        {
            throw new FindingException($"Only the reader refuses it: {readerError!.Message}");
        }
        else if (readerError is null && !ReaderDeviations.MayAccept(error!, input))
        {
            throw new FindingException($"Only the reader accepts it: {error!.Code} {error.Message}");
        }
    }

    public override IEnumerable<byte[]> Seeds() => SeedDocuments.Xml();
}
