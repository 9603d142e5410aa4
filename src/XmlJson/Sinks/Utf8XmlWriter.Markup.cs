using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using XmlJson.Text;

namespace XmlJson;

public sealed partial class Utf8XmlWriter
{
    // Longer text is looked at in pieces from the start: a fault behind much plain text would cost a second look at all of it.
    private const int LongestPlain = 4096;

    private void WriteDeclaration(scoped ReadOnlySpan<byte> version, scoped ReadOnlySpan<byte> encoding, bool? standalone)
    {
        _output.Write("<?xml version=\""u8);
        _output.Write(version);
        if (!encoding.IsEmpty)
        {
            _output.Write("\" encoding=\""u8);
            _output.Write(Ascii.EqualsIgnoreCase(encoding, "utf-8"u8) ? encoding : "utf-8"u8);
        }

        if (standalone is { } value)
        {
            _output.Write("\" standalone=\""u8);
            _output.Write(value ? "yes"u8 : "no"u8);
        }

        _output.Write("\"?>"u8);
        _output.Write(_newLine);
    }

    // XML 1.0 §2.10
    private static bool? PreservesSpace(scoped in AttributeList attributes)
    {
        if (attributes.Count == 0 || !attributes.TryGet("xml:space"u8, out var space))
        {
            return null;
        }

        return space.Value.SequenceEqual("preserve"u8) ? true
            : space.Value.SequenceEqual("default"u8) ? false
            : null;
    }

    // [40] STag ::= '<' Name (S Attribute)* S? '>', without the '>'
    private void WriteStartTag(scoped in XmlName name, scoped in AttributeList attributes)
    {
        if (name.Table is null)
        {
            Deny("An element has no name.", nameof(name));
        }

        ref var entry = ref _names[in name];
        ref var room = ref _output.Reserve(entry.Length + 1 + PaddedBytes.Padding);
        room = (byte)'>';
        var tagEnd = _state == State.Tag ? 1 : 0;
        _names.CopySpaced(in entry, ref Unchecked.At(ref room, tagEnd));
        Unchecked.At(ref room, tagEnd) = (byte)'<';
        _output.Advance(tagEnd + 1 + entry.NameLength);
        if (attributes.Count == 0 && entry.BoundVersion == _namespaces.Version && entry.BoundUri == name.NamespaceId)
        {
            return;
        }

        var inNamespace = attributes.Count > 0 && WriteAttributes(in attributes);
        if (!IsBound(in name))
        {
            // An attribute that was found bound may be bound otherwise now.
            DeclareMissing(in name, in attributes);
            inNamespace = attributes.Count > 0;
        }

        if (inNamespace)
        {
            BindAttributes(in attributes);
        }
    }

    // All of an element whose name was found bound before, and whose text has nothing to escape and bytes behind it that are readable.
    private bool TryWriteTextElement(scoped in XmlName name, scoped ReadOnlySpan<byte> text)
    {
        ref var entry = ref _names[in name];
        if (entry.BoundVersion != _namespaces.Version || entry.BoundUri != name.NamespaceId)
        {
            return false;
        }

        // > <name> text </name>
        var nameLength = entry.NameLength;
        ref var room = ref _output.Reserve((2 * nameLength) + text.Length + 6 + PaddedBytes.Padding + XmlEscaper.Overlap);
        room = (byte)'>';
        room = ref Unchecked.At(ref room, _state == State.Tag ? 1 : 0);
        _names.CopySpaced(in entry, ref room);
        room = (byte)'<';
        Unchecked.At(ref room, nameLength + 1) = (byte)'>';
        ref var content = ref Unchecked.At(ref room, nameLength + 2);
        if (!XmlEscaper.TryCopyPadded<TextEscapeRules>(ref MemoryMarshal.GetReference(text), text.Length, ref content) && !XmlEscaper.TryCopy<TextEscapeRules>(text, ref content))
        {
            return false;
        }

        ref var end = ref Unchecked.At(ref content, text.Length);
        end = (byte)'<';
        Unchecked.At(ref end, 1) = (byte)'/';
        _names.CopyName(in entry, ref Unchecked.At(ref end, 2));
        Unchecked.At(ref end, nameLength + 2) = (byte)'>';
        _output.Advance((2 * nameLength) + text.Length + (_state == State.Tag ? 6 : 5));
        _state = State.Content;
        return true;
    }

    // What was found bound is so until a binding changes.
    private bool IsBound(scoped in XmlName name)
    {
        ref var entry = ref _names[in name];
        return (entry.BoundVersion == _namespaces.Version && entry.BoundUri == name.NamespaceId) || FindBound(in name, ref entry);
    }

    private bool FindBound(scoped in XmlName name, ref WrittenNames.Entry entry)
    {
        if (!_namespaces.IsBound(in name))
        {
            // With namespace processing off a colon is a letter like others.
            return name.NamespaceId == XmlNames.NoNamespace && entry.IsPrefixed && name.Prefix.IsEmpty;
        }

        entry.BoundVersion = _namespaces.Version;
        entry.BoundUri = name.NamespaceId;
        return true;
    }

    // [41] Attribute ::= Name Eq AttValue
    private void WritePair(in WrittenNames.Entry name, scoped ReadOnlySpan<byte> value)
    {
        ref var room = ref _output.Reserve(name.Length + PaddedBytes.Padding);
        _names.CopySpaced(in name, ref room);
        _output.Advance(name.Length);
        Escape<AttributeEscapeRules>(value, "attributes");
        _output.Write((byte)'"');
    }

    private void WritePair(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value)
    {
        _output.Write((byte)' ');
        _output.Write(name);
        _output.Write("=\""u8);
        Escape<AttributeEscapeRules>(value, "attributes");
        _output.Write((byte)'"');
    }

    // [42] ETag, [44] EmptyElemTag
    private void WriteEndTag(scoped in XmlName name)
    {
        if (_state == State.Tag && _options.EmptyElements != EmptyElementStyle.StartAndEndTag)
        {
            _output.Write(_options.EmptyElements == EmptyElementStyle.SelfClosing ? "/>"u8 : " />"u8);
        }
        else
        {
            if (_state == State.Content)
            {
                _indenter?.BeforeEnd(ref _output);
            }

            ref var entry = ref _names[in name];
            ref var room = ref _output.Reserve(entry.NameLength + 4 + PaddedBytes.Padding);
            room = (byte)'>';
            room = ref Unchecked.At(ref room, _state == State.Tag ? 1 : 0);
            room = (byte)'<';
            Unchecked.At(ref room, 1) = (byte)'/';
            _names.CopyName(in entry, ref Unchecked.At(ref room, 2));
            Unchecked.At(ref room, entry.NameLength + 2) = (byte)'>';
            _output.Advance(entry.NameLength + (_state == State.Tag ? 4 : 3));
        }

        _indenter?.Close(ref _output);
        _namespaces.Leave(_depth);
        _depth--;
        _state = _depth == 0 && !_options.IsFragment ? State.Epilog : State.Content;
    }

    // [20] CData: "]]>" is parted between two sections, and so is a carriage return, for which only a reference can stand.
    private void WriteCDataText(scoped ReadOnlySpan<byte> text)
    {
        if (_state != State.CData)
        {
            Refuse("Text of kind CDATA comes between the start and the end of a CDATA section.");
        }

        Demand(MarkupRules.CheckText(text), nameof(text));
        while (!text.IsEmpty)
        {
            // A '>' matters behind two brackets only.
            var plain = text[0] == (byte)'>' && _brackets > 0 ? 0 : text.IndexOfAny((byte)']', (byte)'\r');
            if (plain != 0)
            {
                plain = plain < 0 ? text.Length : plain;
                _output.Write(text[..plain]);
                _brackets = 0;
                text = text[plain..];
                continue;
            }

            switch (text[0])
            {
                case (byte)']':
                    _output.Write((byte)']');
                    _brackets = Math.Min(_brackets + 1, 2);
                    break;
                case (byte)'>':
                    _output.Write(_brackets == 2 ? "]]><![CDATA[>"u8 : ">"u8);
                    _brackets = 0;
                    break;
                default:
                    _output.Write("]]>&#xD;<![CDATA["u8);
                    _brackets = 0;
                    break;
            }

            text = text[1..];
        }
    }

    // Comments, processing instructions, internal subsets: line ends become what a parser would report (XML 1.0 §2.11).
    private void WriteLines(scoped ReadOnlySpan<byte> text)
    {
        while (true)
        {
            var end = text.IndexOf((byte)'\r');
            if (end < 0)
            {
                _output.Write(text);
                return;
            }

            _output.Write(text[..end]);
            _output.Write((byte)'\n');
            text = text[end..].StartsWith("\r\n"u8) ? text[(end + 2)..] : text[(end + 1)..];
        }
    }

    private void WriteQuoted(scoped ReadOnlySpan<byte> literal)
    {
        var quote = literal.Contains((byte)'"') ? (byte)'\'' : (byte)'"';
        _output.Write(quote);
        WriteLines(literal);
        _output.Write(quote);
    }

    private void Escape<TRules>(scoped ReadOnlySpan<byte> text, string argument)
        where TRules : struct, IEscapeRules
    {
        if (text.Length <= LongestPlain)
        {
            if (XmlEscaper.TryCopy<TRules>(text, ref _output.Reserve(text.Length + XmlEscaper.Room)))
            {
                _output.Advance(text.Length);
                return;
            }
        }

        EscapePieces<TRules>(text, argument);
    }

    private void EscapePieces<TRules>(scoped ReadOnlySpan<byte> text, string argument)
        where TRules : struct, IEscapeRules
    {
        while (true)
        {
            var status = XmlEscaper.Escape<TRules>(text, _output.GetSpan(XmlEscaper.Room), out var read, out var written);
            _output.Advance(written);
            if (status == OperationStatus.Done)
            {
                return;
            }

            if (status == OperationStatus.InvalidData)
            {
                Deny(MarkupRules.InvalidText, argument);
            }

            text = text[read..];
        }
    }
}
