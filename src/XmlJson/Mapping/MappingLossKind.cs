namespace XmlJson.Mapping;

/// <summary>What a conversion dropped or changed, so that converting back gives something else.</summary>
public enum MappingLossKind
{
    /// <summary>XML → JSON: white space that stands alone was dropped, or text trimmed.</summary>
    WhiteSpace,

    /// <summary>XML → JSON: the XML declaration was dropped.</summary>
    XmlDeclaration,

    /// <summary>XML → JSON: the document type declaration was dropped.</summary>
    DocumentType,

    /// <summary>A comment was dropped.</summary>
    Comment,

    /// <summary>XML → JSON: a processing instruction was dropped.</summary>
    ProcessingInstruction,

    /// <summary>A CDATA section's text was kept as plain text, or the section had to be split.</summary>
    CDataSection,

    /// <summary>XML → JSON: a reference to an entity whose declaration was not read was dropped.</summary>
    SkippedEntity,

    /// <summary>XML → JSON: an attribute that was added because its default is declared became one like the others.</summary>
    DefaultedAttribute,

    /// <summary>XML → JSON: a node moved past others to join its like: <c>a b a</c> became <c>a a b</c>; text among elements is such a case.</summary>
    SiblingOrder,

    /// <summary>XML → JSON: the root element's name was dropped.</summary>
    RootName,

    /// <summary>XML → JSON: two different names share a key, such as an attribute and an element when attributes have no prefix.</summary>
    KeyClash,

    /// <summary>XML → JSON: an attribute of the JSON namespace (<c>json:Array</c>) served as an instruction, and it or its declaration was dropped.</summary>
    JsonAttribute,

    /// <summary>JSON → XML: a number or boolean became text.</summary>
    ValueType,

    /// <summary>JSON → XML: null, <c>""</c> or <c>{}</c> became an empty element or attribute that reads back as another of the three.</summary>
    EmptyValue,

    /// <summary>JSON → XML: an empty array left nothing.</summary>
    EmptyArray,

    /// <summary>JSON → XML: an array of one value, an array in an array, or an object that holds only text reads back as something else; so does a value where the array rule makes an array.</summary>
    ValueShape,

    /// <summary>JSON → XML: a root element was added around an array, a scalar or several keys.</summary>
    RootAdded,

    /// <summary>A name or key was changed, to be a key or an XML name, and cannot be changed back.</summary>
    Name,

    /// <summary>JSON → XML: an attribute that came after content was moved before it.</summary>
    KeyOrder,

    /// <summary>JSON → XML: an object has a key twice; the two read back as an array.</summary>
    DuplicateKey,

    /// <summary>JSON → XML: a character that XML cannot hold became U+FFFD.</summary>
    InvalidCharacter,

    /// <summary>XML → JSON: an attribute, or a namespace declaration, that the convention has no use for was dropped.</summary>
    Attribute,

    /// <summary>
    /// XML → JSON: a value was written in another form of the same value, such as a number <c>+1</c> as <c>1</c>, or text that comes back with other characters escaped. JSON → XML: so was a document type
    /// declaration that is a string.
    /// </summary>
    LexicalForm,

    /// <summary>Text beside elements was dropped.</summary>
    MixedText,

    /// <summary>XML → JSON: the name that all children of an element share was dropped.</summary>
    ElementName,

    /// <summary>XML → JSON: <c>xsi:type</c> or <c>xsi:nil</c> served to type an element, and it or the declaration of a namespace of XML Schema was dropped.</summary>
    SchemaInstance,

    /// <summary>XML → JSON: the declaration of a namespace was dropped, and names in it are as if they were in none; or a name would come back in another namespace.</summary>
    Namespace,

    /// <summary>XML → JSON: the declaration of a prefix was dropped; names in its namespace have another form, and come back with another prefix.</summary>
    Prefix,
}
