using System.Xml;
using XmlJson.Tests;
using XmlJson.Tests.Cases;

namespace XmlJson.Conformance.W3C;

/// <summary>A way to configure the parser for the suite, and what must come of it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Options">How documents are read, but for what a test says itself.</param>
/// <param name="Includes">Which tests are read.</param>
/// <param name="Expectation">What must become of a test's document.</param>
/// <param name="HasOutput">Whether the canonical form is the expected one in this profile.</param>
/// <param name="Known">How many right answers there are at least, by group: a suite with fewer is not the whole suite.</param>
internal sealed record Profile(
    string Name, XmlParserOptions Options, Func<SuiteTest, bool> Includes, Func<SuiteTest, string> Expectation, Func<SuiteTest, bool> HasOutput,
    IReadOnlyDictionary<string, GroupCount> Known)
{
    private static readonly XmlParserOptions Parsing = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse };

    /// <summary>External entities are read, from the suite's files.</summary>
    public static Profile Resolver { get; } = new(
        "DTD parsed, with a resolver", Parsing with { XmlResolver = Repository.Suites is null ? null : new FolderResolver(SuiteFiles.PathOf("xmlconf")) },
        _ => true, test => test.WithResolver, test => test.Output.Length > 0,
        new Dictionary<string, GroupCount> { ["core"] = new(709, 477, 286), ["ed5"] = new(49, 234, 0), ["nsno"] = new(0, 4, 1) });

    /// <summary>The internal subset is read, and nothing else.</summary>
    public static Profile NoResolver { get; } = new(
        "DTD parsed, no resolver", Parsing,
        _ => true, test => test.WithoutResolver, test => test.HasSameOutput,
        new Dictionary<string, GroupCount> { ["core"] = new(667, 477, 242), ["ed5"] = new(49, 234, 0), ["nsno"] = new(0, 4, 1) });

    /// <summary>Document type declarations prohibited: the documents that have none.</summary>
    public static Profile Prohibited { get; } = new(
        "DTD prohibited, documents without one", XmlParserOptions.Default,
        test => !test.HasDocumentType, test => test.WithResolver, test => test.Output.Length > 0,
        new Dictionary<string, GroupCount> { ["core"] = new(185, 52, 0), ["ed5"] = new(0, 7, 0), ["nsno"] = new(0, 2, 0) });

    /// <summary>Document type declarations prohibited: the documents that have one are all refused.</summary>
    public static Profile ProhibitedWithDtd { get; } = new(
        "DTD prohibited, documents with one", XmlParserOptions.Default,
        test => test.HasDocumentType, _ => "reject", _ => false,
        new Dictionary<string, GroupCount> { ["core"] = new(968, 0, 0), ["ed5"] = new(276, 0, 0), ["nsno"] = new(2, 0, 0) });

    /// <summary>Every profile.</summary>
    public static IReadOnlyList<Profile> All { get; } = [Resolver, NoResolver, Prohibited, ProhibitedWithDtd];

    /// <summary>How a test's document is read.</summary>
    public XmlParserOptions OptionsOf(SuiteTest test, IDeclarationHandler? declarations = null) =>
        Options with { Namespaces = test.HasNamespaces, BaseUri = test.BaseUri, DeclarationHandler = declarations };

    public override string ToString() => Name;
}
