namespace XmlJson.Cli;

/// <summary>What an input is made of, as its first bytes show.</summary>
internal enum InputKind
{
    Xml,
    Json,
}
