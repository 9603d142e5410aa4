using System.Text;
using System.Xml;
using CsCheck;
using XmlJson.Tests.Cases;
using XmlJson.Tests.Differential;
using XmlJson.Tests.Mapping;
using XmlJson.Tests.Sinks;

namespace XmlJson.Tests.Trees.SystemXml;

/// <summary>The reader of a document says of each node what the platform's reader of its text says.</summary>
public class ReaderAgreementTests
{
    private static readonly XmlParserOptions Options = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse };

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = null };

    [Fact]
    public void Generated_documents_are_read_alike() => Generated.Document.Sample(xml => Assert.True(Compare(Encoding.UTF8.GetBytes(xml))), iter: 1_000);

    [Fact]
    public void Generated_documents_with_declarations_are_read_alike()
    {
        var compared = 0;
        XmlSoup.Documents.Sample(xml => { Interlocked.Add(ref compared, Compare(Encoding.UTF8.GetBytes(xml)) ? 1 : 0); }, iter: 2_000);
        Assert.InRange(compared, 500, 2_000);
    }

    [Fact]
    public void Sample_files_and_cases_are_read_alike()
    {
        Assert.True(Compare(File.ReadAllBytes(Repository.PathOf("samples", "books.xml"))));
        var cases = XmlCases.All.Where(one => one.IsAccepted && one.Options.Namespaces && one.Options.XmlResolver is null).ToArray();
        var compared = 0;
        Assert.All(cases, one => compared += !ReaderDeviations.MayDiffer(one.Document) && Compare(one.Document) ? 1 : 0);
        Assert.True(compared > 100);
    }

    [CorpusFact]
    public void Real_documents_are_read_alike() => Assert.All(Corpus.Files, file => Assert.True(Compare(File.ReadAllBytes(file))));

    // Whether both accept the document.
    private static bool Compare(byte[] xml)
    {
        if (ReadText(xml) is not { } expected)
        {
            return false;
        }

        try
        {
            // The platform's reader passes over references to what it does not fetch.
            using var document = Xml.Load(xml, Options);
            if (DocumentLoader.LogOf(document).Contains("\nskipped ", StringComparison.Ordinal))
            {
                return false;
            }

            using var reader = document.CreateReader();
            Assert.Equal(expected, ReaderLines.Of(reader));
            return true;
        }
        catch (XmlSyntaxException)
        {
            return false;
        }
    }

    private static List<string>? ReadText(byte[] xml)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml), Settings);
            return ReaderLines.Of(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
