namespace XmlJson.Cli;

/// <summary>A command whose help says more than its options' descriptions.</summary>
internal interface IHasNotes
{
    /// <summary>Paragraphs, broken into lines, without a line end behind the last.</summary>
    string Notes { get; }
}
