namespace XmlJson.Tests.Sinks;

/// <summary>A test over the real documents, skipped where there are none.</summary>
public sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute() => Skip = Corpus.Missing;
}
