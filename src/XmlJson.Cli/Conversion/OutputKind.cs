namespace XmlJson.Cli;

/// <summary>What a conversion writes.</summary>
internal enum OutputKind
{
    Json,
    Xml,

    /// <summary>JSON texts, one a line.</summary>
    NdJson,
}
