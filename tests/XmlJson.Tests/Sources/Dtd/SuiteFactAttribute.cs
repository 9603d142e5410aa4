namespace XmlJson.Tests.Sources.Dtd;

/// <summary>A test over the W3C suite, skipped where it is not.</summary>
public sealed class SuiteFactAttribute : FactAttribute
{
    public SuiteFactAttribute() => Skip = SuiteDocument.Missing;
}
