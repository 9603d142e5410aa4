namespace XmlJson.Mapping;

/// <summary>Where an element's attributes stand in its JSON object.</summary>
public enum AttributeForm
{
    /// <summary>Among its other keys, each with <see cref="JsonConvention.AttributePrefix"/>: <c>{"@id":"1","title":"A"}</c>.</summary>
    Keys,

    /// <summary>In an object of their own, under <see cref="JsonConvention.AttributesKey"/> and without a prefix: <c>{"_attributes":{"id":"1"},"title":"A"}</c>.</summary>
    Object,

    /// <summary>Nowhere: they are dropped, namespace declarations too, and told in the report. Reading JSON makes no attributes.</summary>
    Drop,
}
