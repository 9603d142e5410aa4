using System.Xml;

namespace XmlJson.Fuzzing;

/// <summary>Gives the same bytes for every external entity.</summary>
internal sealed class EntityInMemory(byte[] entity) : XmlResolver
{
    public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) => new MemoryStream(entity);
}
