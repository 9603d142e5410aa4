using System.Security.Cryptography.Xml;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using CsCheck;
using XmlJson.Tests.Cases;
using XmlJson.Tests.Differential;
using XmlJson.Tests.Sinks;

namespace XmlJson.Tests.Canonical;

/// <summary>.NET's own transforms for signatures write the same.</summary>
public class SystemXmlTests
{
    private static readonly Regex Deviating = new("xmlns:xml|<xml:|xml:[a-z]+\\s*=\\s*(\"\"|'')", RegexOptions.CultureInvariant);

    // XmlReader leaves one space of a tokenized value that is nothing but white space, which XML 1.0 §3.3.3 drops.
    private static readonly Regex OnlySpace = new("=\\s*([\"'])(\\s|&#(32|x20);|&n;)+\\1", RegexOptions.CultureInvariant);

    [Fact]
    public void It_writes_the_same_for_generated_events() =>
        GeneratedDocuments.All.Sample(events => Assert.True(AssertSame(WriteParseLaws.Write(events, new()), "")), iter: 300);

    [Fact]
    public void It_writes_the_same_for_documents_with_declarations() =>
        XmlSoup.Documents.Where(document => IsComparable(document) && !OnlySpace.IsMatch(document)).Sample(document => Assert.True(AssertSame(Encoding.UTF8.GetBytes(document), "")), iter: 300);

    [Fact]
    public void It_writes_the_same_for_documents_with_namespaces() =>
        NamespacedDocuments.All.Where(IsComparable).Sample(document => Assert.True(AssertSame(Encoding.UTF8.GetBytes(document), "")), iter: 500);

    [Fact]
    public void It_writes_the_same_for_the_cases()
    {
        var compared = 0;
        foreach (var one in XmlCases.All.Where(one => one.IsAccepted && one.Options.Namespaces && IsComparable(Encoding.UTF8.GetString(one.Document)) && !HasUnreadEntity(one.Document)))
        {
            compared += AssertSame(one.Document, one.Name) ? 1 : 0;
        }

        Assert.True(compared > 100, $"{compared} cases were compared");
    }

    [CorpusFact]
    public void It_writes_the_same_for_real_documents()
    {
        foreach (var file in Corpus.Files)
        {
            Assert.True(AssertSame(File.ReadAllBytes(file), file), file);
        }
    }

    // System.Xml declares the prefix xml where an element has it or the document declares it, which no form does (Canonical XML 1.0 §2.3, Namespace Axis), and drops attributes such as xml:lang="", which all forms keep.
    private static bool IsComparable(string document) => !Deviating.IsMatch(document) && Read(Encoding.UTF8.GetBytes(document)) is not null;

    private static bool HasUnreadEntity(byte[] document)
    {
        try
        {
            CanonicalForms.Of(document, CanonicalizationOptions.ElementTree);
            return false;
        }
        catch (CanonicalizationException e) when (e.Code == CanonicalizationErrorCode.UnexpandedEntity)
        {
            return true;
        }
    }

    // Returns whether System.Xml reads the document.
    private static bool AssertSame(byte[] document, string name)
    {
        if (Read(document) is null)
        {
            return false;
        }

        foreach (var (options, transform) in Transforms())
        {
            var expected = Transform(transform, Read(document)!);
            var found = CanonicalForms.Of(document, options with { AllowRelativeNamespaces = true });
            Assert.Equal($"{name} {options.Version} {expected}", $"{name} {options.Version} {found}");
        }

        return true;
    }

    private static IEnumerable<(CanonicalizationOptions Options, Transform Transform)> Transforms() =>
    [
        (CanonicalizationOptions.Inclusive10, new XmlDsigC14NTransform()),
        (CanonicalizationOptions.Inclusive11 with { KeepComments = true }, new XmlDsigC14NWithCommentsTransform()),
        (CanonicalizationOptions.Exclusive10, new XmlDsigExcC14NTransform()),
        (CanonicalizationOptions.Exclusive10 with { KeepComments = true }, new XmlDsigExcC14NWithCommentsTransform()),
        (CanonicalizationOptions.Exclusive10 with { InclusivePrefixes = ["#default", "p"] }, new XmlDsigExcC14NTransform("#default p")),
    ];

    private static string Transform(Transform transform, XmlDocument document)
    {
        transform.LoadInput(document);
        using var reader = new StreamReader((Stream)transform.GetOutput(typeof(Stream)));
        return reader.ReadToEnd();
    }

    private static XmlDocument? Read(byte[] document)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null };
            using var reader = XmlReader.Create(new MemoryStream(document), settings);
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
