namespace XmlJson.Conformance.W3C;

/// <summary>A row of xmlconf-tests.tsv.</summary>
/// <param name="Id">The test's name.</param>
/// <param name="Group">core, ed5 (fifth edition only), ed1-4 (editions before), nsno (without namespaces), xml11.</param>
/// <param name="Path">The document.</param>
/// <param name="Output">The document in canonical form, or nothing.</param>
/// <param name="HasNamespaces">Whether it is to be read with namespaces.</param>
/// <param name="HasDocumentType">Whether it has a document type declaration.</param>
/// <param name="WithResolver">What must become of it when external entities are read: accept, reject, or either.</param>
/// <param name="WithoutResolver">What must become of it when none is read: accept, reject, accept-or-reject or either.</param>
/// <param name="HasSameOutput">Whether the canonical form is the same when no external entity is read.</param>
internal sealed record SuiteTest(
    string Id, string Group, string Path, string Output, bool HasNamespaces, bool HasDocumentType, string WithResolver, string WithoutResolver, bool HasSameOutput)
{
    /// <summary>Every test.</summary>
    public static IReadOnlyList<SuiteTest> All { get; } =
    [
        .. SuiteFiles.ReadTable("xmlconf-tests.tsv").Select(row => new SuiteTest(
            row["id"], row["group"], row["path"], row["output"], row["namespace"] != "no", row["has_doctype"] == "yes",
            row["expect_full"], row["expect_noext"], row["output_noext"] == "same")),
    ];

    /// <summary>Where the document is.</summary>
    public string FullPath => SuiteFiles.PathOf(Path);

    /// <summary>The document's own URI.</summary>
    public string BaseUri => new Uri(FullPath).AbsoluteUri;

    /// <summary>Whether the test is about the language that is read here: the fifth edition of XML 1.0.</summary>
    public bool IsOfThisEdition => Group is "core" or "ed5" or "nsno";

    /// <summary>The document's bytes.</summary>
    public byte[] Read() => File.ReadAllBytes(FullPath);

    public override string ToString() => $"{Id} ({Path})";
}
