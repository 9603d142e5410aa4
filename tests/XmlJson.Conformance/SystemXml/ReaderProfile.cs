using System.Xml;
using XmlJson.Conformance.W3C;

namespace XmlJson.Conformance.SystemXml;

/// <summary>A profile of the suite for System.Xml: the same treatment of document type declarations, by a reader.</summary>
internal sealed record ReaderProfile(Profile Profile)
{
    /// <summary>Every profile with document type declarations, which are where readers differ.</summary>
    public static IReadOnlyList<ReaderProfile> All { get; } = [new(Profile.Resolver), new(Profile.NoResolver)];

    /// <summary>A reader for a test's document. It always knows namespaces: <see cref="XmlReader.Create(Stream)"/> has no way to do without.</summary>
    public XmlReader Open(SuiteTest test) => XmlReader.Create(
        new MemoryStream(test.Read()),
        new XmlReaderSettings { DtdProcessing = Profile.Options.DtdProcessing, XmlResolver = Profile.Options.XmlResolver },
        test.BaseUri);

    public override string ToString() => Profile.Name;
}
