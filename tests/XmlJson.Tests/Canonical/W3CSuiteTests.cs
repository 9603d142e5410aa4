using System.Security.Cryptography.Xml;
using System.Xml;
using XmlJson.Tests.Cases;
using XmlJson.Tests.Sources.Dtd;

namespace XmlJson.Tests.Canonical;

/// <summary>.NET's transforms write the same for the valid documents of the W3C's suite, external entities included.</summary>
public class W3CSuiteTests
{
    // .NET declares the prefix xml, and drops an empty attribute that has it.
    private static readonly string[] Deviations = ["ht-ns10-047", "ht-ns10-048", "hst-bh-005"];

    [SuiteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_writes_the_same(bool exclusive)
    {
        var compared = 0;
        var differences = new List<string>();
        foreach (var test in SuiteDocument.All().Where(test => test.ExpectFull == "accept" && test.Namespaces && !Deviations.Contains(test.Id)))
        {
            if (Read(test.Path) is not { } tree)
            {
                continue;
            }

            compared++;
            Transform transform = exclusive ? new XmlDsigExcC14NWithCommentsTransform() : new XmlDsigC14NWithCommentsTransform();
            transform.LoadInput(tree);
            using var reader = new StreamReader((Stream)transform.GetOutput(typeof(Stream)));
            var expected = reader.ReadToEnd();
            var found = Form(test.Path, exclusive ? CanonicalizationOptions.Exclusive10 : CanonicalizationOptions.Inclusive10);
            if (expected != found)
            {
                differences.Add($"{test.Id} ({test.Path})\nexpected\n{expected}\nfound\n{found}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {compared} differ, among them:\n{string.Join("\n\n", differences.Take(10))}");
        Assert.True(compared > 300, $"{compared} documents were compared");
    }

    private static string Form(string path, CanonicalizationOptions options) => CanonicalForms.Of(
        File.ReadAllBytes(path),
        options with { KeepComments = true, AllowRelativeNamespaces = true },
        CanonicalForms.WithDtd with { XmlResolver = new FolderResolver(Path.Combine(Repository.Suites!, "xmlconf")), BaseUri = new Uri(path).AbsoluteUri });

    private static XmlDocument? Read(string path)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
            using var reader = XmlReader.Create(new MemoryStream(File.ReadAllBytes(path)), settings, new Uri(path).AbsoluteUri);
            var tree = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            tree.Load(reader);
            return tree;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
