using System.Buffers;
using System.Text;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

/// <summary>Converts strings there and back, by the public types alone.</summary>
internal static class Conversion
{
    /// <summary>XML → JSON.</summary>
    public static string ToJson(string xml, MappingConvention? convention = null, MappingOptions? options = null) => ToJson(xml, out _, convention, options);

    /// <summary>XML → JSON, with the report.</summary>
    public static string ToJson(string xml, out MappingReport report, MappingConvention? convention = null, MappingOptions? options = null)
    {
        var output = new ArrayBufferWriter<byte>();
        using var sink = new JsonSink(output, convention, options);
        Parse(xml, sink);
        report = sink.Report;
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>XML → its events, one a line.</summary>
    public static string Events(string xml)
    {
        using var log = new EventLog();
        Parse(xml, log);
        return log.ToString();
    }

    /// <summary>JSON → the events of the XML it stands for, one a line.</summary>
    public static string EventsOfJson(string json, MappingConvention? convention = null, MappingOptions? options = null) => EventsOfJson(json, out _, convention, options);

    /// <summary>JSON → events, with the report.</summary>
    public static string EventsOfJson(string json, out MappingReport report, MappingConvention? convention = null, MappingOptions? options = null)
    {
        using var log = new EventLog();
        using var source = new JsonSource(convention, options);
        Assert.Equal(ParseStatus.Completed, source.Parse(Encoding.UTF8.GetBytes(json), log));
        report = source.Report;
        return log.ToString();
    }

    /// <summary>JSON → XML events → JSON.</summary>
    public static string ThereAndBack(string json, out MappingReport report, MappingConvention? convention = null, MappingOptions? options = null)
    {
        var output = new ArrayBufferWriter<byte>();
        using var sink = new JsonSink(output, convention, options);
        using var source = new JsonSource(convention, options);
        source.Parse(Encoding.UTF8.GetBytes(json), sink);
        report = source.Report;
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>JSON → XML text, by System.Xml, so that whatever is not well-formed is found by it.</summary>
    public static string ToXml(string json, MappingConvention? convention = null, MappingOptions? options = null)
    {
        using var writer = new SystemXmlWriter();
        using var source = new JsonSource(convention, options);
        source.Parse(Encoding.UTF8.GetBytes(json), writer);
        return writer.ToString();
    }

    /// <summary>Reads XML: by this library's parser, or by System.Xml's where there is a document type declaration.</summary>
    public static void Parse(string xml, IContentHandler handler)
    {
        if (xml.Contains("<!DOCTYPE", StringComparison.Ordinal))
        {
            SystemXmlReader.Parse(xml, handler);
            return;
        }

        using var parser = new Utf8XmlParser();
        Assert.Equal(ParseStatus.Completed, parser.Parse(Encoding.UTF8.GetBytes(xml), ref handler));
    }
}
