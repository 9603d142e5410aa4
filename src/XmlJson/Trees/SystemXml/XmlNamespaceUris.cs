namespace XmlJson.Trees.SystemXml;

/// <summary>The namespaces that are bound for good (Namespaces in XML 1.0 §3).</summary>
internal static class XmlNamespaceUris
{
    public const string Xml = "http://www.w3.org/XML/1998/namespace";
    public const string Xmlns = "http://www.w3.org/2000/xmlns/";
}
