namespace XmlJson;

/// <summary>Why a source came back to its caller without an exception.</summary>
public enum ParseStatus
{
    /// <summary>The whole document was read and <see cref="IContentHandler.EndDocument"/> was called.</summary>
    Completed,

    /// <summary>A handler called <see cref="Locator.Stop"/>; what follows the last event was not looked at, so it may be malformed.</summary>
    Stopped,

    /// <summary>All input fed so far was read and more is needed.</summary>
    NeedsInput,
}
