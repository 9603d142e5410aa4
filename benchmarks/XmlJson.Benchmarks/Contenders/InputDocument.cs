using System.Xml;

namespace XmlJson.Benchmarks;

/// <summary>A document to work on, in memory.</summary>
internal sealed class InputDocument
{
    private InputDocument(string name, byte[] bytes, bool isJson, bool hasDocumentType)
    {
        Name = name;
        Bytes = bytes;
        IsJson = isJson;
        HasDocumentType = hasDocumentType;
    }

    /// <summary>The name in tables and files.</summary>
    public string Name { get; }

    public byte[] Bytes { get; }

    public bool IsJson { get; }

    /// <summary>Whether there is a document type declaration, which every contender is then told to read, since by default it is refused.</summary>
    public bool HasDocumentType { get; }

    /// <summary>Settings for whoever makes an <see cref="XmlReader"/>: the default ones, but for <see cref="HasDocumentType"/>.</summary>
    public XmlReaderSettings? ReaderSettings => HasDocumentType ? new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse } : null;

    /// <summary>Options for whoever uses XmlJson's parser: the default ones, but for <see cref="HasDocumentType"/>.</summary>
    public XmlParserOptions? ParserOptions => HasDocumentType ? new XmlParserOptions { DtdProcessing = DtdProcessing.Parse } : null;

    /// <summary>Options for whoever reads records by XmlJson: the default ones, but for <see cref="HasDocumentType"/>.</summary>
    public RecordOptions? RecordOptions => ParserOptions is { } parser ? new RecordOptions { Parser = parser } : null;

    /// <summary>Takes up an XML document.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static InputDocument Xml(string name, byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse });
        var hasDocumentType = false;
        while (reader.Read())
        {
            hasDocumentType |= reader.NodeType == XmlNodeType.DocumentType;
        }

        return new InputDocument(name, bytes, isJson: false, hasDocumentType);
    }

    /// <summary>Takes up what may be an XML document or not, and has no document type declaration.</summary>
    public static InputDocument Unread(string name, byte[] bytes) => new(name, bytes, isJson: false, hasDocumentType: false);

    /// <summary>Takes up what is an XML document and has a document type declaration.</summary>
    public static InputDocument WithDocumentType(string name, byte[] bytes) => new(name, bytes, isJson: false, hasDocumentType: true);

    /// <summary>Takes up a JSON text.</summary>
    public static InputDocument Json(string name, byte[] bytes) => new(name, bytes, isJson: true, hasDocumentType: false);

    /// <summary>The same document under another name.</summary>
    public InputDocument Named(string name) => new(name, Bytes, IsJson, HasDocumentType);

    /// <summary>A reader from the start, as a program would make it.</summary>
    public XmlReader CreateReader() => XmlReader.Create(OpenStream(), ReaderSettings);

    public MemoryStream OpenStream() => new(Bytes, writable: false);
}
