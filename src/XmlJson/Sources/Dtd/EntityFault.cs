namespace XmlJson;

/// <summary>What is wrong with the bytes of an external entity.</summary>
/// <param name="Code">The cause.</param>
/// <param name="Description">A clause for people.</param>
/// <param name="Offset">The offset in the decoded text.</param>
internal readonly record struct EntityFault(XmlErrorCode Code, string Description, int Offset = 0);
