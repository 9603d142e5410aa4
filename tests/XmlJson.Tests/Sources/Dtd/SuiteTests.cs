using System.Text;
using System.Xml;
using Xunit.Abstractions;

namespace XmlJson.Tests.Sources.Dtd;

// The document type declarations of the W3C suite, each without the document around it.
public class SuiteTests(ITestOutputHelper output)
{
    // Where System.Xml judges otherwise, and why we do not.
    private static readonly Dictionary<string, string> Deviations = new(StringComparer.Ordinal)
    {
        ["invalid--005"] = "Proper Declaration/PE Nesting is a validity constraint: we accept",
        ["invalid--006"] = "Proper Declaration/PE Nesting is a validity constraint: we accept",
        ["rmt-e2e-14"] = "Proper Declaration/PE Nesting is a validity constraint: we accept",
        ["o-p11pass1"] = "a fragment in a system identifier is no fatal error (§4.2.2): we accept",
        ["rmt-ns10-044"] = "the suite wants a colon in an entity's name refused: we do",
        ["pr-xml-euc-jp"] = "declares lt as '<' against §4.6: we refuse",
        ["pr-xml-iso-2022-jp"] = "declares lt as '<' against §4.6: we refuse",
        ["pr-xml-shift_jis"] = "declares lt as '<' against §4.6: we refuse",
        ["weekly-euc-jp"] = "System.Xml does not know the encoding",
        ["weekly-iso-2022-jp"] = "System.Xml does not know the encoding",
        ["weekly-shift_jis"] = "System.Xml does not know the encoding",
    };

    [SuiteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_must_be_accepted_is_accepted(bool resolve)
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var document in SuiteDocument.All())
        {
            if ((resolve ? document.ExpectFull : document.ExpectAlone) == "accept" && Read(document, resolve) is { } reading)
            {
                count++;
                if (reading.Error is { } error)
                {
                    wrong.Add($"{document.Id}: {error.Description}");
                }
            }
        }

        output.WriteLine($"{count} accepted");
        Assert.NotEqual(0, count);
        Assert.Empty(wrong);
    }

    // System.Xml reads names by the fourth edition, so this leaves the fifth edition's cases out.
    [SuiteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_System_Xml_refuses_is_refused_and_nothing_else(bool resolve)
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var document in SuiteDocument.All())
        {
            if (document.Group != "core" || Deviations.ContainsKey(document.Id) || Read(document, resolve) is not { } reading)
            {
                continue;
            }

            count++;
            var other = SystemXmlError(document, resolve);
            if (other is null != reading.Error is null)
            {
                wrong.Add($"{document.Id}: {reading.Error?.Description ?? "accepted"} | System.Xml: {other ?? "accepted"}");
            }
        }

        output.WriteLine($"{count} agree");
        Assert.NotEqual(0, count);
        Assert.Empty(wrong);
    }

    // All of these have their fault in the document type declaration.
    [SuiteFact]
    public void What_the_fifth_edition_refuses_is_refused()
    {
        var documents = SuiteDocument.All().Where(d => d.Group == "ed5" && d.ExpectAlone == "reject").Select(d => (d.Id, Reading: Read(d, resolve: false))).Where(d => d.Reading is not null).ToList();

        output.WriteLine($"{documents.Count} refused");
        Assert.NotEmpty(documents);
        Assert.Empty(documents.Where(d => d.Reading!.Error is null).Select(d => d.Id));
    }

    private static DtdReading? Read(SuiteDocument document, bool resolve)
    {
        var text = document.Text();
        var start = text is null ? -1 : SuiteDocument.FindDoctype(text);
        return start < 0
            ? null
            : new DtdReading(
                text![start..],
                new DtdSettings { Standalone = SuiteDocument.Standalone(text), BaseUri = new Uri(document.Path).AbsoluteUri, Namespaces = document.Namespaces },
                resolve ? new FolderEntities() : null);
    }

    private static string? SystemXmlError(SuiteDocument document, bool resolve)
    {
        var text = document.Text()!;
        var doctype = text.AsSpan(SuiteDocument.FindDoctype(text));
        var scanner = default(DoctypeScanner);
        scanner.Scan(doctype);
        var declaration = SuiteDocument.Standalone(text) == true ? "<?xml version='1.0' standalone='yes'?>" : "";
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = resolve ? new XmlUrlResolver() : null };
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(declaration + Encoding.UTF8.GetString(doctype[..scanner.Length]) + "<x/>"), settings, new Uri(document.Path).AbsoluteUri);
            while (reader.Read())
            {
            }

            return null;
        }
        catch (Exception e) when (e is XmlException or IOException)
        {
            return e.Message;
        }
    }
}
