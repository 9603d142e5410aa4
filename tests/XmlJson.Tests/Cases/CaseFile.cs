using System.Globalization;
using System.Xml;

namespace XmlJson.Tests.Cases;

/// <summary>A pair in tests/cases: <c>name.xml</c> and <c>name.events</c>, with <c>name.options</c> where the defaults do not do.</summary>
/// <param name="name">The path in tests/cases, without extension.</param>
internal sealed class CaseFile(string name)
{
    private static readonly string Folder = Repository.PathOf("tests", "cases");

    /// <summary>Every case of a folder in tests/cases, by name.</summary>
    public static IReadOnlyList<string> Names(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.xml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, Path.ChangeExtension(path, null)).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    /// <summary>The path in tests/cases, without extension.</summary>
    public string Name => name;

    /// <summary>The document.</summary>
    public byte[] Document { get; } = File.ReadAllBytes(Path.Combine(Folder, name + ".xml"));

    /// <summary>The lines of <see cref="EventLog"/>; after those of a refused document <c>error CODE LINE:COLUMN</c>.</summary>
    public string Expected { get; } = File.ReadAllText(Path.Combine(Folder, name + ".events"));

    /// <summary>How to read it.</summary>
    public XmlParserOptions Options { get; } = ReadOptions(Path.Combine(Folder, name + ".options"));

    /// <summary>Whether it is well-formed and within the limits.</summary>
    public bool IsAccepted => ExpectedError.Length == 0;

    /// <summary>The last line of a refused document's expectation; else nothing.</summary>
    public string ExpectedError => Expected.TrimEnd('\n').Split('\n')[^1] is var last && last.StartsWith("error ", StringComparison.Ordinal) ? last : "";

    public override string ToString() => name;

    private static XmlParserOptions ReadOptions(string path)
    {
        var options = XmlParserOptions.Default;
        if (!File.Exists(path))
        {
            return options;
        }

        foreach (var line in File.ReadLines(path))
        {
            var parts = line.Split('=', StringSplitOptions.TrimEntries);
            options = parts[0] == nameof(XmlParserOptions.XmlResolver)
                ? options with { XmlResolver = new FolderResolver(Path.GetDirectoryName(path)!), BaseUri = new Uri(path).AbsoluteUri }
                : With(options, parts[0], parts[1]);
        }

        return options;
    }

    private static XmlParserOptions With(XmlParserOptions options, string property, string value) => property switch
    {
        nameof(XmlParserOptions.Namespaces) => options with { Namespaces = bool.Parse(value) },
        nameof(XmlParserOptions.DtdProcessing) => options with { DtdProcessing = Enum.Parse<DtdProcessing>(value) },
        nameof(XmlParserOptions.MaxDepth) => options with { MaxDepth = Number(value) },
        nameof(XmlParserOptions.MaxAttributes) => options with { MaxAttributes = Number(value) },
        nameof(XmlParserOptions.MaxAttributeLength) => options with { MaxAttributeLength = Number(value) },
        nameof(XmlParserOptions.MaxExternalLength) => options with { MaxExternalLength = Number(value) },
        nameof(XmlParserOptions.MaxNames) => options with { MaxNames = Number(value) },
        nameof(XmlParserOptions.MaxNameLength) => options with { MaxNameLength = Number(value) },
        nameof(XmlParserOptions.MaxMarkupLength) => options with { MaxMarkupLength = Number(value) },
        nameof(XmlParserOptions.MaxDocumentLength) => options with { MaxDocumentLength = Number(value) },
        nameof(XmlParserOptions.MaxDtdLength) => options with { MaxDtdLength = Number(value) },
        nameof(XmlParserOptions.MaxEntityDepth) => options with { MaxEntityDepth = Number(value) },
        nameof(XmlParserOptions.MaxEntityExpansion) => options with { MaxEntityExpansion = Number(value) },
        nameof(XmlParserOptions.MaxEntityAmplification) => options with { MaxEntityAmplification = Number(value) },
        _ => throw new FormatException($"'{property}' is no option that a case can set."),
    };

    private static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
