using System.Text.Json;
using XmlJson.Mapping.Values;

namespace XmlJson.Mapping;

/// <summary>The XML representation of JSON that <c>fn:json-to-xml</c> and <c>fn:xml-to-json</c> use (XPath and XQuery Functions and Operators 3.1 §17.4, §17.5, §22).</summary>
/// <remarks>
/// <para><c>{"a":[1,null]}</c> ⇄ <c>&lt;map xmlns="http://www.w3.org/2005/xpath-functions"&gt;&lt;array key="a"&gt;&lt;number&gt;1&lt;/number&gt;&lt;null/&gt;&lt;/array&gt;&lt;/map&gt;</c>. So any JSON
/// becomes XML, and only XML of that vocabulary becomes JSON: anything else is a <see cref="MappingException"/>, but for what §17.5.4 says to ignore (comments, processing instructions, white space
/// beside elements, attributes of other namespaces), which is told in the report.</para>
/// <para>A number keeps its text both ways, where <c>fn:xml-to-json</c> would write the nearest double: <c>1.10</c>, <c>-0</c>, <c>1E400</c> and 400 digits come back. With
/// <see cref="DuplicateKeyPolicy.Retain"/> so do equal keys, which that function refuses. With <see cref="Escape"/> every JSON value comes back, U+0000 and lone surrogates included.</para>
/// <para>The function's option <c>liberal</c> is not offered: its <see langword="true"/> may differ from RFC 8259 as an implementation likes, and this one does not like to. <c>validate</c> would need a schema
/// processor. <c>indent</c> is <see cref="MappingOptions.Indented"/>.</para>
/// <para>JSON is written as §17.5.4 says and not by the encoder of a <see cref="Utf8JsonWriter"/> that is given. The order of attributes has no meaning and is not told.</para>
/// <para>Memory is the depth and one token or string; with another policy than to retain, also the distinct keys.</para>
/// </remarks>
public sealed record XPath31Convention : MappingConvention
{
    /// <summary>The functions' own defaults.</summary>
    public static XPath31Convention Default { get; } = new();

    /// <summary>
    /// JSON → XML: whether control characters, those XML cannot hold, and the backslash stay JSON escapes, marked by the attributes <c>escaped</c> and <c>escaped-key</c>. If not, escapes are
    /// resolved, and what XML cannot hold goes to <see cref="Fallback"/>.
    /// </summary>
    public bool Escape { get; init; }

    /// <summary>What becomes of equal keys in one object.</summary>
    public DuplicateKeyPolicy Duplicates { get; init; }

    /// <summary>
    /// JSON → XML, without <see cref="Escape"/>: gives the text for a character that XML cannot hold, which it gets as an escape such as <c>\u0000</c>; U+FFFD when null. The report tells either
    /// way. Text that XML cannot hold is refused with <see cref="MappingErrorCode.InvalidCharacter"/>.
    /// </summary>
    public Func<string, string>? Fallback { get; init; }

    /// <summary>XML → JSON: whether <c>/</c> is written as <c>\/</c>, as §17.5.4 has it. The value is the same.</summary>
    public bool EscapeSolidus { get; init; } = true;

    /// <inheritdoc/>
    public override Fidelity Keeps => Rules.Keeps;

    /// <inheritdoc/>
    internal override bool AsksCaller => Fallback is not null;

    private ValueRules Rules => new(Vocabulary.XPath31) { Escape = Escape, EscapeSolidus = EscapeSolidus, Duplicates = Duplicates, Fallback = Fallback };

    /// <inheritdoc/>
    internal override JsonMapper CreateWriter(Utf8JsonWriter writer, MappingOptions options, LossRecorder losses)
    {
        ThrowIfContradictory(this);
        return new ValueMapper(Rules, writer, options, losses);
    }

    /// <inheritdoc/>
    internal override JsonUnmapper CreateReader(EventTape tape, MappingOptions options, LossRecorder losses)
    {
        ThrowIfContradictory(this);
        return new ValueUnmapper(Rules, tape, options, losses);
    }

    private static void ThrowIfContradictory(XPath31Convention convention)
    {
        if (convention.Escape && convention.Fallback is not null)
        {
            throw new ArgumentException("The convention escapes what XML cannot hold, so its fallback would never be called (FOJS0005).", nameof(convention));
        }
    }
}
