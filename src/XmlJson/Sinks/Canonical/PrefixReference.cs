namespace XmlJson;

/// <summary>A prefix in text or in a value.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is; 0 where a qualified name has none and is in the default namespace.</param>
/// <param name="Prefix">Its number.</param>
internal readonly record struct PrefixReference(int Start, int Length, int Prefix);
