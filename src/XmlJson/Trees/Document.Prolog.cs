using System.Text;
using XmlJson.Text;

namespace XmlJson.Trees;

// What stands before the root element: the XML declaration and the document type declaration.
public sealed partial class Document
{
    // Nearly every declaration says the same.
    private static readonly byte[] Version10 = "1.0"u8.ToArray();
    private static readonly byte[] Utf8Name = "UTF-8"u8.ToArray();

    private List<DocumentTypeRecord>? _documentTypes;
    private byte[]? _version;
    private byte[]? _encoding;

    /// <summary>The version in the XML declaration (XML 1.0 §2.8), or <see langword="null"/> when there is no declaration; setting that removes it.</summary>
    /// <exception cref="ArgumentException">The value set is not <c>1.</c> and digits.</exception>
    public string? XmlVersion
    {
        get => _version is null ? null : Encoding.UTF8.GetString(_version);
        set
        {
            if (value is not null && !MarkupGrammar.IsVersionNumber(Encoding.UTF8.GetBytes(value)))
            {
                throw new ArgumentException($"'{value}' is no XML version: one is 1. and digits (XML 1.0 §2.8 [26]).", nameof(value));
            }

            _version = value is null ? null : Encoding.UTF8.GetBytes(value);
        }
    }

    /// <summary>The encoding that the XML declaration names, whatever the bytes were; <see langword="null"/> when it names none. It appears only in a document that has a version.</summary>
    /// <exception cref="ArgumentException">The value set is no encoding name (XML 1.0 §4.3.3 [81]).</exception>
    public string? XmlEncoding
    {
        get => _encoding is null ? null : Encoding.UTF8.GetString(_encoding);
        set
        {
            if (value is not null && !MarkupGrammar.IsEncodingName(Encoding.UTF8.GetBytes(value)))
            {
                throw new ArgumentException($"'{value}' is no encoding name (XML 1.0 §4.3.3 [81]).", nameof(value));
            }

            _encoding = value is null ? null : Encoding.UTF8.GetBytes(value);
        }
    }

    /// <summary>The standalone document declaration (XML 1.0 §2.9), or <see langword="null"/> when there is none. It appears only in a document that has a version.</summary>
    public bool? XmlStandalone { get; set; }

    internal void SetDeclaration(scoped DocumentStart start)
    {
        if (!start.HasDeclaration)
        {
            return;
        }

        _version = start.Version.SequenceEqual(Version10) ? Version10 : start.Version.ToArray();
        _encoding = start.Encoding.IsEmpty ? null : start.Encoding.SequenceEqual(Utf8Name) ? Utf8Name : start.Encoding.ToArray();
        XmlStandalone = start.Standalone;
    }

    internal DocumentStart GetDeclaration(Locator locator) =>
        _version is null ? new DocumentStart(locator) : new DocumentStart(locator, _version, _encoding, XmlStandalone);

    internal TextSlice StoreDocumentType(scoped DocumentTypeDeclaration declaration) => StoreDocumentType(new DocumentTypeRecord(
        declaration.HasPublicId ? declaration.PublicId.ToArray() : null,
        declaration.HasSystemId ? declaration.SystemId.ToArray() : null,
        declaration.HasInternalSubset ? declaration.InternalSubset.ToArray() : null));

    internal TextSlice StoreDocumentType(DocumentTypeRecord record)
    {
        _documentTypes ??= [];
        _documentTypes.Add(record);
        return new TextSlice(_documentTypes.Count - 1, 0);
    }

    /// <summary>Adds a document type declaration that stands nowhere.</summary>
    /// <exception cref="ArgumentException">No such declaration can be written (XML 1.0 §2.8 [28], §4.2.2 [75]).</exception>
    internal int AddDocumentType(string qualified, string? publicId, string? systemId, string? internalSubset)
    {
        using var name = new Utf8Buffer(qualified, stackalloc byte[Utf8Buffer.TypicalLength]);
        CheckCharacters(systemId);
        CheckCharacters(internalSubset);
        var record = new DocumentTypeRecord(BytesOf(publicId), BytesOf(systemId), BytesOf(internalSubset));
        var (fault, parameter) = !NameCharacters.IsQName(name.Bytes) ? ($"'{qualified}' is no qualified name", nameof(qualified))
            : publicId is not null && systemId is null ? ("A public identifier needs a system identifier", nameof(systemId))
            : MarkupGrammar.FaultOfPublicId(record.PublicId) >= 0 ? ("The public identifier holds a character that is not allowed there", nameof(publicId))
            : systemId is not null && systemId.Contains('"', StringComparison.Ordinal) && systemId.Contains('\'', StringComparison.Ordinal) ? ("The system identifier holds both kinds of quotation marks", nameof(systemId))
            : !InternalSubsetExtent.IsWhole(record.InternalSubset) ? ("The internal subset would end before its end, or not at it", nameof(internalSubset))
            : (null, null);
        if (fault is not null)
        {
            throw new ArgumentException($"{fault} (XML 1.0 §2.8 [28]).", parameter);
        }

        var row = AddNode(NodeKind.DocumentType, Names.Add(name.Bytes));
        Node(row).Text = StoreDocumentType(record);
        return row;
    }

    internal DocumentTypeDeclaration GetDocumentType(int row)
    {
        var record = DocumentTypeOf(row);
        var declaration = new DocumentTypeDeclaration(Names.NameOf(Node(row).Name).Qualified);
        if (record.PublicId is not null)
        {
            declaration = declaration with { PublicId = record.PublicId };
        }

        if (record.SystemId is not null)
        {
            declaration = declaration with { SystemId = record.SystemId };
        }

        return record.InternalSubset is null ? declaration : declaration with { InternalSubset = record.InternalSubset };
    }

    internal DocumentTypeRecord DocumentTypeOf(int row) => _documentTypes![Node(row).Text.Start];

    private static byte[]? BytesOf(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);
}
