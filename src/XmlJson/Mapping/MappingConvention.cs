using System.Text.Json;

namespace XmlJson.Mapping;

/// <summary>
/// Says how XML becomes JSON and back: the only bridge between the two. A <see cref="JsonSink"/> writes by one, a <see cref="JsonSource"/> reads by one.
/// </summary>
/// <remarks>Dialects that differ by data are values of one record, such as <see cref="JsonConvention"/>; a convention of another shape is another class.</remarks>
public abstract record MappingConvention
{
    private protected MappingConvention()
    {
    }

    /// <summary>What the convention brings back unchanged. Whatever is missing here can be lost, and is told in the report when it is.</summary>
    public abstract Fidelity Keeps { get; }

    /// <summary>Whether an extension of JSON, comments, is written and read.</summary>
    internal virtual bool UsesJsonComments => false;

    /// <summary>Whether it has functions of the caller's.</summary>
    internal virtual bool AsksCaller => false;

    /// <summary>The convention for lines of JSON, which hold no comments.</summary>
    internal virtual MappingConvention ForLines => this;

    /// <summary>The events → JSON half.</summary>
    internal abstract JsonMapper CreateWriter(Utf8JsonWriter writer, MappingOptions options, LossRecorder losses);

    /// <summary>The JSON → events half.</summary>
    internal abstract JsonUnmapper CreateReader(EventTape tape, MappingOptions options, LossRecorder losses);
}
