namespace XmlJson;

/// <summary>Gives the bytes of external entities. Without one nothing is ever opened.</summary>
internal interface IExternalEntities
{
    /// <summary>Opens an entity.</summary>
    /// <param name="publicId">The normalized public identifier, if there is one.</param>
    /// <param name="systemId">The system identifier as written; without a fragment.</param>
    /// <param name="baseUri">What that is relative to, if known.</param>
    /// <param name="maxLength">One byte more than this is enough: the entity is refused then.</param>
    /// <returns>The entity as it is stored, or <see langword="null"/> when it is to be skipped. Any exception is a failure to read it.</returns>
    ExternalEntity? Open(string? publicId, string systemId, string? baseUri, long maxLength);
}
