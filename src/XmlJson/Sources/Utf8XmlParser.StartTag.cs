using XmlJson.Text;

namespace XmlJson;

// [41] Attribute, [10] AttValue, and the namespace constraints of a start tag.
public sealed partial class Utf8XmlParser
{
    // For each name, the serial number of the start tag that last had it as an attribute: so a duplicate is seen at once, however many there are.
    private int[] _lastUse = [];
    private int _tagSerial;
    private ExpandedNameSet? _expandedNames;

    // A tag that is shorter can break no limit on lengths.
    private readonly int _longestPlainTag;
    private bool _hasDeclarations;
    private bool _hasPrefixes;

    /// <summary>Reads the attributes of a start tag into rows.</summary>
    /// <returns>The position behind the tag, or -1 when the tag does not end within the input.</returns>
    private int ReadAttributes(MarkedBytes input, int tag, int position)
    {
        _attributes.Clear();
        _hasDeclarations = _hasPrefixes = false;
        if (++_tagSerial == int.MaxValue)
        {
            _tagSerial = 1;
            Array.Clear(_lastUse);
        }

        while (true)
        {
            var start = position;
            if (Characters.IsWhiteSpace(input[start]))
            {
                start++;
                if (input[start] <= ' ')
                {
                    start = SkipWhiteSpace(input, start);
                }
            }

            var b = input[start];
            if (start >= input.Length)
            {
                return -1;
            }

            if (b is (byte)'>' or (byte)'/')
            {
                return ReadTagEnd(input, tag, start);
            }

            if (start == position)
            {
                FailBetweenAttributes(input, start);
            }

            position = ReadAttribute(input, start);
            if (position < 0)
            {
                return -1;
            }
        }
    }

    // [41] Attribute ::= Name Eq AttValue     [25] Eq ::= S? '=' S?
    private int ReadAttribute(MarkedBytes input, int start)
    {
        var nameEnd = input.FindNameEnd(start);
        if (nameEnd >= input.Length)
        {
            return -1;
        }

        var length = nameEnd - start;
        var id = _names.Find(NameHead.Read(ref input.At(start), length), ref input.At(start), length);
        if (id <= XmlNames.EmptyName)
        {
            id = InternName(input, start, nameEnd);
        }

        var quote = nameEnd;
        if (input[quote] != (byte)'=')
        {
            quote = SkipWhiteSpace(input, quote);
            if (quote >= input.Length)
            {
                return -1;
            }

            if (input[quote] != (byte)'=')
            {
                FailAtControl(input, quote);
                Fail(XmlErrorCode.ExpectedEquals, quote, $"The attribute '{Show(input.Slice(start, length))}' has no value: expected '=', found {Found(input, quote)}.");
            }
        }

        quote++;
        var mark = input[quote];
        if (mark is not ((byte)'"' or (byte)'\'') || quote >= input.Length)
        {
            quote = SkipWhiteSpace(input, quote);
            if (quote >= input.Length)
            {
                return -1;
            }

            mark = input[quote];
            if (mark is not ((byte)'"' or (byte)'\''))
            {
                FailAtControl(input, quote);
                Fail(XmlErrorCode.ExpectedQuote, quote, $"The value of the attribute '{Show(input.Slice(start, length))}' must stand in quotation marks: expected '\"' or ''', found {Found(input, quote)}.");
            }
        }

        var flags = AttributeRowFlags.None;
        var end = input.FindValueEnd(quote + 1);
        if (input[end] != mark || end >= input.Length)
        {
            end = FindValueEnd(input, end, mark, ref flags);
            if (end < 0)
            {
                return -1;
            }
        }

        AddAttribute(id, start, quote + 1, end, flags);
        return end + 1;
    }

    private void AddAttribute(int id, int nameStart, int start, int end, AttributeRowFlags flags)
    {
        if (id >= _lastUse.Length)
        {
            Array.Resize(ref _lastUse, Math.Max(64, id * 2));
        }

        if (_lastUse[id] == _tagSerial)
        {
            Fail(XmlErrorCode.DuplicateAttribute, nameStart, $"The attribute '{ShowName(id)}' stands twice in one tag.");
        }

        _lastUse[id] = _tagSerial;
        if (_attributes.Count >= _options.MaxAttributes)
        {
            Fail(XmlErrorCode.AttributeCountLimit, nameStart, $"A start tag has more attributes than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxAttributes)} allows ({_options.MaxAttributes}).");
        }

        var uri = -1;
        if (_options.Namespaces)
        {
            uri = XmlNames.NoNamespace;
            ref readonly var info = ref _names.Info(id);
            if (info.Flags != NameFlags.QualifiedName)
            {
                if (info.IsNamespaceDeclaration)
                {
                    flags |= AttributeRowFlags.NamespaceDeclaration;
                    uri = XmlNames.XmlnsNamespace;
                    _hasDeclarations = true;
                }
                else
                {
                    _hasPrefixes = true;
                }
            }
        }

        ref var row = ref _attributes.NextRow();
        row.NameId = id;
        row.UriId = uri;
        row.Start = start;
        row.Length = end - start;
        row.Flags = flags;
        row.Type = AttributeType.CData;
    }

    // [10] AttValue with something in it that is not plain: returns the closing quotation mark, or -1.
    private int FindValueEnd(MarkedBytes input, int position, byte mark, ref AttributeRowFlags flags)
    {
        while (position < input.Length)
        {
            var b = input[position];
            if (b == mark)
            {
                return position;
            }

            switch (b)
            {
                case (byte)'"' or (byte)'\'':
                    position++;
                    break;
                case (byte)'\t' or (byte)'\n' or (byte)'\r':
                    flags |= AttributeRowFlags.NeedsNormalization;
                    position++;
                    break;
                case (byte)'&':
                    flags |= AttributeRowFlags.NeedsNormalization;
                    var end = FindReferenceEnd(input, position);
                    if (end < 0)
                    {
                        return -1;
                    }

                    if (!TryResolveCharacter(input, position, end, out _))
                    {
                        RequireDeclarations(input, position, end);
                        flags |= AttributeRowFlags.NeedsExpansion;
                    }

                    position = end + 1;
                    break;
                case (byte)'<':
                    Fail(XmlErrorCode.LessThanInAttribute, position, "'<' may not stand in an attribute value: write '&lt;', or look for a quotation mark that is missing before.");
                    break;
                default:
                    FailAtCharacter(input, position);
                    break;
            }

            position = input.FindValueEnd(position);
        }

        return -1;
    }

    private int ReadTagEnd(MarkedBytes input, int tag, int position)
    {
        if (input[position] == (byte)'/')
        {
            position++;
            if (position >= input.Length)
            {
                return -1;
            }

            if (input[position] != (byte)'>')
            {
                FailAtControl(input, position);
                Fail(XmlErrorCode.ExpectedTagEnd, position, $"Expected '>' behind '/', found {Found(input, position)}.");
            }
        }

        if (position - tag >= _longestPlainTag)
        {
            CheckLengths(tag, position);
        }

        return position + 1;
    }

    private void CheckLengths(int tag, int position)
    {
        if (position - tag >= _options.MaxMarkupLength)
        {
            FailTooLong(tag);
        }

        for (var i = 0; i < _attributes.Count; i++)
        {
            CheckAttributeLength(i, _attributes.Row(i).Length, tag);
        }
    }

    private void CheckAttributeLength(int index, int length, int tag)
    {
        if (length > _options.MaxAttributeLength)
        {
            Fail(XmlErrorCode.AttributeLengthLimit, tag, $"The value of the attribute '{_names.NameString(_attributes.Row(index).NameId)}' is longer than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxAttributeLength)} allows ({_options.MaxAttributeLength} bytes).");
        }
    }

    // Of a tag without attributes.
    private int ResolveElement(int nameStart, int id)
    {
        if (!_options.Namespaces)
        {
            return -1;
        }

        var prefix = _names.Info(id).Prefix;
        if (prefix == XmlNames.EmptyName)
        {
            return _scope.Default;
        }

        var uri = _scope.Find(prefix);
        if (uri == XmlNames.NoNamespace || prefix == XmlNames.XmlnsPrefix)
        {
            FailAtPrefix(nameStart, id, prefix);
        }

        return uri;
    }

    private int ResolveTag(MarkedBytes input, int nameStart, int id)
    {
        if (_hasDeclarations)
        {
            Declare(input, nameStart);
        }

        if (_hasPrefixes)
        {
            ResolvePrefixes(input, nameStart);
        }

        return ResolveElement(nameStart, id);
    }

    private void Declare(MarkedBytes input, int nameStart)
    {
        for (var i = 0; i < _attributes.Count; i++)
        {
            ref var row = ref _attributes.Row(i);
            if ((row.Flags & AttributeRowFlags.NamespaceDeclaration) == 0)
            {
                continue;
            }

            var value = _attributes.ValueOf(i, input.Span);
            var uri = _names.FindUri(value);
            if (uri < 0)
            {
                CountName(nameStart);
                uri = _names.InternUri(value);
            }

            ref readonly var info = ref _names.Info(row.NameId);
            var prefix = info.IsPrefixed ? info.Local : XmlNames.EmptyName;
            if (NamespaceConstraints.Find(prefix, uri) is not NamespaceFault.None and var fault)
            {
                FailAtDeclaration(fault, prefix, FindAttribute(input, nameStart, i));
            }

            _scope.Declare(prefix, uri);
        }
    }

    // Namespaces in XML 1.0 §6.3, NSC: Attributes Unique. Equal written names were found before: only names with prefixes can still be the same.
    private void ResolvePrefixes(MarkedBytes input, int nameStart)
    {
        _expandedNames?.Clear();
        var prefixed = 0;
        for (var i = 0; i < _attributes.Count; i++)
        {
            ref var row = ref _attributes.Row(i);
            ref readonly var info = ref _names.Info(row.NameId);
            if (!info.IsPrefixed || (row.Flags & AttributeRowFlags.NamespaceDeclaration) != 0)
            {
                continue;
            }

            row.UriId = _scope.Find(info.Prefix);
            if (row.UriId == XmlNames.NoNamespace)
            {
                FailAtPrefix(FindAttribute(input, nameStart, i), row.NameId, info.Prefix);
            }

            if (++prefixed == 1)
            {
                continue;
            }

            CheckExpandedName(input, nameStart, i, prefixed);
        }
    }

    private void CheckExpandedName(MarkedBytes input, int nameStart, int index, int prefixed)
    {
        _expandedNames ??= new ExpandedNameSet();
        if (prefixed == 2)
        {
            for (var i = 0; i < index; i++)
            {
                AddExpandedName(input, nameStart, i);
            }
        }

        AddExpandedName(input, nameStart, index);
    }

    private void AddExpandedName(MarkedBytes input, int nameStart, int index)
    {
        ref var row = ref _attributes.Row(index);
        ref readonly var info = ref _names.Info(row.NameId);
        if (row.UriId > XmlNames.NoNamespace && info.IsPrefixed && (row.Flags & AttributeRowFlags.NamespaceDeclaration) == 0
            && !_expandedNames!.Add(info.Local, row.UriId))
        {
            Fail(XmlErrorCode.DuplicateExpandedName, FindAttribute(input, nameStart, index), $"Two attributes of one tag have the local name '{_names.NameString(info.Local)}' in the namespace '{_names.UriString(row.UriId)}'.");
        }
    }
}
