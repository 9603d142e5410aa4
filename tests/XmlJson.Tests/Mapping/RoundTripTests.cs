using System.Text;
using CsCheck;
using XmlJson.Mapping;
using XmlJson.Mapping.Keyed;

namespace XmlJson.Tests.Mapping;

/// <summary>What a convention declares to keep comes back, and the report tells all the rest.</summary>
public class RoundTripTests
{
    private const int Documents = 20_000;

    [Fact]
    public void The_report_is_empty_exactly_where_XML_comes_back() =>
        Gen.Select(Generated.Document, Generated.Convention).Sample(
            (xml, convention) =>
            {
                var json = Conversion.ToJson(xml, out var report, convention);
                var events = Conversion.Events(xml);
                var back = Conversion.EventsOfJson(json, convention);
                return report.IsEmpty ? events == back : events != back || MayTellMore(convention);
            },
            iter: Documents,
            print: input => $"{input.Item1}\n{input.Item2}\n{Conversion.ToJson(input.Item1, out var report, input.Item2)}\n{report}");

    [Fact]
    public void The_report_is_empty_exactly_where_JSON_comes_back() =>
        Gen.Select(Generated.Json, Generated.Convention).Sample(
            (json, convention) =>
            {
                try
                {
                    var back = Conversion.ThereAndBack(json, out var report, convention);
                    return report.IsEmpty ? back == json : back != json || MayTellMore(convention);
                }
                catch (MappingException)
                {
                    return true;
                }
            },
            iter: Documents,
            print: input => $"{input.Item1}\n{input.Item2}\n{Conversion.ThereAndBack(input.Item1, out var report, input.Item2)}\n{report}");

    [Fact]
    public void Every_JSON_becomes_a_well_formed_document_or_a_typed_error() =>
        Gen.Select(Generated.Json, Gen.OneOf(JsonConvention.Default, JsonConvention.Newtonsoft)).Sample(
            (json, convention) =>
            {
                try
                {
                    var xml = Conversion.ToXml(json, convention);
                    Assert.Equal(WithoutReturnsInCData(Conversion.EventsOfJson(json, convention)), WithoutReturnsInCData(Conversion.Events(xml)));
                }
                catch (MappingException)
                {
                }
            },
            iter: 5_000);

    // No CDATA section can hold a carriage return (XML 1.0 §2.11): what is read again has a line feed there, or nothing beside one.
    private static string WithoutReturnsInCData(string events) => string.Join('\n', events.Split('\n')
        .Select(line => line.StartsWith("cdata ", StringComparison.Ordinal) ? line.Replace("\\r\\n", "\\n", StringComparison.Ordinal).Replace("\\r", "\\n", StringComparison.Ordinal) : line));

    [Fact]
    public void Every_key_comes_back_from_its_name_and_every_name_from_its_key()
    {
        var scope = new Scope();
        var key = Gen.OneOf(
            Gen.String,
            Gen.OneOf("_", "_x", "x", "0020", "0041", "005F", "_x0020_", "_x005F_", "_x_", " ", "p:", "q:", ":", "a", "@", "1", "_x003A_", "00000041", "é", "😀").Array[0, 6].Select(string.Concat));
        key.Where(text => !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || IsScalarText(text)).Sample(
            text =>
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                if (!scope.IsReserved(bytes))
                {
                    var name = NameEscaping.ToName(bytes, scope);
                    Assert.True(XmlJson.Text.NameCharacters.IsName(name), text);
                    Assert.Equal(text, Encoding.UTF8.GetString(NameEscaping.ToKey(name, scope)));
                }

                if (XmlJson.Text.NameCharacters.IsNCName(bytes) || (text.StartsWith("p:", StringComparison.Ordinal) && XmlJson.Text.NameCharacters.IsNCName(bytes.AsSpan(2))))
                {
                    var asKey = NameEscaping.ToKey(bytes, scope);
                    Assert.False(scope.IsReserved(asKey));
                    Assert.Equal(text, Encoding.UTF8.GetString(NameEscaping.ToName(asKey, scope)));
                }
            },
            iter: 100_000);
    }

    // A prefix that was dropped is told though the way back may happen to write the same.
    private static bool MayTellMore(JsonConvention convention) => convention.Namespaces != NamespaceRule.AsWritten;

    private static bool IsScalarText(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private sealed class Scope : INameScope
    {
        public bool IsReserved(ReadOnlySpan<byte> key) => key.Length > 1 && key[0] == '@';

        public bool IsDeclared(ReadOnlySpan<byte> prefix) => prefix.SequenceEqual("p"u8);
    }
}
