using System.Text;

namespace XmlJson.Tests.Sources.Dtd;

/// <summary>External entities that stand in memory, by system identifier; it counts what is opened. An unknown one is skipped.</summary>
internal sealed class MemoryEntities : IExternalEntities
{
    private readonly Dictionary<string, byte[]> _entities = [];

    public MemoryEntities(params (string Uri, string Text)[] entities)
    {
        foreach (var (uri, text) in entities)
        {
            _entities.Add(uri, Encoding.UTF8.GetBytes(text));
        }
    }

    public List<string> Opened { get; } = [];

    public void Add(string uri, byte[] bytes) => _entities.Add(uri, bytes);

    public ExternalEntity? Open(string? publicId, string systemId, string? baseUri, long maxLength)
    {
        Opened.Add(systemId);
        var uri = baseUri is null ? systemId : new Uri(new Uri(baseUri), systemId).AbsoluteUri;
        return _entities.TryGetValue(systemId, out var bytes) ? new ExternalEntity(bytes, uri) : null;
    }
}
