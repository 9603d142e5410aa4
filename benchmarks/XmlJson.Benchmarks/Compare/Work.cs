using System.Text.Unicode;
using XmlJson.Mapping;

namespace XmlJson.Benchmarks;

// All the works there are, each with its contenders.
internal sealed partial record Work
{
    public static Work Events { get; } = new("events", "visit every name, attribute and text", () =>
    [
        [
            new XmlReaderEvents(),
            new StructEvents(),
            new ClassEvents(),
            new StringEvents(),
            new Utf16Events(),
            new StreamEvents(),
            new PipeEvents(),
            new AdapterEvents(),
        ],
    ]);

    public static Work Handlers { get; } = new("handlers", "visit every name, attribute and text, by handlers of five classes in turn", () =>
    [
        [
            new StructEvents(),
            new ManyClassesEvents(),
        ],
    ]);

    public static Work Tree { get; } = new("tree", "load a tree; +walk: and visit every name, attribute and text of it", () =>
    [
        [
            new XDocumentTree(walks: false),
            new XmlDocumentTree(walks: false),
            new XPathDocumentTree(walks: false),
            new DocumentTree(TreeStorage.InPlace, walks: false),
            new DocumentTree(TreeStorage.Copied, walks: false),
            new DocumentTree(TreeStorage.Fresh, walks: false),
        ],
        [
            new XDocumentTree(walks: true),
            new XmlDocumentTree(walks: true),
            new XPathDocumentTree(walks: true),
            new DocumentTree(TreeStorage.InPlace, walks: true),
            new DocumentTree(TreeStorage.Copied, walks: true),
            new DocumentTree(TreeStorage.Fresh, walks: true),
        ],
    ]);

    public static Work Walk { get; } = new("walk", "visit every name, attribute and text of a tree in memory; then the same without namespace declarations, as ElementTree has it", () =>
    [
        [
            new XDocumentWalk(declarations: true),
            new NodeViewWalk(utf8: false),
            new NodeViewWalk(utf8: true),
        ],
        [
            new XDocumentWalk(declarations: false),
            new ElementViewWalk(utf8: false),
            new ElementViewWalk(utf8: true),
        ],
    ]);

    public static Work Edit { get; } = new("edit", "edit a tree in memory, write it as bytes and undo the edits", () =>
    [
        [
            new XDocumentEdit(),
            new NodeViewEdit(),
            new ElementViewEdit(),
        ],
    ]);

    public static Work Records { get; } = new("records", "visit the elements under the root as small trees, one after the other; without a look at them, beside one tree of them all", () =>
    [
        [
            new ReadFromRecords(),
            new EachRecord(),
        ],
        [
            new RecordCount(whole: true),
            new RecordCount(whole: false),
        ],
    ]);

    public static Work Write { get; } = new("write", "read the bytes of a document and write it as bytes again", () =>
    [
        [
            new XDocumentSave(),
            new XmlWriterCopy(),
            new WriterCopy(),
        ],
    ]);

    public static Work XmlToJson { get; } = new("xml-to-json", "XML bytes to JSON bytes", () =>
    [
        [
            new NewtonsoftXmlToJson(),
            new ConventionXmlToJson("newtonsoft", JsonConvention.Newtonsoft),
            new ConventionXmlToJson("default", JsonConvention.Default),
            new ConventionXmlToJson("jsonml", JsonMLConvention.Default),
            new ConventionXmlToJson("lossless", LosslessConvention.Default),
        ],
    ]);

    public static Work JsonToXml { get; } = new("json-to-xml", "JSON bytes to XML bytes", () =>
    [
        [
            new NewtonsoftJsonToXml(),
            new ConventionJsonToXml("newtonsoft", JsonConvention.Newtonsoft),
            new ConventionJsonToXml("default", JsonConvention.Default),
            new ConventionJsonToXml("jsonml", JsonMLConvention.Default),
            new ConventionJsonToXml("lossless", LosslessConvention.Default),
        ],
    ])
    {
        InputFrom = document => document.IsJson ? document : InputDocument.Json(document.Name, NewtonsoftConversion.MakeJson(document)),
    };

    public static Work Lines { get; } = new("ndjson", "XML bytes to lines of JSON, one for each element under the root", () =>
    [
        [
            new ReadFromLines(),
            new TreeLines(),
            new DirectLines(),
        ],
    ])
    {
        // What an element inherits is another matter for each: XNode.ReadFrom does not say which declarations it needs, and keeps white space as an ancestor says.
        InputFrom = document => document.IsJson || document.Bytes.AsSpan().IndexOf("xmlns"u8) >= 0 || document.Bytes.AsSpan().IndexOf("xml:space"u8) >= 0 ? null : document,
    };

    public static Work Limits { get; } = new("limits", "go over all bytes: what memory and processor allow, beside the parser", () =>
    [
        [
            new CopyLimit(),
            new Utf8Limit(),
            new BitmapsLimit(),
            new ParseLimit(),
        ],
    ])
    {
        // Bytes of another encoding are none that all of them can go over.
        InputFrom = document => document.IsJson || !Utf8.IsValid(document.Bytes) ? null : document,
    };

    /// <summary>All works, in the order in which they are run.</summary>
    public static IReadOnlyList<Work> All { get; } = [Events, Handlers, Tree, Walk, Edit, Records, Write, XmlToJson, JsonToXml, Lines, Limits];
}
