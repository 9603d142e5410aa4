namespace XmlJson.Mapping;

/// <summary>Whether the elements of one name in one parent become a JSON array.</summary>
public enum ArrayDecision
{
    /// <summary>An array when there are several, the value itself when there is one.</summary>
    WhenRepeated,

    /// <summary>Always an array.</summary>
    Array,

    /// <summary>Never: a second one is refused with <see cref="MappingErrorCode.RepeatedElement"/>.</summary>
    Single,
}
