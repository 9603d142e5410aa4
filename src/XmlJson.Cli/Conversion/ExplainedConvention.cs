using XmlJson.Mapping;

namespace XmlJson.Cli;

/// <summary>One of several conventions that see the same document: what it makes of it, and what it loses. One that refuses the document does not end the others.</summary>
internal sealed class ExplainedConvention : IContentHandler, IDisposable
{
    private readonly HeadOfOutput _output;
    private readonly JsonSink _sink;

    /// <summary>Makes one.</summary>
    /// <param name="name">The convention's name.</param>
    /// <param name="convention">The convention.</param>
    /// <param name="options">Limits and manners.</param>
    /// <param name="shown">How many bytes of the JSON are kept.</param>
    public ExplainedConvention(string name, MappingConvention convention, MappingOptions options, int shown)
    {
        Name = name;
        _output = new HeadOfOutput(shown);
        _sink = new JsonSink(_output, convention, options);
    }

    /// <summary>The convention's name.</summary>
    public string Name { get; }

    /// <summary>The first bytes of the JSON, all of it where it is short.</summary>
    public string Json => _output.Text;

    /// <summary>How many bytes the JSON has.</summary>
    public long Length => _output.Length;

    /// <summary>Whether <see cref="Json"/> is not all of it.</summary>
    public bool IsCut => _output.IsCut;

    /// <summary>What was lost.</summary>
    public MappingReport Report => _sink.Report;

    /// <summary>Why the convention cannot express the document; null where it can.</summary>
    public MappingException? Refusal { get; private set; }

    public void StartDocument(scoped DocumentStart document) => _sink.StartDocument(document);

    public void DocumentType(scoped DocumentTypeDeclaration documentType)
    {
        if (Refusal is null)
        {
            try
            {
                _sink.DocumentType(documentType);
            }
            catch (MappingException error)
            {
                Refusal = error;
            }
        }
    }

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        if (Refusal is null)
        {
            try
            {
                _sink.StartElement(in name, attributes);
            }
            catch (MappingException error)
            {
                Refusal = error;
            }
        }
    }

    public void EndElement(scoped in XmlName name)
    {
        if (Refusal is null)
        {
            try
            {
                _sink.EndElement(in name);
            }
            catch (MappingException error)
            {
                Refusal = error;
            }
        }
    }

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        if (Refusal is null)
        {
            try
            {
                _sink.Characters(text, kind);
            }
            catch (MappingException error)
            {
                Refusal = error;
            }
        }
    }

    public void StartCData() => Pass(sink => sink.StartCData());

    public void EndCData() => Pass(sink => sink.EndCData());

    public void Comment(scoped ReadOnlySpan<byte> text)
    {
        if (Refusal is null)
        {
            try
            {
                _sink.Comment(text);
            }
            catch (MappingException error)
            {
                Refusal = error;
            }
        }
    }

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        if (Refusal is null)
        {
            try
            {
                _sink.ProcessingInstruction(target, data);
            }
            catch (MappingException error)
            {
                Refusal = error;
            }
        }
    }

    public void SkippedEntity(scoped ReadOnlySpan<byte> name)
    {
        if (Refusal is null)
        {
            try
            {
                _sink.SkippedEntity(name);
            }
            catch (MappingException error)
            {
                Refusal = error;
            }
        }
    }

    public void EndDocument() => Pass(sink => sink.EndDocument());

    public void Dispose() => _sink.Dispose();

    private void Pass(Action<JsonSink> give)
    {
        if (Refusal is null)
        {
            try
            {
                give(_sink);
            }
            catch (MappingException error)
            {
                Refusal = error;
            }
        }
    }
}
