namespace XmlJson;

/// <summary>
/// A parameter entity that is not read stands within a declaration: neither that declaration nor what follows it in the external entity can be understood, and none of it
/// counts any more (XML 1.0 §5.1). Caught where the external entity was entered, which happens at most once for each; no caller ever sees it.
/// </summary>
internal sealed class UnreadReferenceException : Exception;
