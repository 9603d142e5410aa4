namespace XmlJson.Tests.Sources.Dtd;

/// <summary>A theory over the W3C suite, skipped where it is not.</summary>
public sealed class SuiteTheoryAttribute : TheoryAttribute
{
    public SuiteTheoryAttribute() => Skip = SuiteDocument.Missing;
}
