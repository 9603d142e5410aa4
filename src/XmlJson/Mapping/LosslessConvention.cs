using System.Text.Json;
using XmlJson.Mapping.Lossless;

namespace XmlJson.Mapping;

/// <summary>Every XML document as JSON and back, in every event: plain where nothing would be lost, in order where it would.</summary>
/// <remarks>
/// <para>Text alone is a string; an element with attributes or content is an object, attributes first: <c>&lt;book id="1"&gt;&lt;title&gt;A&lt;/title&gt;&lt;/book&gt;</c> ⇄
/// <c>{"book":{"@id":"1","title":"A"}}</c>. Equal names that stand together are an array. Comments have the key <c>#comment</c>, processing instructions <c>?target</c>, an attribute that a document
/// type declaration added <c>@+name</c>. Names are written as they stand, and no key of another kind can be a name.</para>
/// <para>What comes first that this cannot say opens the <i>rest</i>: the key <c>#</c> with an array in which everything else of the element stands in order, as strings,
/// <c>{"name":…}</c>, <c>{"#cdata":…}</c>, <c>{"#comment":…}</c>, <c>{"?target":…}</c> and, for a reference that is not expanded, <c>{"&amp;name":null}</c>.</para>
/// <para>Layout is said once: <c>"#indent":"  "</c> before an element's content means that each node there, and in the elements within, stands on a line of its own, indented by so much for each
/// open element, and the end tag too; <c>"#indent":null</c> that no white space is there. White space that is otherwise is text.</para>
/// <para>What is compared to call two documents the same are the events, with white space in element content as text and without the declared types of attributes: both are no part of the
/// document, and come again when the XML is read with its document type definition.</para>
/// <para>Memory, both ways: the depth, the distinct names in the open elements, <see cref="LookAhead"/> or <see cref="MappingOptions.MaxLookAhead"/>, and one token.</para>
/// </remarks>
public sealed record LosslessConvention : MappingConvention
{
    /// <summary>The convention with its usual <see cref="LookAhead"/>.</summary>
    public static LosslessConvention Default { get; } = new();

    /// <summary>
    /// How long a value may be, in bytes of names and text and some for each node, to wait until it is known whether an equal name follows it, or an element its text: 64 KiB. A longer one
    /// is written as it comes, and what follows it stands in the rest. It shows in the JSON, but any JSON is read with any of it.
    /// </summary>
    public int LookAhead { get; init; } = 64 * 1024;

    /// <inheritdoc/>
    public override Fidelity Keeps =>
        Fidelity.SiblingOrder | Fidelity.MixedContent | Fidelity.Attributes | Fidelity.Comments | Fidelity.ProcessingInstructions | Fidelity.CDataSections | Fidelity.DocumentType | Fidelity.XmlDeclaration
        | Fidelity.Namespaces | Fidelity.Prefixes | Fidelity.WhiteSpace | Fidelity.EscapedNames | Fidelity.NumberText;

    /// <summary>How long text may be and still wait: any that layout may imply must.</summary>
    internal int LongestWaitingText => Math.Max(LookAhead, Layout.LongestImplied);

    /// <inheritdoc/>
    internal override JsonMapper CreateWriter(Utf8JsonWriter writer, MappingOptions options, LossRecorder losses)
    {
        ThrowIfNegative(this);
        return new LosslessMapper(this, writer, options, losses);
    }

    /// <inheritdoc/>
    internal override JsonUnmapper CreateReader(EventTape tape, MappingOptions options, LossRecorder losses)
    {
        ThrowIfNegative(this);
        return new LosslessUnmapper(this, tape, options, losses);
    }

    private static void ThrowIfNegative(LosslessConvention convention)
    {
        if (convention.LookAhead < 0)
        {
            throw new ArgumentException("A convention cannot look less than nothing ahead.", nameof(convention));
        }
    }
}
