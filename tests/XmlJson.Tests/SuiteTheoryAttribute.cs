namespace XmlJson.Tests;

/// <summary>A theory over the conformance suites, skipped where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SuiteTheoryAttribute : TheoryAttribute
{
    public SuiteTheoryAttribute() => Skip = Repository.MissingSuites;
}
