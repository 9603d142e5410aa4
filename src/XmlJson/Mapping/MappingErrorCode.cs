namespace XmlJson.Mapping;

/// <summary>Why a conversion was refused. The names are stable: tools may print and compare them.</summary>
public enum MappingErrorCode
{
    /// <summary>Something would be lost and <see cref="MappingOptions.Strict"/> is set.</summary>
    Loss,

    /// <summary>Elements or JSON values nest deeper than <see cref="MappingOptions.MaxDepth"/>.</summary>
    DepthLimit,

    /// <summary>More must be held back than <see cref="MappingOptions.MaxBuffer"/> allows.</summary>
    BufferLimit,

    /// <summary>XML → JSON: an element that the array rule lets occur once occurs again.</summary>
    RepeatedElement,

    /// <summary>XML → JSON: equal keys do not stand together though <see cref="JsonConvention.RepeatsAreAdjacent"/> says so.</summary>
    RepeatNotAdjacent,

    /// <summary>JSON → XML: the JSON does not have exactly one value that can be the root element, and no root name is set.</summary>
    NoSingleRoot,

    /// <summary>JSON → XML: an attribute or a second root comes after more than <see cref="MappingOptions.MaxLookAhead"/> bytes of content.</summary>
    LookAheadLimit,

    /// <summary>JSON → XML: a key is no XML name and the policy does not encode it.</summary>
    InvalidName,

    /// <summary>JSON → XML: a key has a prefix that is not declared, and the policy does not encode it.</summary>
    UndeclaredPrefix,

    /// <summary>JSON → XML: a namespace declaration that Namespaces in XML 1.0 §3, §5 forbids.</summary>
    InvalidNamespaceDeclaration,

    /// <summary>JSON → XML: a character that XML cannot hold (XML 1.0 §2.2 [2]).</summary>
    InvalidCharacter,

    /// <summary>JSON → XML: an object or array where only text can stand, such as an attribute's value.</summary>
    ValueNotScalar,

    /// <summary>JSON → XML: two attributes of one element have the same name (XML 1.0 §3.1; Namespaces in XML 1.0 §6.3).</summary>
    DuplicateAttribute,

    /// <summary>JSON → XML: a comment that XML cannot hold: <c>--</c> inside or <c>-</c> at the end (XML 1.0 §2.5 [15]).</summary>
    InvalidComment,

    /// <summary>JSON → XML: a processing instruction whose target is no name or <c>xml</c>, or whose data holds <c>?&gt;</c> (XML 1.0 §2.6).</summary>
    InvalidProcessingInstruction,

    /// <summary>JSON → XML: an XML declaration that is malformed or not first (XML 1.0 §2.8).</summary>
    InvalidXmlDeclaration,

    /// <summary>JSON → XML: a document type declaration that is malformed or misplaced, or an internal subset where none is allowed (XML 1.0 §2.8).</summary>
    InvalidDocumentType,

    /// <summary>JSON → XML: a reference to an entity whose name is none, or predefined, or that nothing in the document could declare (XML 1.0 §4.1).</summary>
    InvalidEntityReference,

    /// <summary>JSON → XML: text or a CDATA section outside the root element.</summary>
    TextOutsideRoot,

    /// <summary>JSON → XML: a value of a kind that the convention gives no meaning at its place, such as an array in an array.</summary>
    UnexpectedValue,

    /// <summary>XML → JSON: an element that the convention's vocabulary does not have, or not there.</summary>
    UnexpectedElement,

    /// <summary>XML → JSON: an attribute that the convention's vocabulary does not have, or not there.</summary>
    UnexpectedAttribute,

    /// <summary>XML → JSON: text where the convention's vocabulary has none.</summary>
    UnexpectedText,

    /// <summary>XML → JSON: a member of an object without the attribute that is its key.</summary>
    MissingKey,

    /// <summary>The key occurs twice in one object, and the convention refuses that.</summary>
    DuplicateKey,

    /// <summary>XML → JSON: text that is no number, or no boolean, where one must be.</summary>
    InvalidValue,

    /// <summary>XML → JSON: a backslash that begins no escape of JSON, in text that is said to be escaped (FOJS0007).</summary>
    InvalidEscape,
}
