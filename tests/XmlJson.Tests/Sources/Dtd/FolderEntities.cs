namespace XmlJson.Tests.Sources.Dtd;

/// <summary>External entities that are files; one that is missing is skipped.</summary>
internal sealed class FolderEntities : IExternalEntities
{
    public ExternalEntity? Open(string? publicId, string systemId, string? baseUri, long maxLength)
    {
        var uri = new Uri(new Uri(baseUri!), systemId);
        return uri.IsFile && File.Exists(uri.LocalPath) ? new ExternalEntity(File.ReadAllBytes(uri.LocalPath), uri.AbsoluteUri) : null;
    }
}
