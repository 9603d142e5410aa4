namespace XmlJson.Benchmarks;

/// <summary>What a work came to, in a form that does not depend on who did it.</summary>
/// <param name="Counts">The counts, readable: <c>elements 12, attributes 3, …</c>.</param>
/// <param name="Digest">A hash over everything that was counted.</param>
internal sealed record Answer(string Counts, ulong Digest)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Counts}, digest {Digest:x16}";
}
