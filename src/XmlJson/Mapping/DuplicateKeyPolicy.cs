namespace XmlJson.Mapping;

/// <summary>What becomes of a key that occurs twice in one object: the option <c>duplicates</c> of <c>fn:json-to-xml</c>.</summary>
public enum DuplicateKeyPolicy
{
    /// <summary>Each is kept, both ways. <c>fn:xml-to-json</c> itself refuses them.</summary>
    Retain,

    /// <summary>JSON → XML: the first is kept, the report tells of the others. XML → JSON: as <see cref="Reject"/>.</summary>
    UseFirst,

    /// <summary>A <see cref="MappingException"/> with <see cref="MappingErrorCode.DuplicateKey"/> (FOJS0003, and FOJS0006 of XML).</summary>
    Reject,
}
