using System.Text;
using System.Xml;

namespace XmlJson.Tests.Sax;

/// <summary>Opens entities that stand in memory, by absolute URI, and notes what it is asked for; null, which skips, for others.</summary>
internal sealed class MemoryResolver(params (string Uri, string Text)[] entities) : XmlResolver
{
    /// <summary>The URIs asked for.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The document of all tests with external parts.</summary>
    public static string DocumentUri => "mem://host/folder/document.xml";

    /// <summary>Options with a resolver over such entities, for the document at <see cref="DocumentUri"/>.</summary>
    public static XmlParserOptions Options(params (string Uri, string Text)[] entities) =>
        XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse, XmlResolver = new MemoryResolver(entities), BaseUri = DocumentUri };

    public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
    {
        Asked.Add(absoluteUri.AbsoluteUri);
        return Array.Find(entities, entity => entity.Uri == absoluteUri.AbsoluteUri).Text is { } text ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : null;
    }
}
