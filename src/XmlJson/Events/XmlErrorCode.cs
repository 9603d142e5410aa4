namespace XmlJson;

/// <summary>Why a document was refused. The names are stable: tools may print and compare them.</summary>
public enum XmlErrorCode
{
    /// <summary>The input is empty or holds no element (XML 1.0 §2.1 [1]).</summary>
    NoRootElement,

    /// <summary>The input ends inside markup or a reference.</summary>
    UnexpectedEnd,

    /// <summary>The input ends and elements are still open.</summary>
    UnclosedElement,

    /// <summary>Text stands before or after the root element (XML 1.0 §2.1 [1], [27]).</summary>
    TextOutsideRoot,

    /// <summary>A second element follows the root element.</summary>
    SecondRootElement,

    /// <summary>An end tag has another name than the open element (XML 1.0 §3, WFC: Element Type Match).</summary>
    MismatchedEndTag,

    /// <summary>An end tag stands where no element is open.</summary>
    UnexpectedEndTag,

    /// <summary>What follows <c>&lt;</c> begins no kind of markup.</summary>
    InvalidMarkup,

    /// <summary>A name is missing or holds a character that names may not have (XML 1.0 §2.3 [5]).</summary>
    InvalidName,

    /// <summary>White space is missing, as between two attributes (XML 1.0 §3.1 [40]).</summary>
    ExpectedWhiteSpace,

    /// <summary>An attribute has no <c>=</c> (XML 1.0 §3.1 [41]).</summary>
    ExpectedEquals,

    /// <summary>A value does not begin with a quotation mark (XML 1.0 §2.3 [10]).</summary>
    ExpectedQuote,

    /// <summary>A tag or declaration does not end where it must.</summary>
    ExpectedTagEnd,

    /// <summary><c>&lt;</c> in an attribute value (XML 1.0 §3.1, WFC: No &lt; in Attribute Values).</summary>
    LessThanInAttribute,

    /// <summary>Two attributes of one tag have the same name (XML 1.0 §3.1, WFC: Unique Att Spec).</summary>
    DuplicateAttribute,

    /// <summary><c>]]&gt;</c> in text (XML 1.0 §2.4 [14]).</summary>
    CDataEndInText,

    /// <summary>A CDATA section outside the root element.</summary>
    CDataOutsideRoot,

    /// <summary><c>--</c> inside a comment, or a comment that ends with <c>---&gt;</c> (XML 1.0 §2.5 [15]).</summary>
    DoubleHyphenInComment,

    /// <summary>A processing instruction has the reserved target <c>xml</c> in any case (XML 1.0 §2.6 [17]).</summary>
    ReservedTarget,

    /// <summary>An XML declaration that is not at the very start (XML 1.0 §2.8).</summary>
    MisplacedXmlDeclaration,

    /// <summary>An XML or text declaration that does not follow its grammar (XML 1.0 §2.8 [23], §4.3.1 [77]).</summary>
    InvalidXmlDeclaration,

    /// <summary>A version that is not <c>1.</c> and digits (XML 1.0 §2.8 [26]).</summary>
    InvalidVersion,

    /// <summary>A character that XML does not allow (XML 1.0 §2.2 [2]).</summary>
    InvalidCharacter,

    /// <summary>A character reference that is malformed (XML 1.0 §4.1 [66]).</summary>
    InvalidCharacterReference,

    /// <summary>A character reference to a character that XML does not allow (XML 1.0 §4.1, WFC: Legal Character).</summary>
    ForbiddenCharacterReference,

    /// <summary><c>&amp;</c> without a name and <c>;</c> behind it (XML 1.0 §4.1 [68]).</summary>
    InvalidReference,

    /// <summary>A reference to an entity that is not declared (XML 1.0 §4.1, WFC: Entity Declared).</summary>
    UndeclaredEntity,

    /// <summary>Bytes that are invalid in the document's encoding (XML 1.0 §4.3.3).</summary>
    InvalidEncoding,

    /// <summary>The declared encoding is not known here.</summary>
    UnsupportedEncoding,

    /// <summary>The declared encoding contradicts the byte order mark or the bytes (XML 1.0 §4.3.3, appendix F).</summary>
    EncodingMismatch,

    /// <summary>A prefix is used but not declared (Namespaces in XML 1.0 §5, NSC: Prefix Declared).</summary>
    UndeclaredPrefix,

    /// <summary>A name with colons that is no qualified name (Namespaces in XML 1.0 §4 [7]).</summary>
    InvalidQualifiedName,

    /// <summary><c>xml</c> or <c>xmlns</c>, as a prefix or a namespace, is declared otherwise than it must be (Namespaces in XML 1.0 §3, NSC: Reserved Prefixes and Namespace Names).</summary>
    ReservedNamespace,

    /// <summary>A prefix is bound to no namespace: <c>xmlns:p=""</c> (Namespaces in XML 1.0 §5, NSC: No Prefix Undeclaring).</summary>
    EmptyPrefixBinding,

    /// <summary>Two attributes of one tag have the same namespace name and local part (Namespaces in XML 1.0 §6.3, NSC: Attributes Unique).</summary>
    DuplicateExpandedName,

    /// <summary>The document has a document type declaration and the options prohibit one.</summary>
    DtdProhibited,

    /// <summary>A document type declaration after the root element's start, or a second one.</summary>
    MisplacedDocumentType,

    /// <summary>A document type declaration that does not follow its grammar (XML 1.0 §2.8 [28]).</summary>
    InvalidDocumentType,

    /// <summary>More elements are open at once than the options allow.</summary>
    DepthLimit,

    /// <summary>A start tag has more attributes than the options allow.</summary>
    AttributeCountLimit,

    /// <summary>An attribute value is longer than the options allow.</summary>
    AttributeLengthLimit,

    /// <summary>A name is longer than the options allow.</summary>
    NameLengthLimit,

    /// <summary>The document has more different names than the options allow.</summary>
    NameCountLimit,

    /// <summary>A tag, comment, processing instruction or declaration is longer than the options allow.</summary>
    MarkupLengthLimit,

    /// <summary>The document is longer than the options allow.</summary>
    DocumentLengthLimit,

    /// <summary>What stands in a document type definition is no markup declaration, nor anything else that may stand between two (XML 1.0 §2.8 [28b], [29], [31]).</summary>
    InvalidMarkupDeclaration,

    /// <summary>An element type declaration that does not follow its grammar (XML 1.0 §3.2 [45]).</summary>
    InvalidElementDeclaration,

    /// <summary>A content model that does not follow its grammar (XML 1.0 §3.2.1 [47]–[50], §3.2.2 [51]).</summary>
    InvalidContentModel,

    /// <summary>An attribute-list declaration with a type that is none (XML 1.0 §3.3.1 [54]–[59]).</summary>
    InvalidAttributeType,

    /// <summary>An attribute-list declaration without a default declaration where one must be (XML 1.0 §3.3.2 [60]).</summary>
    InvalidDefaultDeclaration,

    /// <summary>An entity declaration that does not follow its grammar (XML 1.0 §4.2 [70]–[74], §4.2.2 [76]).</summary>
    InvalidEntityDeclaration,

    /// <summary>A notation declaration that does not follow its grammar (XML 1.0 §4.7 [82]).</summary>
    InvalidNotationDeclaration,

    /// <summary>An external identifier that does not follow its grammar (XML 1.0 §4.2.2 [75], §4.7 [83]).</summary>
    InvalidExternalIdentifier,

    /// <summary>A public identifier with a character that it may not have (XML 1.0 §2.3 [13]).</summary>
    InvalidPublicIdentifier,

    /// <summary>A conditional section that does not follow its grammar (XML 1.0 §3.4 [61]–[65]).</summary>
    InvalidConditionalSection,

    /// <summary>A conditional section in the internal subset (XML 1.0 §3.4).</summary>
    MisplacedConditionalSection,

    /// <summary><c>%</c> without a name and <c>;</c> behind it (XML 1.0 §4.1 [69]).</summary>
    InvalidParameterReference,

    /// <summary>A parameter-entity reference within a declaration of the internal subset (XML 1.0 §2.8, WFC: PEs in Internal Subset).</summary>
    ParameterReferenceInDeclaration,

    /// <summary>A parameter entity between declarations begins or ends within one (XML 1.0 §2.8, WFC: PE Between Declarations).</summary>
    UnbalancedParameterEntity,

    /// <summary>An element or other markup begins in an entity and does not end in it, or the other way round (XML 1.0 §4.3.2 [43], §2.1).</summary>
    UnbalancedEntity,

    /// <summary>An entity contains a reference to itself, directly or indirectly (XML 1.0 §4.1, WFC: No Recursion).</summary>
    RecursiveEntity,

    /// <summary>A reference to an unparsed entity (XML 1.0 §4.1, WFC: Parsed Entity).</summary>
    UnparsedEntityReference,

    /// <summary>A reference to an external entity in an attribute value (XML 1.0 §3.1, WFC: No External Entity References).</summary>
    ExternalEntityInAttribute,

    /// <summary><c>lt</c>, <c>gt</c>, <c>amp</c>, <c>apos</c> or <c>quot</c> is declared as something else than it stands for (XML 1.0 §4.6).</summary>
    InvalidPredefinedEntity,

    /// <summary>The name of an entity, a notation or a processing instruction's target has a colon (Namespaces in XML 1.0 §7).</summary>
    ColonInName,

    /// <summary>The resolver failed to give an external entity.</summary>
    UnreadableEntity,

    /// <summary>The document type definition, with all external parts, is longer than the options allow.</summary>
    DtdLengthLimit,

    /// <summary>The external entities that content refers to are longer than the options allow.</summary>
    ExternalLengthLimit,

    /// <summary>More entities are open inside one another than the options allow.</summary>
    EntityDepthLimit,

    /// <summary>Entities expand to more text than the options allow.</summary>
    EntityExpansionLimit,

    /// <summary>A record takes more memory than the options allow: only where a document is read record by record.</summary>
    RecordSizeLimit,
}
