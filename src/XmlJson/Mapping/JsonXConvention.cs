using System.Text.Json;
using XmlJson.Mapping.Values;

namespace XmlJson.Mapping;

/// <summary>JSONx, IBM's XML for JSON (draft-rsalz-jsonx-00), which DataPower and API Connect read and write.</summary>
/// <remarks>
/// <para><c>{"a":[1,null]}</c> ⇄ <c>&lt;json:object xmlns:json="http://www.ibm.com/xmlns/prod/2009/jsonx"&gt;&lt;json:array name="a"&gt;&lt;json:number&gt;1&lt;/json:number&gt;&lt;json:null/&gt;&lt;/json:array&gt;&lt;/json:object&gt;</c>.
/// So any JSON becomes XML, a scalar alone too, which the draft does not have, and only XML of that vocabulary becomes JSON: anything else is a <see cref="MappingException"/>. Ignored and told in the
/// report are comments, processing instructions, white space beside elements, and attributes of other namespaces, so also the <c>xsi:schemaLocation</c> that IBM's products write.</para>
/// <para>A number keeps its text both ways. JSONx has no sign for characters that XML cannot hold, such as U+0000: <see cref="Escape"/> makes one of JSON's own.</para>
/// <para>JSON is written with the escapes that JSON demands, and U+007F to U+009F, not by the encoder of a <see cref="Utf8JsonWriter"/> that is given. The order of attributes has no meaning and is not told.</para>
/// <para>Memory is the depth and one token or string; with another policy than to retain, also the distinct keys.</para>
/// </remarks>
public sealed record JsonXConvention : MappingConvention
{
    /// <summary>JSONx as IBM's products write it.</summary>
    public static JsonXConvention Default { get; } = new();

    /// <summary>
    /// Whether control characters, those XML cannot hold, and the backslash are JSON escapes in every string and key: written so in XML, and read so from it. Every JSON value comes back then; another
    /// reader of JSONx takes an escape for the characters it consists of.
    /// </summary>
    public bool Escape { get; init; }

    /// <summary>JSON → XML, without <see cref="Escape"/>: what becomes of characters that XML cannot hold.</summary>
    public InvalidCharacterPolicy InvalidCharacters { get; init; }

    /// <summary>What becomes of equal keys in one object.</summary>
    public DuplicateKeyPolicy Duplicates { get; init; }

    /// <inheritdoc/>
    public override Fidelity Keeps => Rules.Keeps;

    private ValueRules Rules => new(Vocabulary.JsonX) { Escape = Escape, InvalidCharacters = InvalidCharacters, Duplicates = Duplicates };

    /// <inheritdoc/>
    internal override JsonMapper CreateWriter(Utf8JsonWriter writer, MappingOptions options, LossRecorder losses) => new ValueMapper(Rules, writer, options, losses);

    /// <inheritdoc/>
    internal override JsonUnmapper CreateReader(EventTape tape, MappingOptions options, LossRecorder losses) => new ValueUnmapper(Rules, tape, options, losses);
}
