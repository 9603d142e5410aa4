namespace XmlJson;

/// <summary>What is wrong with the bytes of an external entity.</summary>
/// <param name="Code">The cause.</param>
/// <param name="Description">What is wrong, as a sentence.</param>
/// <param name="Offset">The offset in the decoded text.</param>
internal readonly record struct EntityFault(XmlErrorCode Code, string Description, int Offset = 0);
