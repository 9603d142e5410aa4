namespace XmlJson.Trees.SystemXml;

/// <summary>A name as System.Xml wants it: strings of one name table, so that equal ones are the same object.</summary>
/// <param name="Local">The local part.</param>
/// <param name="Prefix">The prefix; empty for none.</param>
/// <param name="NamespaceUri">The namespace name; empty for none.</param>
/// <param name="Qualified">The name as it is written.</param>
internal sealed record AtomizedName(string Local, string Prefix, string NamespaceUri, string Qualified)
{
    /// <summary>The name of what has none.</summary>
    public static AtomizedName None { get; } = new("", "", "", "");
}
