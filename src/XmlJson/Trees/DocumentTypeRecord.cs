namespace XmlJson.Trees;

/// <summary>The rarely wanted parts of a document type declaration, as in <see cref="DocumentTypeDeclaration"/>; <see langword="null"/> where a part is missing.</summary>
internal sealed record DocumentTypeRecord(byte[]? PublicId, byte[]? SystemId, byte[]? InternalSubset);
