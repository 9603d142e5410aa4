namespace XmlJson.Benchmarks;

/// <summary>What a work came to, in a form that does not depend on who did it.</summary>
/// <param name="Counts">The counts, readable: <c>elements 12, attributes 3, …</c>.</param>
/// <param name="Digest">A hash over everything that was counted; <see langword="null"/> when the result has a form of its own, so that only the counts can be compared.</param>
/// <param name="Form">A hash over how the result is arranged, where that may differ without being wrong; a difference is worth a remark.</param>
internal sealed record Answer(string Counts, ulong? Digest, ulong? Form = null)
{
    /// <summary>Whether nothing speaks against both coming from the same work.</summary>
    public bool AgreesWith(Answer other) => Counts == other.Counts && (Digest is null || other.Digest is null || Digest == other.Digest);

    /// <summary>Whether the results are arranged the same way too, as far as that is known.</summary>
    public bool LooksLike(Answer other) => Form is null || other.Form is null || Form == other.Form;

    /// <inheritdoc/>
    public override string ToString() => Digest is null ? Counts : $"{Counts}, digest {Digest:x16}";
}
