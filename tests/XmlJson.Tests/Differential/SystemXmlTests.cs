using System.Text;
using System.Xml;
using CsCheck;

namespace XmlJson.Tests.Differential;

/// <summary>
/// System.Xml's reader accepts what the parser accepts, and gives the same events, but for what <see cref="ReaderDeviations"/> lists. A failure prints the seed: set <c>CsCheck_Seed</c> to it.
/// </summary>
public class SystemXmlTests
{
    private const int MostExpanded = 100_000;

    private static readonly XmlParserOptions Options = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse, MaxEntityExpansion = MostExpanded, MaxEntityAmplification = 1 };

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = MostExpanded };

    [Fact]
    public void Generated_documents_are_read_alike() => XmlSoup.Documents.Sample(document => Compare(Encoding.UTF8.GetBytes(document)), iter: 4_000);

    [Fact]
    public void Mutated_documents_are_read_alike() => XmlSoup.Mutated.Sample(document => Compare(Encoding.UTF8.GetBytes(document)), iter: 20_000);

    [Fact]
    public void Both_kinds_of_documents_are_generated_often_enough()
    {
        Assert.InRange(CountAccepted(XmlSoup.Documents), 400, 1_000);
        Assert.InRange(CountAccepted(XmlSoup.Mutated), 20, 900);
    }

    private static int CountAccepted(Gen<string> documents)
    {
        var accepted = 0;
        documents.Sample(document => { Interlocked.Add(ref accepted, Read(Encoding.UTF8.GetBytes(document)).Error is null ? 1 : 0); }, iter: 1_000);
        return accepted;
    }

    private static void Compare(byte[] document)
    {
        var (events, error) = Read(document);
        var (readerEvents, readerError) = ReadBySystemXml(document);
        if (error is null && readerError is null)
        {
            if (!ReaderDeviations.MayDiffer(document))
            {
                Assert.Equal(ReaderDeviations.Comparable(readerEvents), ReaderDeviations.Comparable(events));
            }
        }
        else if (error is null)
        {
            Assert.True(ReaderDeviations.MayRefuse(readerError!, document), $"Only System.Xml refuses it: {readerError!.Message}");
        }
        else if (readerError is null)
        {
            Assert.True(ReaderDeviations.MayAccept(error, document), $"Only System.Xml accepts it: {error.Code} {error.Message}");
        }
    }

    private static (string Events, XmlSyntaxException? Error) Read(byte[] document)
    {
        using var log = new EventLog();
        try
        {
            Xml.Parse(document, log, Options);
            return (log.ToString(), null);
        }
        catch (XmlSyntaxException error)
        {
            return ("", error);
        }
    }

    private static (string Events, Exception? Error) ReadBySystemXml(byte[] document)
    {
        using var log = new EventLog();
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(document), Settings);
            new XmlReaderSource(reader).Parse(log);
            return (log.ToString(), null);
        }
        catch (Exception error) when (error is XmlException || FailsAlone(document, error.GetType()))
        {
            return ("", error);
        }
    }

    // Whether the reader throws what no reader should without our help: for <?xml version="1.0é"?> with nothing behind it an ArgumentOutOfRangeException.
    private static bool FailsAlone(byte[] document, Type error)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(document), Settings);
            while (reader.Read())
            {
                _ = reader.Value;
                while (reader.MoveToNextAttribute())
                {
                    _ = reader.Value;
                }
            }

            return false;
        }
        catch (Exception alone)
        {
            return alone.GetType() == error;
        }
    }
}
