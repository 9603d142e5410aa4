using System.Runtime.CompilerServices;
using XmlJson.Text;

namespace XmlJson;

/// <summary>One attribute of a start tag. Valid only during the event.</summary>
public readonly ref struct AttributeItem
{
    private readonly AttributeBuffer? _buffer;
    private readonly ref byte _source;
    private readonly ref AttributeRow _row;
    private readonly int _index;

    internal AttributeItem(AttributeBuffer buffer, ref byte source, ref AttributeRow row, int index)
    {
        _buffer = buffer;
        _source = ref source;
        _row = ref row;
        _index = index;
    }

    /// <summary>The buffer that has the attribute.</summary>
    internal AttributeBuffer? Buffer => _buffer;

    /// <summary>The bytes that the row tells a place in.</summary>
    internal ref byte Source => ref _source;

    /// <summary>The attribute's row; those of the attributes that follow it come next.</summary>
    internal ref AttributeRow Row => ref _row;

    /// <summary>The attribute's name; one without a prefix is in no namespace (Namespaces in XML 1.0 §6.2).</summary>
    public XmlName Name
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _buffer is null ? default : new XmlName(_buffer.Names, _row.NameId, _row.UriId);
    }

    /// <summary>The value with references resolved, normalized as XML 1.0 §3.3.3 says. Worked out when first asked for.</summary>
    public ReadOnlySpan<byte> Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _buffer is null ? []
            : (_row.Flags & AttributeRowFlags.ElsewhereMask) == 0 ? Unchecked.Slice(ref _source, _row.Start, _row.Length)
            : _buffer.ValueOf(_index, ref _source);
    }

    /// <summary>The value as it stands between its quotes in the input, references unresolved; the same as <see cref="Value"/> where the source is not XML text.</summary>
    public ReadOnlySpan<byte> RawValue => _buffer is null ? [] : _buffer.RawValueOf(_index, ref _source);

    /// <summary>Whether the attribute was in the start tag, rather than added because its default is declared (SAX2 <c>Attributes2.isSpecified</c>).</summary>
    public bool IsSpecified => _buffer is null || (_row.Flags & AttributeRowFlags.Defaulted) == 0;

    /// <summary>Whether the document type declares the attribute for its element (SAX2 <c>Attributes2.isDeclared</c>); known to <see cref="Utf8XmlParser"/> alone.</summary>
    public bool IsDeclared => _buffer is not null && (_row.Flags & AttributeRowFlags.Declared) != 0;

    /// <summary>Whether this is <c>xmlns</c> or <c>xmlns:…</c>, which declares a namespace; never so with namespace processing off.</summary>
    public bool IsNamespaceDeclaration => _buffer is not null && (_row.Flags & AttributeRowFlags.NamespaceDeclaration) != 0;

    /// <summary>The type that the document type declaration gives it (XML 1.0 §3.3.1); <see cref="AttributeType.CData"/> where there is none.</summary>
    public AttributeType Type => _buffer is null ? AttributeType.CData : _row.Type;

    /// <summary>The value as a new string, references resolved and white space normalized (XML 1.0 §3.3.3).</summary>
    public string GetString() => Utf16Widener.GetString(Value);

    /// <summary>The attribute as it might be written: <c>id="bk101"</c>, without escaping. For people, not for output.</summary>
    public override string ToString() => $"{Name}=\"{GetString()}\"";
}
