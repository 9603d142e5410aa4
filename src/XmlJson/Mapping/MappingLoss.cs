namespace XmlJson.Mapping;

/// <summary>One kind of loss in a <see cref="MappingReport"/>.</summary>
/// <param name="Kind">What was lost.</param>
/// <param name="Count">How many times it was lost in the whole input.</param>
/// <param name="FirstPosition">Where in the input it was first noticed, as far as the source knows: for a change of order, at the latest the end of the parent.</param>
/// <param name="FirstPath">The same in the input's structure: the open elements of XML, a JSON Pointer (RFC 6901) of JSON.</param>
/// <param name="FirstTarget">XML → JSON: the value in the output that lacks what was lost, or that was changed, as a JSON Pointer (RFC 6901); null for JSON → XML.</param>
public readonly record struct MappingLoss(MappingLossKind Kind, long Count, TextPosition FirstPosition, string FirstPath, string? FirstTarget)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} ×{Count}, first at {(FirstPosition.IsKnown ? FirstPosition + ", " : "")}'{FirstPath}'";
}
