namespace XmlJson.Mapping;

// What other tools write. Each differs where it would lose what this library reports, or where a tool's rule cannot be kept in one pass: docs/conventions.md lists where.
public sealed partial record JsonConvention
{
    /// <summary>What Python's <c>xmltodict.parse</c> and <c>unparse</c> do: <c>@</c>, <c>#text</c>, text joined and trimmed, an empty element is null.</summary>
    public static JsonConvention XmlToDict { get; } = new()
    {
        MixedText = MixedTextForm.Joined,
        WhiteSpace = WhiteSpacePolicy.TrimJoined,
    };

    /// <summary>The BadgerFish convention: <c>@</c>, text always under <c>$</c>, namespace declarations in an object under <c>@xmlns</c>.</summary>
    public static JsonConvention BadgerFish { get; } = new()
    {
        TextKey = "$",
        WrapText = true,
        NamespacesKey = "@xmlns",
        EmptyElement = EmptyElementForm.EmptyObject,
    };

    /// <summary>
    /// The Parker convention, for data to be read only: the root's name, attributes and text beside elements are dropped, numbers and booleans are inferred, and an element whose children all have one name is an array.
    /// </summary>
    public static JsonConvention Parker { get; } = new()
    {
        Attributes = AttributeForm.Drop,
        MixedText = MixedTextForm.Drop,
        KeepRoot = false,
        UnwrapLists = true,
        Types = TypeRule.Inferred,
        WhiteSpace = WhiteSpacePolicy.TrimJoined,
    };

    /// <summary>The convention of Google's data APIs: attributes are strings without a prefix, elements always objects with their text under <c>$t</c>, and <c>$</c> stands for the colon in names.</summary>
    public static JsonConvention GData { get; } = new()
    {
        AttributePrefix = "",
        TextKey = "$t",
        WrapText = true,
        PrefixSeparator = '$',
        EmptyElement = EmptyElementForm.EmptyObject,
    };

    /// <summary>What Spark's XML source makes of rows: attributes with <c>_</c>, text beside them under <c>_VALUE</c>, types inferred, text trimmed.</summary>
    public static JsonConvention Spark { get; } = new()
    {
        AttributePrefix = "_",
        TextKey = "_VALUE",
        MixedText = MixedTextForm.Joined,
        WhiteSpace = WhiteSpacePolicy.TrimJoined,
        Types = TypeRule.Inferred.WithAttributes(ScalarType.Inferred),
    };

    /// <summary>What npm's fast-xml-parser does with <c>ignoreAttributes: false</c>: <c>@_</c>, <c>#text</c>, text joined and trimmed, numbers and booleans inferred, an empty element is <c>""</c>.</summary>
    public static JsonConvention FastXmlParser { get; } = new()
    {
        AttributePrefix = "@_",
        MixedText = MixedTextForm.Joined,
        WhiteSpace = WhiteSpacePolicy.Trim,
        EmptyElement = EmptyElementForm.EmptyString,
        ProcessingInstructionPrefix = "?",
        XmlDeclarationKey = "?xml",
        Types = TypeRule.Inferred,
    };

    /// <summary>
    /// What npm's xml-js does in compact form: <c>_attributes</c>, <c>_text</c>, <c>_cdata</c>, <c>_comment</c>, <c>_instruction</c>, <c>_doctype</c>, <c>_declaration</c>; text always has its key.
    /// </summary>
    public static JsonConvention XmlJs { get; } = new()
    {
        Attributes = AttributeForm.Object,
        TextKey = "_text",
        WrapText = true,
        CDataKey = "_cdata",
        Comments = CommentForm.Key,
        CommentKey = "_comment",
        ProcessingInstructionsKey = "_instruction",
        DocumentTypeKey = "_doctype",
        DocumentTypeForm = DocumentTypeForm.Text,
        XmlDeclarationKey = "_declaration",
        EmptyElement = EmptyElementForm.EmptyObject,
        WhiteSpace = WhiteSpacePolicy.DropAlone,
    };

    /// <summary>What npm's xml2js does by default: attributes under <c>$</c>, text joined under <c>_</c>, every child element in an array, an empty element is <c>""</c>.</summary>
    public static JsonConvention Xml2Js { get; } = new()
    {
        Attributes = AttributeForm.Object,
        AttributesKey = "$",
        TextKey = "_",
        MixedText = MixedTextForm.Joined,
        Arrays = ArrayRule.Always,
        EmptyElement = EmptyElementForm.EmptyString,
    };
}
