using System.Diagnostics.CodeAnalysis;
using System.Text;
using XmlJson.Text;

namespace XmlJson;

// Positions for those who ask, and every error: all of it off the hot path.
public sealed partial class Utf8XmlParser
{
    // The event is the end of an empty-element tag that was read before the handler stopped.
    private const int AtEmptyElement = -1;

    internal TextPosition EventPosition =>
        _openEntities > 0 ? _referencePosition : _event == AtEmptyElement ? _emptyElement : PositionAt(_stretchOffset + _event);

    // Of the end of an element.
    internal long EventEnd
    {
        get
        {
            var end = _openEntities > 0 ? _referenceEnd : _stretchOffset + _eventEnd;
            return _decoder is null ? end : PositionAt(end).ByteOffset;
        }
    }

    internal int Depth => _depth - _openEntities;

    internal string? CurrentEntity => _plainEntity is not null ? _plainEntity.DisplayName : _openEntities > 0 ? _entities[_openEntities - 1].Declaration.DisplayName : _definition?.EntityName;

    internal string? EncodingName => _isText || !_isEncodingKnown ? null : _decoder?.Name ?? "utf-8";

    internal string? CurrentBaseUri
    {
        get
        {
            if (_plainEntity is { IsExternal: true } plain)
            {
                return plain.Uri ?? plain.BaseUri;
            }

            for (var i = _openEntities - 1; i >= 0; i--)
            {
                if (_entities[i].Declaration.IsExternal)
                {
                    return _entities[i].Declaration.Uri ?? _entities[i].Declaration.BaseUri;
                }
            }

            return _definition is null ? _options.BaseUri : _definition.BaseUri;
        }
    }

    internal string ElementPath
    {
        get
        {
            if (Depth == 0)
            {
                return "/";
            }

            const int Longest = 64;
            var path = new StringBuilder();
            for (var i = 0; i < _depth; i++)
            {
                if (i == Longest / 2 && _depth > Longest)
                {
                    path.Append("/…");
                    i = _depth - (Longest / 2);
                }

                if (_frames[i].IsBarrier)
                {
                    continue;
                }

                path.Append('/').Append(ShowName(_frames[i].NameId));
            }

            return path.ToString();
        }
    }

    [DoesNotReturn]
    private void Fail(XmlErrorCode code, int position, string description) => throw CreateError(code, description, PlaceOf(position));

    private XmlSyntaxException CreateError(XmlErrorCode code, string description, in DtdPlace place, Exception? innerException = null)
    {
        _faultOffset = _openEntities > 0 ? _referenceEnd : _stretchOffset + place.DocumentOffset;
        var position = _openEntities > 0 ? _referencePosition : PositionAt(_faultOffset);
        var where = place.Describe();
        return new XmlSyntaxException(code, description + where, position, ElementPath, innerException);
    }

    // A position in the stretch being read: in the document, or in the text of the innermost entity.
    private DtdPlace PlaceOf(int position) =>
        _openEntities == 0 ? new DtdPlace(position, null, 0) : new DtdPlace(0, _entities[_openEntities - 1].Declaration, (int)_stretchOffset + position);

    [DoesNotReturn]
    private void FailAtFault(scoped in MarkedBytes input, XmlErrorCode fault)
    {
        if (fault == XmlErrorCode.DocumentLengthLimit)
        {
            Fail(fault, input.Length, $"The document is longer than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxDocumentLength)} allows ({_options.MaxDocumentLength} bytes).");
        }

        Fail(fault, input.Length, fault == XmlErrorCode.InvalidCharacter
            ? "The characters U+FFFE and U+FFFF are not allowed in XML."
            : _decoderFault ?? $"The bytes{OffsetOf(input.Length)} are not valid UTF-8: {input[input.Length]:X2}. If the document is in another encoding, its XML declaration must name it.");
    }

    private string OffsetOf(int position) => _openEntities > 0 ? "" : $" at offset {_stretchOffset + position}";

    [DoesNotReturn]
    private void FailAtEnd(scoped in MarkedBytes input, int position)
    {
        if (position == input.Length && _depth > 0)
        {
            FailUnclosed(input);
        }

        var rest = input.Slice(position, input.Length - position);
        var (what, expected) = Unfinished(rest);
        var start = _openEntities > 0 ? "" : PositionAt(_stretchOffset + position) is var place ? $", which began at line {place.Line}, column {place.Column}" : "";
        Fail(XmlErrorCode.UnexpectedEnd, input.Length, $"{WhatEnds} in {what}{start}: expected {expected}.");
    }

    private string WhatEnds => _openEntities > 0 ? $"The entity '{CurrentEntity}' ends" : "The document ends";

    // What the end of the document cuts off, and what would have ended it.
    private static (string What, string Expected) Unfinished(ReadOnlySpan<byte> rest)
    {
        const int Shown = 20;
        var shown = Show(rest[..Math.Min(rest.Length, Shown)]) + (rest.Length > Shown ? "…" : "");
        return rest switch
        {
            [(byte)'&', ..] => ($"the reference '{shown}'", "';'"),
            [(byte)'<', (byte)'!', (byte)'-', (byte)'-', ..] => ("a comment", "'-->'"),
            [(byte)'<', (byte)'?', ..] => ("a processing instruction", "'?>'"),
            [(byte)'<', (byte)'!', ..] => ($"the markup '{shown}'", "a comment, a CDATA section or a document type declaration"),
            [(byte)'<', (byte)'/', ..] => ($"the end tag '{shown}'", "'>'"),
            _ => OpenQuote(rest) is var quote and not 0
                ? ($"an attribute value of the start tag '{shown}'", quote == '"' ? "'\"'" : "\"'\"")
                : ($"the start tag '{shown}'", "'>'"),
        };
    }

    private static byte OpenQuote(ReadOnlySpan<byte> tag)
    {
        byte quote = 0;
        while (true)
        {
            var next = quote == 0 ? tag.IndexOfAny((byte)'"', (byte)'\'') : tag.IndexOf(quote);
            if (next < 0)
            {
                return quote;
            }

            quote = quote == 0 ? tag[next] : (byte)0;
            tag = tag[(next + 1)..];
        }
    }

    [DoesNotReturn]
    private void FailUnclosed(scoped in MarkedBytes input)
    {
        var open = ShowName(_frames[_depth - 1].NameId);
        Fail(XmlErrorCode.UnclosedElement, input.Length, $"The document ends, but the element '{open}', {DescribeStart(_depth - 1)}, is still open: expected '</{open}>'.");
    }

    [DoesNotReturn]
    private void FailTooLong(int position) =>
        Fail(XmlErrorCode.MarkupLengthLimit, position, MarkupTooLong);

    private string MarkupTooLong => $"A tag, comment, processing instruction or declaration is longer than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxMarkupLength)} allows ({_options.MaxMarkupLength} bytes).";

    [DoesNotReturn]
    private void FailAtName(scoped in MarkedBytes input, int start, int position)
    {
        FailAtControl(input, position);
        if (position == start)
        {
            var previous = start > 0 ? input[start - 1] : (byte)0;
            if (previous == '<')
            {
                Fail(XmlErrorCode.InvalidMarkup, start - 1, $"'<' must be followed by a name, '/', '!' or '?': found {Found(input, position)}. Write '&lt;' for the character itself.");
            }

            Fail(XmlErrorCode.InvalidName, position, Characters.IsWhiteSpace(previous)
                ? $"Expected an attribute's name, '>' or '/>', found {Found(input, position)}."
                : $"Expected a name, found {Found(input, position)}.");
        }

        Fail(XmlErrorCode.InvalidName, position, $"The name '{Show(input.Slice(start, position - start))}' goes on with {Found(input, position)}, which names may not have.");
    }

    [DoesNotReturn]
    private void FailAtCharacter(scoped in MarkedBytes input, int position) =>
        Fail(XmlErrorCode.InvalidCharacter, position, $"The character U+{input[position]:X4} is not allowed in XML.");

    // Wherever something else was expected, a character that may stand nowhere is the better news.
    private void FailAtControl(scoped in MarkedBytes input, int position)
    {
        if (position < input.Length && input[position] < 0x20 && !Characters.IsWhiteSpace(input[position]))
        {
            FailAtCharacter(input, position);
        }
    }

    [DoesNotReturn]
    private void FailAtEndTag(scoped in MarkedBytes input, int position, int nameEnd)
    {
        var name = input.Slice(position + 2, nameEnd - position - 2);
        var valid = NameCharacters.NameLength(name);
        if (valid < name.Length || name.IsEmpty)
        {
            FailAtName(input, position + 2, position + 2 + valid);
        }

        var open = ShowName(_frames[_depth - 1].NameId);
        Fail(XmlErrorCode.MismatchedEndTag, position, $"The end tag '</{Show(name)}>' does not match the open element '{open}', {DescribeStart(_depth - 1)}: expected '</{open}>'.");
    }

    [DoesNotReturn]
    private void FailBetweenAttributes(scoped in MarkedBytes input, int position)
    {
        FailAtControl(input, position);
        if (input[position] == '=')
        {
            Fail(XmlErrorCode.InvalidName, position, "'=' without an attribute's name before it.");
        }

        Fail(XmlErrorCode.ExpectedWhiteSpace, position, $"White space must stand before each attribute: found {Found(input, position)}.");
    }

    [DoesNotReturn]
    private void FailAtPrefix(int position, int name, int prefix) =>
        Fail(prefix == XmlNames.XmlnsPrefix ? XmlErrorCode.ReservedNamespace : XmlErrorCode.UndeclaredPrefix, position, prefix == XmlNames.XmlnsPrefix
            ? $"'{ShowName(name)}': the prefix 'xmlns' only declares namespaces."
            : $"The prefix of '{ShowName(name)}' is not declared: add xmlns:{ShowName(prefix)}=\"…\" here or further out.");

    [DoesNotReturn]
    private void FailAtDeclaration(NamespaceFault fault, int prefix, int position)
    {
        var description = fault switch
        {
            NamespaceFault.XmlnsPrefix => "The prefix 'xmlns' may not be declared.",
            NamespaceFault.XmlMismatch => $"The prefix 'xml' and the namespace '{_names.UriString(XmlNames.XmlNamespace)}' belong together: neither may be declared with another.",
            NamespaceFault.XmlnsNamespace => $"The namespace '{_names.UriString(XmlNames.XmlnsNamespace)}' may not be declared.",
            _ => $"The prefix '{ShowName(prefix)}' is bound to an empty namespace name: only the default namespace can be undeclared.",
        };
        Fail(fault == NamespaceFault.EmptyBinding ? XmlErrorCode.EmptyPrefixBinding : XmlErrorCode.ReservedNamespace, position, description);
    }

    // Where the name of a tag's attribute stands, which the rows do not keep; the element's name for an attribute that is there by default.
    private static int FindAttribute(scoped in MarkedBytes input, int nameStart, int index)
    {
        var position = SkipWhiteSpace(input, input.FindNameEnd(nameStart));
        for (var i = 0; i < index && input[position] is not ((byte)'>' or (byte)'/'); i++)
        {
            position += input.Slice(position, input.Length - position).IndexOfAny((byte)'"', (byte)'\'');
            var value = position + 1;
            position = SkipWhiteSpace(input, value + input.Slice(value, input.Length - value).IndexOf(input[position]) + 1);
        }

        return input[position] is (byte)'>' or (byte)'/' ? nameStart : position;
    }

    [DoesNotReturn]
    private int FailAtMarkup(scoped in MarkedBytes input, int position)
    {
        // As far as the first character that shows it, however much has come.
        var length = 2;
        while (length < input.Length - position && BeginsMarkup(input.Slice(position, length)))
        {
            length++;
        }

        Fail(XmlErrorCode.InvalidMarkup, position, $"'{Show(input.Slice(position, length))}' begins neither a comment ('<!--') nor {(_phase == Phase.Prolog ? "a document type declaration ('<!DOCTYPE')" : "a CDATA section ('<![CDATA[')")}.");
        return position;
    }

    private static bool BeginsMarkup(ReadOnlySpan<byte> text) => "<!--"u8.StartsWith(text) || "<![CDATA["u8.StartsWith(text) || "<!DOCTYPE"u8.StartsWith(text);

    [DoesNotReturn]
    private int FailOutsideRoot(scoped in MarkedBytes input, int position)
    {
        FailAtControl(input, position);
        Fail(XmlErrorCode.TextOutsideRoot, position, _phase == Phase.Prolog
            ? $"Only markup and white space may stand before the root element: found {Found(input, position)}."
            : $"Only comments, processing instructions and white space may stand behind the root element: found {Found(input, position)}.");
        return position;
    }

    private string ShowName(int name) => Show(_names.Bytes(name));

    private static string Show(ReadOnlySpan<byte> bytes)
    {
        const int Longest = 60;
        return bytes.Length <= Longest
            ? Encoding.UTF8.GetString(bytes)
            : Encoding.UTF8.GetString(bytes[..(Longest - Utf8Text.IncompleteTail(bytes[..Longest]))]) + "…";
    }

    // The character at a place, for a message.
    private static string Found(scoped in MarkedBytes input, int position)
    {
        if (position >= input.Length)
        {
            return "the end of the document";
        }

        Rune.DecodeFromUtf8(input.Slice(position, input.Length - position), out var character, out _);
        return character.Value switch
        {
            ' ' => "a space",
            '\t' => "a tab",
            '\n' or '\r' => "the end of the line",
            < 0x20 => $"the character U+{character.Value:X4}",
            < 0x80 => $"'{character}'",
            _ => Rune.IsLetterOrDigit(character) || Rune.IsPunctuation(character) || Rune.IsSymbol(character) ? $"'{character}' (U+{character.Value:X4})" : $"the character U+{character.Value:X4}",
        };
    }
}
