using System.Text.Json;
using XmlJson.Mapping.JsonML;

namespace XmlJson.Mapping;

/// <summary>JsonML, as jsonml.org/syntax has its grammar: an element is an array of its name, its attributes if there are any, and its content in order; text is a string.</summary>
/// <remarks>
/// <para><c>&lt;p class="x"&gt;one &lt;b&gt;two&lt;/b&gt;&lt;/p&gt;</c> ⇄ <c>["p",{"class":"x"},"one ",["b","two"]]</c>. Names and namespace declarations are written as they stand; white space
/// is text like any other.</para>
/// <para>XML → JSON: comments, processing instructions, the marks of CDATA sections and what stands outside the root element are dropped. JSON → XML: strings side by side are one text;
/// numbers and booleans are taken as text.</para>
/// <para>Memory is the depth, and of JSON one token: nothing waits.</para>
/// </remarks>
public sealed record JsonMLConvention : MappingConvention
{
    /// <summary>The convention: it has no options.</summary>
    public static JsonMLConvention Default { get; } = new();

    /// <inheritdoc/>
    public override Fidelity Keeps =>
        Fidelity.Attributes | Fidelity.SiblingOrder | Fidelity.MixedContent | Fidelity.Namespaces | Fidelity.Prefixes | Fidelity.WhiteSpace | Fidelity.EscapedNames | Fidelity.NumberText | Fidelity.KeyOrder;

    /// <inheritdoc/>
    internal override JsonMapper CreateWriter(Utf8JsonWriter writer, MappingOptions options, LossRecorder losses) => new JsonMLMapper(writer, options, losses);

    /// <inheritdoc/>
    internal override JsonUnmapper CreateReader(EventTape tape, MappingOptions options, LossRecorder losses) => new JsonMLUnmapper(tape, options, losses);
}
