namespace XmlJson.Benchmarks;

/// <summary>A document with one thing wrong.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Rule">Where it is forbidden: a section, and the constraint or production by its name or number.</param>
/// <param name="Bytes">The document.</param>
/// <param name="Mended">The same document put right: whoever refuses this too has not found the fault.</param>
internal sealed record MalformedDocument(string Fault, string Rule, byte[] Bytes, byte[] Mended)
{
    // "XML" is XML 1.0, fifth edition; "Names" is Namespaces in XML 1.0, third edition.

    /// <summary>What no parser may accept, each in the smallest document that has it.</summary>
    public static IReadOnlyList<MalformedDocument> All { get; } =
    [
        Of("end tag of another element", "XML §3 Element Type Match", "<a><b></a></b>"u8, "<a><b></b></a>"u8),
        Of("end tag missing", "XML §3 [39]", "<a><b></b>"u8, "<a><b></b></a>"u8),
        Of("two root elements", "XML §2.1 [1]", "<a/><b/>"u8, "<a><b/></a>"u8),
        Of("text behind the root element", "XML §2.8 [27]", "<a/>b"u8, "<a>b</a>"u8),
        Of("no root element", "XML §2.1 [1]", "<!--a-->"u8, "<!--a--><a/>"u8),
        Of("an attribute twice", "XML §3.1 Unique Att Spec", "<a b='1' b='2'/>"u8, "<a b='1' c='2'/>"u8),
        Of("an attribute twice by namespace", "Names §6.3 Attributes Unique", "<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>"u8, "<a xmlns:p='u' xmlns:q='v' p:b='' q:b=''/>"u8),
        Of("prefix not declared", "Names §5 Prefix Declared", "<p:a/>"u8, "<p:a xmlns:p='u'/>"u8),
        Of("attribute without quotes", "XML §2.3 [10]", "<a b=1/>"u8, "<a b='1'/>"u8),
        Of("attribute without value", "XML §3.1 [41]", "<a b/>"u8, "<a b=''/>"u8),
        Of("< in an attribute value", "XML §3.1 No < in Attribute Values", "<a b='<'/>"u8, "<a b='&lt;'/>"u8),
        Of("& alone", "XML §2.4 [14]", "<a>&</a>"u8, "<a>&amp;</a>"u8),
        Of("entity not declared", "XML §4.1 Entity Declared", "<a>&b;</a>"u8, "<a>&lt;</a>"u8),
        Of("reference to no character", "XML §4.1 Legal Character", "<a>&#0;</a>"u8, "<a>&#9;</a>"u8),
        Of("control character", "XML §2.2 [2]", "<a>\u0001</a>"u8, "<a>\u0009</a>"u8),
        Of("]]> in text", "XML §2.4 [14]", "<a>]]></a>"u8, "<a>]]&gt;</a>"u8),
        Of("-- in a comment", "XML §2.5 [15]", "<a><!-- -- --></a>"u8, "<a><!-- - - --></a>"u8),
        Of("bytes that are not UTF-8", "XML §4.3.3", [.. "<a>"u8, 0xC3, (byte)'(', .. "</a>"u8], [.. "<a>"u8, 0xC3, 0xA9, .. "</a>"u8]),
    ];

    private static MalformedDocument Of(string fault, string rule, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mended) => new(fault, rule, bytes.ToArray(), mended.ToArray());
}
