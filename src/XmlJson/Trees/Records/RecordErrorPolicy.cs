namespace XmlJson.Trees;

/// <summary>What becomes of a record that is not well-formed or reaches a limit. What stands between records must be well-formed in any case.</summary>
/// <remarks>
/// A damaged record is taken to end where its end tag is found, or else before its parent's: comments, CDATA sections and elements of the same name inside of it are respected.
/// Where no such tag follows, nothing behind the fault can be read, and it is thrown whatever the policy.
/// </remarks>
public enum RecordErrorPolicy
{
    /// <summary>The enumeration ends with the error.</summary>
    Fail,

    /// <summary>The record is left out; <see cref="XmlRecord.Index"/> counts it.</summary>
    Skip,

    /// <summary>The record comes with <see cref="XmlRecord.Error"/> in place of its content.</summary>
    Report,
}
