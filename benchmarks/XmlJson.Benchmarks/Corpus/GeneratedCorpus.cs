namespace XmlJson.Benchmarks;

/// <summary>The project's own corpus. Making all of it takes less time than measuring one contender, so it is stored nowhere.</summary>
internal static class GeneratedCorpus
{
    /// <summary>All kinds, the large ones first.</summary>
    public static IReadOnlyList<CorpusKind> Kinds { get; } =
    [
        new RecordsDocument(),
        new TextHeavyDocument(),
        new AttributeHeavyDocument(),
        new SpreadsheetDocument(),
        new NonAsciiDocument(),
        new EntityHeavyDocument(),
        new NamespacesDocument(),
        new DeepDocument(),
        new MixedMarkupDocument(),
        new PagesDocument(),
        new VocabularyDocument(),
        new DocumentTypeDocument(),
        new WindowsLinesDocument(),
        new FeedDocument(),
        new SettingsDocument(),
        new SoapMessageDocument(),
    ];

    /// <summary>Makes one document of each kind.</summary>
    public static IEnumerable<InputDocument> Create() => Kinds.Select(kind => kind.Create());
}
