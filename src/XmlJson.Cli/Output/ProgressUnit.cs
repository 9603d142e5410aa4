namespace XmlJson.Cli;

/// <summary>What progress is counted in.</summary>
internal enum ProgressUnit
{
    Bytes,
    Files,
}
