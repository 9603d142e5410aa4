namespace XmlJson.Conformance.W3C;

/// <summary>Answers of one group of tests.</summary>
/// <param name="Rejected">Documents that must be rejected, and were.</param>
/// <param name="Accepted">Documents that must be accepted, and were.</param>
/// <param name="Outputs">Canonical forms that are equal.</param>
internal readonly record struct GroupCount(int Rejected, int Accepted, int Outputs)
{
    /// <summary>Whether there are at least as many of each.</summary>
    public bool IsAtLeast(GroupCount other) => Rejected >= other.Rejected && Accepted >= other.Accepted && Outputs >= other.Outputs;

    public override string ToString() => $"{Rejected} rejected, {Accepted} accepted, {Outputs} outputs equal";
}
