namespace XmlJson.Dom;

/// <summary>The kinds of nodes, numbered as in the DOM (Level 2 Core, interface Node).</summary>
public enum NodeType
{
    /// <summary>An element: <c>ELEMENT_NODE</c>.</summary>
    Element = 1,

    /// <summary>An attribute, namespace declarations included. It is no child of its element.</summary>
    Attribute = 2,

    /// <summary>Character data outside of CDATA sections: <c>TEXT_NODE</c>.</summary>
    Text = 3,

    /// <summary>A CDATA section, which is told from the text beside it: <c>CDATA_SECTION_NODE</c>.</summary>
    CDataSection = 4,

    /// <summary>A reference to an entity that was not expanded; it has no children here.</summary>
    EntityReference = 5,

    /// <summary>An entity declaration. No node of this library has this kind: declarations are kept as text, see <see cref="Node.InternalSubset"/>.</summary>
    Entity = 6,

    /// <summary>A processing instruction, within the root element or beside it: <c>PROCESSING_INSTRUCTION_NODE</c>.</summary>
    ProcessingInstruction = 7,

    /// <summary>A comment, within the root element or beside it: <c>COMMENT_NODE</c>.</summary>
    Comment = 8,

    /// <summary>The document itself, the root element's parent: <c>DOCUMENT_NODE</c>.</summary>
    Document = 9,

    /// <summary>A document type declaration, a child of the document: <c>DOCUMENT_TYPE_NODE</c>.</summary>
    DocumentType = 10,

    /// <summary>A list of nodes without an element around it.</summary>
    DocumentFragment = 11,

    /// <summary>A notation declaration. No node of this library has this kind, as with <see cref="Entity"/>.</summary>
    Notation = 12,
}
