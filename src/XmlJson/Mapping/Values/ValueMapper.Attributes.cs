using System.Text;

namespace XmlJson.Mapping.Values;

// Keys, and text that may be escaped.
internal sealed partial class ValueMapper
{
    private void ReadAttributes(scoped AttributeList attributes, ref OpenValue value)
    {
        var isMember = _depth > 0 && _open[_depth - 1].Kind == ValueKind.Map;
        var hasMarks = _rules.Vocabulary.MarksEscapes;
        var isKeyEscaped = _rules.EscapesAll;
        var isKeyMarked = false;
        var hasKey = false;
        foreach (var attribute in attributes)
        {
            if (!attribute.IsSpecified)
            {
                _losses.Add(MappingLossKind.DefaultedAttribute);
            }

            var name = attribute.Name;
            if (!name.NamespaceUri.IsEmpty)
            {
                ReadForeign(in name, attribute.Value);
            }
            else if (name.Is(_rules.Vocabulary.Key) && (isMember || _depth == 0))
            {
                hasKey = true;
            }
            else if (hasMarks && name.Is("escaped-key"u8) && (isMember || _depth == 0))
            {
                isKeyEscaped = isKeyMarked = ReadFlag(in name, attribute.Value);
            }
            else if (hasMarks && name.Is("escaped"u8) && value.Kind == ValueKind.String)
            {
                value.IsEscaped = ReadFlag(in name, attribute.Value);
            }
            else
            {
                _losses.Throw(MappingErrorCode.UnexpectedAttribute, $"The vocabulary has no attribute '{name}' here.");
            }
        }

        if (isMember)
        {
            if (!hasKey)
            {
                _losses.Throw(MappingErrorCode.MissingKey, $"An element in '{NameOf(ValueKind.Map)}' needs the attribute '{Encoding.UTF8.GetString(_rules.Vocabulary.Key)}'.");
            }

            attributes.TryGet(_rules.Vocabulary.Key, out var key);
            WriteKey(key.Value, isKeyEscaped);
        }
        else if (hasKey || isKeyMarked)
        {
            // A value that was taken out of its map is a value all the same (§17.5.4).
            _losses.Add(MappingLossKind.Attribute);
        }
    }

    // Attributes of other namespaces are ignored. The one declaration that comes back is the root's own.
    private void ReadForeign(in XmlName name, scoped ReadOnlySpan<byte> value)
    {
        if (name.NamespaceUri.SequenceEqual(_rules.Vocabulary.Namespace))
        {
            _losses.Throw(MappingErrorCode.UnexpectedAttribute, $"The vocabulary has no attribute '{name}' in its namespace.");
        }

        if (_depth > 0 || !name.Is(_rules.Vocabulary.Declaration) || !value.SequenceEqual(_rules.Vocabulary.Namespace))
        {
            _losses.Add(MappingLossKind.Attribute);
        }
    }

    private bool ReadFlag(in XmlName name, scoped ReadOnlySpan<byte> text)
    {
        if (!TryReadBoolean(text, out var value))
        {
            _losses.Throw(MappingErrorCode.InvalidValue, $"'{Encoding.UTF8.GetString(text)}' is no boolean, which '{name}' needs.");
        }

        // Only 'true' comes back, and that only where it matters.
        ReportForm(text.SequenceEqual("true"u8));
        return value;
    }

    private void WriteKey(scoped ReadOnlySpan<byte> key, bool isEscaped)
    {
        var written = _keys.Intern(MakeString(key, isEscaped)[1..^1]);
        if (_rules.Duplicates != DuplicateKeyPolicy.Retain)
        {
            CheckDuplicate(written);
        }

        _output.WriteKey(_keys[written]);
    }

    // Two keys that are written differently may be one: /\u0041/ and /A/.
    private void CheckDuplicate(int key)
    {
        var written = _keys[key].EncodedUtf8Bytes;
        if (written.Contains((byte)'\\'))
        {
            var room = Scratch((long)written.Length * EscapedText.Growth);
            key = _keys.Intern(room[..EscapedText.FromJson(written, room, out _)]);
        }

        var map = _open[_depth - 1].Seen;
        if (_seen.Contains(map, key))
        {
            _losses.Throw(MappingErrorCode.DuplicateKey, "The key occurs twice in one map.");
        }

        _seen.Add(map, key);
    }

    // The JSON string of a text, quotes included; valid until the next is made.
    private ReadOnlySpan<byte> MakeString(scoped ReadOnlySpan<byte> text, bool isEscaped)
    {
        _json.ResetWrittenCount();
        var fault = EscapedText.ToJson(text, isEscaped, _rules.EscapeSolidus, _json);
        if (fault >= 0)
        {
            var end = Math.Min(text.Length, fault + 6);
            _losses.Throw(MappingErrorCode.InvalidEscape, $"'{Encoding.UTF8.GetString(text[fault..end])}' begins no escape of JSON, in text that is said to be escaped.");
        }

        ReportForm(ComesBack(text, isEscaped));
        return _json.WrittenSpan;
    }

    private bool ComesBack(scoped ReadOnlySpan<byte> text, bool isEscaped)
    {
        if (!_rules.Escape)
        {
            return !isEscaped;
        }

        if (!isEscaped)
        {
            return !EscapedText.HasSpecial(text);
        }

        var json = _json.WrittenSpan[1..^1];
        var back = Scratch((long)json.Length * EscapedText.Growth);
        return back[..EscapedText.FromJson(json, back, out var hasEscape)].SequenceEqual(text) && (hasEscape || _rules.EscapesAll);
    }
}
