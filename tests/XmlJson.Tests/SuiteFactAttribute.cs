namespace XmlJson.Tests;

/// <summary>A test over the conformance suites, skipped where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SuiteFactAttribute : FactAttribute
{
    public SuiteFactAttribute() => Skip = Repository.MissingSuites;
}
