namespace XmlJson.Tests.Trees.Dom;

/// <summary>In which direction a <see cref="DomSubject"/> is big.</summary>
public enum DomShape
{
    Deep,
    Wide,
    ManyAttributes,
}
