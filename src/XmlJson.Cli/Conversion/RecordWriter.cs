using System.Buffers;
using XmlJson.Mapping;

namespace XmlJson.Cli;

/// <summary>Writes each child element of the root as a JSON text on a line of its own. A line is written when it is whole, so memory is that of one record.</summary>
internal sealed class RecordWriter : IContentHandler, IDisposable
{
    private readonly ArrayBufferWriter<byte> _record = new(16 * 1024);
    private readonly Stream _output;
    private readonly JsonSink _sink;
    private Locator? _locator;
    private int _depth;

    public RecordWriter(Stream output, MappingConvention convention)
    {
        _output = output;
        _sink = new JsonSink(_record, convention);
    }

    /// <summary>How many of the root's attributes and pieces of text are in no record; declarations of namespaces and white space do not count.</summary>
    public long Dropped { get; private set; }

    /// <summary>Where the first of them is.</summary>
    public TextPosition FirstDropped { get; private set; } = TextPosition.Unknown;

    public void StartDocument(scoped DocumentStart document) => _locator = document.Locator;

    public void DocumentType(scoped DocumentTypeDeclaration documentType) { }

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        switch (_depth++)
        {
            case 0:
                foreach (var attribute in attributes)
                {
                    if (!attribute.IsNamespaceDeclaration)
                    {
                        Drop();
                    }
                }

                return;
            case 1:
                _sink.StartDocument(new DocumentStart(_locator!));
                break;
        }

        _sink.StartElement(in name, attributes);
    }

    public void EndElement(scoped in XmlName name)
    {
        _depth--;
        if (_depth > 0)
        {
            _sink.EndElement(in name);
        }

        if (_depth == 1)
        {
            _sink.EndDocument();
            _record.Write("\n"u8);
            _output.Write(_record.WrittenSpan);
            _record.ResetWrittenCount();
        }
    }

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        if (_depth > 1)
        {
            _sink.Characters(text, kind);
        }
        else if (text.IndexOfAnyExcept(" \t\r\n"u8) >= 0)
        {
            Drop();
        }
    }

    public void StartCData()
    {
        if (_depth > 1)
        {
            _sink.StartCData();
        }
    }

    public void EndCData()
    {
        if (_depth > 1)
        {
            _sink.EndCData();
        }
    }

    public void Comment(scoped ReadOnlySpan<byte> text)
    {
        if (_depth > 1)
        {
            _sink.Comment(text);
        }
    }

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        if (_depth > 1)
        {
            _sink.ProcessingInstruction(target, data);
        }
    }

    public void SkippedEntity(scoped ReadOnlySpan<byte> name)
    {
        if (_depth > 1)
        {
            _sink.SkippedEntity(name);
        }
        else
        {
            Drop();
        }
    }

    public void EndDocument() { }

    public void Dispose() => _sink.Dispose();

    private void Drop()
    {
        if (Dropped++ == 0)
        {
            FirstDropped = _locator!.Position;
        }
    }
}
