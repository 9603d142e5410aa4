namespace XmlJson;

/// <summary>Whether a document begins with an XML declaration (XML 1.0 §2.8).</summary>
public enum XmlDeclarationStyle
{
    /// <summary>Exactly when the source had one, with its version and standalone declaration; an encoding it named becomes UTF-8.</summary>
    AsGiven,

    /// <summary>Always: <c>&lt;?xml version="1.0" encoding="utf-8"?&gt;</c> when the source had none.</summary>
    Always,

    /// <summary>Never.</summary>
    Omit,
}
