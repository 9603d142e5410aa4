namespace XmlJson.Mapping;

/// <summary>What a convention brings back unchanged: the XML part says what XML → JSON → XML keeps, the JSON part what JSON → XML → JSON keeps.</summary>
/// <remarks>Elements and text that is not white space alone have no member here: they are kept unless an option of the convention says that they are dropped.</remarks>
[Flags]
public enum Fidelity
{
    /// <summary>Only elements, attributes and text.</summary>
    None = 0,

    /// <summary>XML: the order of siblings, also where equal names do not stand together.</summary>
    SiblingOrder = 1 << 0,

    /// <summary>XML: where text stands among child elements.</summary>
    MixedContent = 1 << 1,

    /// <summary>XML: comments.</summary>
    Comments = 1 << 2,

    /// <summary>XML: processing instructions.</summary>
    ProcessingInstructions = 1 << 3,

    /// <summary>XML: which text was in a CDATA section; the text itself is always kept.</summary>
    CDataSections = 1 << 4,

    /// <summary>XML: the document type declaration.</summary>
    DocumentType = 1 << 5,

    /// <summary>XML: the XML declaration.</summary>
    XmlDeclaration = 1 << 6,

    /// <summary>XML: the namespace of every name.</summary>
    Namespaces = 1 << 7,

    /// <summary>XML: the prefixes as written.</summary>
    Prefixes = 1 << 8,

    /// <summary>XML: white space that stands alone.</summary>
    WhiteSpace = 1 << 9,

    /// <summary>XML: names that look like an escaped name, such as <c>_x0041_</c>.</summary>
    EscapedNames = 1 << 10,

    /// <summary>XML: attributes.</summary>
    Attributes = 1 << 11,

    /// <summary>JSON: whether a value is a string, a number, a boolean or null.</summary>
    ValueTypes = 1 << 16,

    /// <summary>JSON: the digits of a number as written, <c>1.10</c> for one; its type may be lost all the same.</summary>
    NumberText = 1 << 17,

    /// <summary>JSON: empty arrays and empty objects, each told from the other and from null.</summary>
    EmptyContainers = 1 << 18,

    /// <summary>JSON: arrays of one value, arrays in arrays, objects that hold only text, and arrays, scalars or several keys at the root.</summary>
    ValueShape = 1 << 19,

    /// <summary>JSON: the order of an object's keys.</summary>
    KeyOrder = 1 << 20,

    /// <summary>JSON: keys that occur twice in one object.</summary>
    DuplicateKeys = 1 << 21,

    /// <summary>JSON: every key, also one that is no XML name.</summary>
    AnyKey = 1 << 22,

    /// <summary>JSON: characters that XML cannot hold, such as U+0000 and lone surrogates. A convention without it refuses or replaces them.</summary>
    AnyCharacter = 1 << 23,
}
