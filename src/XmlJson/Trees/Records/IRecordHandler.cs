namespace XmlJson.Trees;

/// <summary>A handler that takes some elements of a document as records, and can do without one that is damaged. It says where it stands, and is told what is passed over.</summary>
internal interface IRecordHandler
{
    /// <summary>How many elements are open above a record.</summary>
    int AncestorCount { get; }

    /// <summary>How many elements of a record are open; 0 outside of one.</summary>
    int OpenInRecord { get; }

    /// <summary>Whether an element that begins here may be a record.</summary>
    bool IsBetweenRecords { get; }

    /// <summary>Whether an element that begins here would be a record.</summary>
    bool IsRecord(in XmlName name);

    /// <summary>Notes that the record being read, or one that would have begun, cannot be read.</summary>
    /// <param name="error">What is wrong with it.</param>
    /// <param name="start">Where it begins, for one that has not begun.</param>
    void Damage(XmlSyntaxException error, TextPosition start);

    /// <summary>Notes where the damaged record ends.</summary>
    void EndDamaged(long end);
}
