using XmlJson.Mapping;

namespace XmlJson.Cli;

/// <summary>One of several conventions that see the same document: what it makes of it, and what it loses. One that refuses the document does not end the others.</summary>
internal sealed class ExplainedConvention : IDisposable
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

    /// <summary>Gives the convention an event, unless it has refused the document.</summary>
    /// <param name="value">What the event tells.</param>
    /// <param name="give">Gives it.</param>
    public void Give<T>(scoped T value, Action<IContentHandler, T> give)
        where T : allows ref struct
    {
        if (Refusal is not null)
        {
            return;
        }

        try
        {
            give(_sink, value);
        }
        catch (MappingException error)
        {
            Refusal = error;
        }
    }

    public void Dispose() => _sink.Dispose();
}
