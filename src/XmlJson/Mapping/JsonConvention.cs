using System.Text;
using System.Text.Json;
using XmlJson.Mapping.Keyed;
using XmlJson.Text;

namespace XmlJson.Mapping;

/// <summary>The keyed conventions: an element is a key, its attributes are keys with a prefix, its text is a value, and equal siblings are an array.</summary>
/// <remarks>
/// <para><c>&lt;book id="1"&gt;&lt;title&gt;A&lt;/title&gt;&lt;/book&gt;</c> ⇄ <c>{"book":{"@id":"1","title":"A"}}</c>. Every value is a string.
/// Text among elements goes under <see cref="TextKey"/>, as an array when it is in several places; its place among the elements is lost.</para>
/// <para>JSON → XML: a scalar is an element with text, its digits as written; an array is as many elements; null, <c>""</c> and <c>{}</c> are empty elements; an empty
/// array leaves nothing; an array in an array is an element that holds <see cref="ItemName"/> elements. What has not exactly one root is wrapped in <see cref="RootName"/>.</para>
/// <para>Memory, XML → JSON: one run of text, and what must wait until it is known whether an equal sibling follows. In the root, and in every repeated element that is written as it
/// comes, the first name streams as an array; everything after a second name waits for the end of its parent. So a root with many records takes the memory of one record, a
/// root with one child takes that child's. With <see cref="RepeatsAreAdjacent"/> and an <see cref="ArrayRule"/> that leaves nothing open, depth alone counts.</para>
/// </remarks>
public sealed partial record JsonConvention : MappingConvention
{
    /// <summary>The convention used where none is named: elements, attributes and text, readable; comments, processing instructions, declarations and CDATA marks are dropped.</summary>
    public static JsonConvention Default { get; } = new();

    /// <summary>
    /// What <c>JsonConvert.SerializeXNode</c> and <c>DeserializeXNode</c> of Newtonsoft.Json do to an XDocument. It differs where that loses information or breaks JSON; the documentation lists where.
    /// </summary>
    public static JsonConvention Newtonsoft { get; } = new()
    {
        CDataKey = "#cdata-section",
        Comments = CommentForm.JsonComment,
        ProcessingInstructionPrefix = "?",
        DocumentTypeKey = "!DOCTYPE",
        XmlDeclarationKey = "?xml",
        RootName = null,
        ItemName = null,
        WhiteSpace = WhiteSpacePolicy.DropAlone,
        Names = NamePolicy.XmlConvert,
        UsesJsonNamespace = true,
    };

    /// <summary>Where attributes stand: among the other keys, unless another form is set.</summary>
    public AttributeForm Attributes { get; init; }

    /// <summary>
    /// What begins an attribute's key when <see cref="Attributes"/> is <see cref="AttributeForm.Keys"/>. When empty, attributes and elements share keys, and reading JSON makes no
    /// attributes, unless <see cref="WrapText"/> tells the two apart: then a scalar is an attribute, and an object or array an element.
    /// </summary>
    public string AttributePrefix { get; init; } = "@";

    /// <summary>The key of the object that holds the attributes when <see cref="Attributes"/> is <see cref="AttributeForm.Object"/>.</summary>
    public string AttributesKey { get; init; } = "_attributes";

    /// <summary>
    /// The key of an object with the element's namespace declarations: each prefix with its namespace name, the default namespace under <see cref="TextKey"/>; null leaves them among the attributes.
    /// </summary>
    public string? NamespacesKey { get; init; }

    /// <summary>What prefixes and namespaces become in keys: they stay as written, with their declarations, unless another rule is set.</summary>
    public NamespaceRule Namespaces { get; init; } = NamespaceRule.AsWritten;

    /// <summary>What stands between prefix and local name in keys: <c>:</c>, or another character of ASCII that no XML name has, such as <c>$</c>.</summary>
    public char PrefixSeparator { get; init; } = ':';

    /// <summary>The key of text that stands beside attributes or elements.</summary>
    public string TextKey { get; init; } = "#text";

    /// <summary>Whether text has its key even where it is all there is: <c>{"a":{"#text":"x"}}</c>, so that an element with text has one shape with and without attributes.</summary>
    public bool WrapText { get; init; }

    /// <summary>What becomes of text in several places of one element: an array of its runs, unless another form is set.</summary>
    public MixedTextForm MixedText { get; init; }

    /// <summary>The key of CDATA sections; null treats them as text.</summary>
    public string? CDataKey { get; init; }

    /// <summary>What becomes of comments: they are dropped, and told in the report, unless another form is set.</summary>
    public CommentForm Comments { get; init; }

    /// <summary>The key of comments when <see cref="Comments"/> says so.</summary>
    public string CommentKey { get; init; } = "#comment";

    /// <summary>What begins the key of a processing instruction, its target follows; null drops them, unless they have a <see cref="ProcessingInstructionsKey"/>.</summary>
    public string? ProcessingInstructionPrefix { get; init; }

    /// <summary>The key of processing instructions, each an object with its target as a key and its data as the value: <c>{"_instruction":{"p":"d"}}</c>. Null leaves them to <see cref="ProcessingInstructionPrefix"/>.</summary>
    public string? ProcessingInstructionsKey { get; init; }

    /// <summary>The key of the document type declaration, by default an object with <c>@name</c>, <c>@public</c>, <c>@system</c> and <c>@internalSubset</c>; null drops it.</summary>
    public string? DocumentTypeKey { get; init; }

    /// <summary>How the document type declaration stands under its key.</summary>
    public DocumentTypeForm DocumentTypeForm { get; init; }

    /// <summary>The key of the XML declaration, an object with <c>@version</c>, <c>@encoding</c> and <c>@standalone</c>; null drops it.</summary>
    public string? XmlDeclarationKey { get; init; }

    /// <summary>Which elements become arrays: those that are repeated, unless another rule is set. A rule by path gives one shape to one child and to many.</summary>
    public ArrayRule Arrays { get; init; } = ArrayRule.Repeated;

    /// <summary>
    /// XML → JSON: whether an element with two or more children, all of one name, and no attributes is their array; the name is dropped, and told in the report. Reading JSON, an array is repeated elements all the same.
    /// </summary>
    public bool UnwrapLists { get; init; }

    /// <summary>
    /// XML → JSON: whether equal names always stand together, so that an array can be closed when another name comes: less memory, and
    /// <see cref="MappingErrorCode.RepeatNotAdjacent"/> when it is not so.
    /// </summary>
    public bool RepeatsAreAdjacent { get; init; }

    /// <summary>Which values are numbers and booleans: none, so that no digit changes, unless another rule is set.</summary>
    public TypeRule Types { get; init; } = TypeRule.Strings;

    /// <summary>Whether the root element is a key of the JSON object. When false the JSON is the root element's value, and reading always adds <see cref="RootName"/>.</summary>
    public bool KeepRoot { get; init; } = true;

    /// <summary>JSON → XML: the root element around what has not exactly one root; null refuses it.</summary>
    public string? RootName { get; init; } = "root";

    /// <summary>JSON → XML: the name of the elements in an array without a key of its own; null takes the name of the array around.</summary>
    public string? ItemName { get; init; } = "item";

    /// <summary>What becomes of text that is white space only: it is dropped between elements, unless another policy is set.</summary>
    public WhiteSpacePolicy WhiteSpace { get; init; }

    /// <summary>XML → JSON: the value of an element without attributes and content: null, unless another form is set.</summary>
    public EmptyElementForm EmptyElement { get; init; }

    /// <summary>As <see cref="EmptyElement"/>; where null is <c>xsi:nil</c>, an element that is only empty is none.</summary>
    internal EmptyElementForm EmptyForm => Types.UsesSchemaInstance && EmptyElement == EmptyElementForm.Null ? EmptyElementForm.EmptyString : EmptyElement;

    /// <summary>How keys that are no XML names become names: by escapes that are undone on the way back, unless another policy is set.</summary>
    public NamePolicy Names { get; init; }

    /// <summary>JSON → XML: what becomes of characters that XML cannot hold: they are refused, unless another policy is set.</summary>
    public InvalidCharacterPolicy InvalidCharacters { get; init; }

    /// <summary>
    /// Whether attributes in <c>http://james.newtonking.com/projects/json</c> are instructions: <c>json:Array="true"</c> makes an array, others have the key <c>$name</c>.
    /// </summary>
    public bool UsesJsonNamespace { get; init; }

    /// <inheritdoc/>
    public override Fidelity Keeps
    {
        get
        {
            var keeps = Attributes == AttributeForm.Drop ? 0 : Fidelity.Attributes;
            keeps |= Attributes != AttributeForm.Drop && Namespaces.Form != NamespaceForm.LocalNames ? Fidelity.Namespaces : 0;
            keeps |= Attributes != AttributeForm.Drop && Namespaces.Form == NamespaceForm.AsWritten ? Fidelity.Prefixes : 0;
            keeps |= Comments == CommentForm.Key ? Fidelity.Comments : 0;
            keeps |= ProcessingInstructionPrefix is null && ProcessingInstructionsKey is null ? 0 : Fidelity.ProcessingInstructions;
            keeps |= CDataKey is null ? 0 : Fidelity.CDataSections;
            keeps |= DocumentTypeKey is null ? 0 : Fidelity.DocumentType;
            keeps |= XmlDeclarationKey is null ? 0 : Fidelity.XmlDeclaration;
            keeps |= WhiteSpace == WhiteSpacePolicy.Keep ? Fidelity.WhiteSpace : 0;
            keeps |= Names == NamePolicy.XmlConvert ? 0 : Fidelity.EscapedNames;
            keeps |= Names == NamePolicy.Reversible ? Fidelity.AnyKey : 0;
            return keeps | Fidelity.NumberText;
        }
    }

    /// <inheritdoc/>
    internal override bool AsksCaller => Arrays.Decide is not null || Types.Decide is not null;

    /// <inheritdoc/>
    internal override bool UsesJsonComments => Comments == CommentForm.JsonComment;

    /// <inheritdoc/>
    internal override MappingConvention ForLines => UsesJsonComments ? this with { Comments = CommentForm.Drop } : this;

    /// <inheritdoc/>
    internal override JsonMapper CreateWriter(Utf8JsonWriter writer, MappingOptions options, LossRecorder losses)
    {
        ThrowIfAmbiguous(this);
        return new KeyedMapper(this, writer, options, losses);
    }

    /// <inheritdoc/>
    internal override JsonUnmapper CreateReader(EventTape tape, MappingOptions options, LossRecorder losses)
    {
        ThrowIfAmbiguous(this);
        return new KeyedUnmapper(this, tape, options, losses);
    }

    // Keys of different meaning must differ, or the way back could not tell them.
    private static void ThrowIfAmbiguous(JsonConvention convention)
    {
        string?[] keys = [
            convention.TextKey,
            convention.CDataKey,
            convention.Comments == CommentForm.Drop ? null : convention.CommentKey,
            convention.ProcessingInstructionsKey,
            convention.DocumentTypeKey,
            convention.XmlDeclarationKey,
            convention.Attributes == AttributeForm.Object ? convention.AttributesKey : null,
            convention.NamespacesKey,
        ];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (key is "" || (key is not null && !seen.Add(key)))
            {
                throw new ArgumentException($"The convention uses the key '{key}' for two things, or it is empty.", nameof(convention));
            }
        }

        if (convention.ProcessingInstructionPrefix is "" || (convention.ProcessingInstructionPrefix is { } prefix && prefix == convention.AttributePrefix))
        {
            throw new ArgumentException("The convention's prefix for processing instructions is empty, or the same as the one for attributes.", nameof(convention));
        }

        if (convention is { ProcessingInstructionPrefix: not null, ProcessingInstructionsKey: not null })
        {
            throw new ArgumentException("The convention has a prefix and a key for processing instructions, which can have only one of them.", nameof(convention));
        }

        if (!char.IsAscii(convention.PrefixSeparator) || (convention.PrefixSeparator != ':' && NameCharacters.IsName(new Rune(convention.PrefixSeparator))))
        {
            throw new ArgumentException($"'{convention.PrefixSeparator}' cannot stand between prefix and local name: it must be a colon or a character of ASCII that no name has.", nameof(convention));
        }

        if (!convention.KeepRoot && convention.RootName is null)
        {
            throw new ArgumentException("The convention drops the root element and has no root name to bring it back.", nameof(convention));
        }
    }
}
