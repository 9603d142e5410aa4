using System.Text;
using XmlJson.Mapping;

namespace XmlJson.Benchmarks;

/// <summary>Conversions of documents that are longer than memory: records made on the way, by each convention and both ways.</summary>
internal static class LongConversion
{
    /// <summary>What begins the name of a conversion to JSON; the convention's follows.</summary>
    public const string ToJson = "to-json:";

    /// <summary>What begins the name of a conversion to XML.</summary>
    public const string ToXml = "to-xml:";

    /// <summary>In place of a convention: lines of JSON.</summary>
    public const string Lines = "lines";

    /// <summary>The conventions, by name, and whether a document takes bounded memory to JSON; all do to XML.</summary>
    public static IReadOnlyList<(string Name, MappingConvention Convention, bool IsBounded)> Conventions { get; } =
    [
        ("Default", JsonConvention.Default, true),
        ("Newtonsoft", JsonConvention.Newtonsoft, true),
        ("XmlToDict", JsonConvention.XmlToDict, true),
        ("BadgerFish", JsonConvention.BadgerFish, true),
        ("Parker", JsonConvention.Parker, false),
        ("GData", JsonConvention.GData, false),
        ("Spark", JsonConvention.Spark, false),
        ("FastXmlParser", JsonConvention.FastXmlParser, true),
        ("XmlJs", JsonConvention.XmlJs, false),
        ("Xml2Js", JsonConvention.Xml2Js, false),
        ("JsonML", JsonMLConvention.Default, true),
        ("Lossless", LosslessConvention.Default, true),
        ("XPath31", XPath31Convention.Default, true),
        ("JsonX", JsonXConvention.Default, true),
    ];

    /// <summary>Whether a name is one of a conversion.</summary>
    public static bool Is(string name) => name.StartsWith(ToJson, StringComparison.Ordinal) || name.StartsWith(ToXml, StringComparison.Ordinal);

    /// <summary>Makes what is converted, and gives the conversion.</summary>
    /// <param name="name">The conversion.</param>
    /// <param name="length">The length of what is converted, in bytes.</param>
    public static Action Prepare(string name, long length)
    {
        var toJson = name.StartsWith(ToJson, StringComparison.Ordinal);
        var of = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (of == Lines)
        {
            return toJson ? Lined(new RepeatedRecords(length)) : LinesToXml(Repeated(JsonLines, length));
        }

        var convention = Conventions.Single(named => named.Name == of).Convention;
        var isOfValues = convention is XPath31Convention or JsonXConvention;
        if (toJson)
        {
            // Those take only XML of their own.
            var xml = isOfValues ? Repeated(document => Xml(Json(document, JsonConvention.Default), convention), length) : Repeated(document => document, length);
            return () => XmlJson.Xml.ToJson(xml, Stream.Null, convention);
        }

        var json = Repeated(document => Json(document, isOfValues ? JsonConvention.Default : convention), length);
        return () => XmlJson.Json.ToXml(json, Stream.Null, convention);
    }

    private static Action Lined(Stream xml) => () => XmlJson.Xml.ToJsonLines(xml, RepeatedRecords.Path, Stream.Null);

    private static Action LinesToXml(Stream lines) => () => XmlJson.Json.LinesToXml(lines, Stream.Null);

    private static RepeatedPart Repeated(Func<byte[], byte[]> convert, long length) => RepeatedPart.Of(convert(RepeatedRecords.Document(1)), convert(RepeatedRecords.Document(2)), length);

    private static byte[] Json(byte[] xml, MappingConvention convention)
    {
        using var json = new MemoryStream();
        XmlJson.Xml.ToJson(new MemoryStream(xml), json, convention);
        return json.ToArray();
    }

    private static byte[] JsonLines(byte[] xml)
    {
        using var lines = new MemoryStream();
        XmlJson.Xml.ToJsonLines(new MemoryStream(xml), RepeatedRecords.Path, lines);
        return lines.ToArray();
    }

    private static byte[] Xml(byte[] json, MappingConvention convention) => Encoding.UTF8.GetBytes(XmlJson.Json.ToXml(Encoding.UTF8.GetString(json), convention));
}
