using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using XmlJson.Text;

namespace XmlJson;

// [41] Attribute, [10] AttValue, and the namespace constraints of a start tag.
public sealed partial class Utf8XmlParser
{
    // The bytes = and ", and / and >, as pairs.
    private const int ValueBegins = '=' | ('"' << 8);
    private const int EmptyTagEnds = '/' | ('>' << 8);

    private NamePlan[] _plans = [];
    private int _tagSerial;
    private ExpandedNameSet? _expandedNames;

    // A tag that is shorter can break no limit on lengths.
    private readonly int _longestPlainTag;

    // What is to be said of some attribute of the tag being read; and of the value last read.
    private AttributeRowFlags _attributeFlags;
    private AttributeRowFlags _valueFlags;

    /// <summary>Reads on in a start tag whose attributes begin as expected.</summary>
    /// <param name="input">The stretch.</param>
    /// <param name="tag">Where the tag begins.</param>
    /// <param name="position">The byte behind its name or an attribute.</param>
    /// <param name="element">The name's number.</param>
    /// <param name="count">How many attributes were read.</param>
    /// <returns>The position behind the tag, or -1 when the tag does not end within the input.</returns>
    // (S Attribute)* S? '/'? '>'
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadAttributes(scoped in MarkedBytes input, int tag, int position, int element, int count)
    {
        if (_plans[element].Shape is not { } shape || _declarations is not null)
        {
            // A tag whose attributes are declared may be given more, and other types.
            return ReadUnexpected(input, tag, position, element, 0);
        }

        var flags = shape.Flags;
        while (true)
        {
            if (input[position] == ' ' && (input[position + 1] == '>' || input.Pair(position + 1) == EmptyTagEnds))
            {
                position++;
            }

            if (input[position] == '>' || input.Pair(position) == EmptyTagEnds)
            {
                break;
            }

            ref readonly var step = ref shape.Steps[count];
            if (!step.Matches(input, position))
            {
                if (!TagShape.TrySwitch(ref shape, input, position, count))
                {
                    return ReadUnexpected(input, tag, position, element, count);
                }

                _plans[element].Shape = shape;
                flags |= shape.Flags;
                step = ref shape.Steps[count];
            }

            // Perhaps the name is long, or the value is not plain.
            var start = position + step.ValueStart;
            var end = FindValueEnd(input, input.FindValueEnd(start), step.Mark);
            if ((uint)end >= (uint)input.Length)
            {
                return -1;
            }

            flags |= _valueFlags;
            ref var row = ref shape.Rows[count++];
            row.Start = start;
            row.Length = end - start;
            row.Flags = step.Flags | _valueFlags;
            var followed = Follow(input, shape, count, end + 1);
            position = (int)followed;
            count = (int)(followed >> 32);
        }

        if (position >= input.Length)
        {
            return -1;
        }

        shape.Hit();
        _attributes.Show(shape.Rows, count);
        _attributeFlags = flags;
        return ReadTagEnd(input, tag, position);
    }

    /// <summary>Reads attributes that come as expected, up to the first that does not or whose value is not plain.</summary>
    /// <returns>Where it ends, in the low half, and how many attributes the tag has up to there, in the high half.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Follow(scoped in MarkedBytes stretch, TagShape shape, int count, int position)
    {
        // A copy of its own, which the compiler keeps in registers.
        var input = stretch;
        ref var step = ref shape.Steps[count];
        ref var row = ref Unchecked.Item(ref MemoryMarshal.GetArrayDataReference(shape.Rows), count);
        while (step.Pattern.Matches(ref input.At(position)))
        {
            var start = position + step.ValueStart;
            var end = input.FindValueEnd(start);
            if (input[end] != step.Mark || end >= input.Length)
            {
                break;
            }

            row.Start = start;
            row.Length = end - start;
            row.Flags = step.Flags;
            row = ref Unchecked.Item(ref row, 1);
            step = ref Unchecked.Item(ref step, 1);
            count++;
            position = end + 1;
        }

        return ((long)count << 32) | (uint)position;
    }

    // [41] Attribute ::= Name Eq AttValue     of any tag, or of one that begins as expected and goes on otherwise
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadUnexpected(scoped in MarkedBytes input, int tag, int position, int element, int count)
    {
        var serial = NextSerial();
        var plans = _plans;
        var rows = _attributes.Rows;
        var room = Math.Min(rows.Length, _options.MaxAttributes);
        var seen = AttributeRowFlags.None;
        ref var plan = ref plans[element];
        if (count > 0)
        {
            rows = CopyRows(plan.Shape!.Rows.AsSpan(0, count));
            room = Math.Min(rows.Length, _options.MaxAttributes);
            for (var i = 0; i < count; i++)
            {
                plan = ref plans[rows[i].NameId];
                plan.LastUse = serial;
                seen |= rows[i].Flags;
            }
        }

        while (true)
        {
            // Nearly always: a space, and the attribute that followed here the last time.
            var start = position + 1;
            ref var next = ref plans[plan.NextAttribute];
            var valueStart = position + next.ValueStart;
            AttributeRowFlags flags;
            int end;
            if (next.Attribute.Matches(ref input.At(position)))
            {
                end = input.FindValueEnd(valueStart);
                flags = next.Flags;
                if (input[end] != '"')
                {
                    end = FindValueEnd(input, end, (byte)'"');
                    flags |= _valueFlags;
                }
            }
            else
            {
                start = SkipWhiteSpace(input, position);
                if (start >= input.Length)
                {
                    return -1;
                }

                if (input[start] is (byte)'>' or (byte)'/')
                {
                    break;
                }

                if (start == position)
                {
                    FailBetweenAttributes(input, start);
                }

                var nameEnd = input.FindNameEnd(start);
                if (nameEnd >= input.Length)
                {
                    return -1;
                }

                var id = FindName(input, start, nameEnd);
                plans = _plans;
                // A guess that was wrong is given up, and made again when there was none: where anything may follow, most often there is none.
                plan.NextAttribute = plan.NextAttribute == XmlNames.EmptyName ? id : XmlNames.EmptyName;
                next = ref plans[id];
                valueStart = nameEnd + 2;
                if (input.Pair(nameEnd) != ValueBegins)
                {
                    valueStart = FindValue(input, start, nameEnd);
                    if (valueStart < 0)
                    {
                        return -1;
                    }
                }

                end = input.FindValueEnd(valueStart);
                flags = next.Flags;
                var mark = input[valueStart - 1];
                if (input[end] != mark)
                {
                    end = FindValueEnd(input, end, mark);
                    flags |= _valueFlags;
                }
            }

            if ((uint)end >= (uint)input.Length)
            {
                return -1;
            }

            plan = ref next;
            if (plan.LastUse == serial)
            {
                Fail(XmlErrorCode.DuplicateAttribute, start, $"The attribute '{ShowName(plan.NameId)}' stands twice in one tag.");
            }

            if (count == room)
            {
                rows = MakeRoom(start, count);
                room = Math.Min(rows.Length, _options.MaxAttributes);
            }

            plan.LastUse = serial;
            seen |= flags;
            ref var row = ref rows[count++];
            row.NameId = plan.NameId;
            row.UriId = plan.UriId;
            row.Start = valueStart;
            row.Length = end - valueStart;
            row.Flags = flags;
            row.Type = AttributeType.CData;
            position = end + 1;
        }

        _attributes.Show(rows, count);
        _attributeFlags = seen;
        TagShape.Learn(ref plans[element].Shape, rows.AsSpan(0, count), input, plans, _names);
        return ReadTagEnd(input, tag, SkipWhiteSpace(input, position));
    }

    private int NextSerial()
    {
        if (_tagSerial == int.MaxValue)
        {
            _tagSerial = 0;
            foreach (ref var plan in _plans.AsSpan())
            {
                plan.LastUse = 0;
            }
        }

        return ++_tagSerial;
    }

    private AttributeRow[] CopyRows(ReadOnlySpan<AttributeRow> rows)
    {
        var own = _attributes.Rows;
        while (own.Length < rows.Length)
        {
            own = _attributes.GrowRows();
        }

        rows.CopyTo(own);
        return own;
    }

    private AttributeRow[] MakeRoom(int nameStart, int count)
    {
        if (count >= _options.MaxAttributes)
        {
            Fail(XmlErrorCode.AttributeCountLimit, nameStart, $"A start tag has more attributes than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxAttributes)} allows ({_options.MaxAttributes}).");
        }

        return _attributes.GrowRows();
    }

    /// <summary>Stores a name that is met for the first time, and plans for it.</summary>
    /// <returns>Its number.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int PlanName(scoped in MarkedBytes input, int start, int end)
    {
        var id = _names.Find(input.Slice(start, end - start));
        if (id <= XmlNames.EmptyName)
        {
            id = InternName(input, start, end);
        }

        PlanFor(id);
        return id;
    }

    private ref NamePlan PlanFor(int id)
    {
        if (id >= _plans.Length)
        {
            GrowPlans(id);
        }

        ref var plan = ref _plans[id];
        if (plan.NameId == 0)
        {
            plan = NamePlan.Create(id, _names.Info(id), _options.Namespaces);
        }

        return ref plan;
    }

    private void GrowPlans(int id)
    {
        var planned = _plans.Length;
        Array.Resize(ref _plans, Math.Max(64, id * 2));
        _plans.AsSpan(planned).Fill(NamePlan.None);
    }

    // [25] Eq ::= S? '=' S?, not written as usual: returns where the value begins, or -1.
    private int FindValue(scoped in MarkedBytes input, int start, int nameEnd)
    {
        var equals = SkipWhiteSpace(input, nameEnd);
        if (equals >= input.Length)
        {
            return -1;
        }

        if (input[equals] != (byte)'=')
        {
            FailAtControl(input, equals);
            Fail(XmlErrorCode.ExpectedEquals, equals, $"The attribute '{Show(input.Slice(start, nameEnd - start))}' has no value: expected '=', found {Found(input, equals)}.");
        }

        var quote = SkipWhiteSpace(input, equals + 1);
        if (quote >= input.Length)
        {
            return -1;
        }

        if (input[quote] is not ((byte)'"' or (byte)'\''))
        {
            FailAtControl(input, quote);
            Fail(XmlErrorCode.ExpectedQuote, quote, $"The value of the attribute '{Show(input.Slice(start, nameEnd - start))}' must stand in quotation marks: expected '\"' or ''', found {Found(input, quote)}.");
        }

        return quote + 1;
    }

    // An attribute that the document type adds.
    private void AddDefault(int id, int tag, int start, int length, AttributeType type)
    {
        ref var plan = ref PlanFor(id);
        plan.LastUse = _tagSerial;
        if (_attributes.Count >= _options.MaxAttributes)
        {
            MakeRoom(tag, _attributes.Count);
        }

        _attributeFlags |= plan.Flags;
        _attributes.NextRow() = new AttributeRow
        {
            NameId = id,
            UriId = plan.UriId,
            Start = start,
            Length = length,
            Flags = plan.Flags | AttributeRowFlags.Stored | AttributeRowFlags.Defaulted | AttributeRowFlags.Declared,
            Type = type,
        };
    }

    // [10] AttValue with something in it that is not plain: returns the closing quotation mark, or -1.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindValueEnd(scoped in MarkedBytes input, int position, byte mark)
    {
        _valueFlags = AttributeRowFlags.None;
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
                    _valueFlags |= AttributeRowFlags.NeedsNormalization;
                    position++;
                    break;
                case (byte)'&':
                    _valueFlags |= AttributeRowFlags.NeedsNormalization;
                    if (!Reference.Predefined(input.Eight(position), out var length).IsEmpty && length <= input.Length - position)
                    {
                        position += length;
                        break;
                    }

                    var end = FindReferenceEnd(input, position);
                    if (end < 0)
                    {
                        return -1;
                    }

                    if (!TryResolveCharacter(input, position, end, out _))
                    {
                        RequireDeclarations(input, position, end);
                        _valueFlags |= AttributeRowFlags.NeedsExpansion;
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

    private int ReadTagEnd(scoped in MarkedBytes input, int tag, int position)
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

    // Of a tag that declares a namespace, or of an element that was not met in this scope; also sees to the prefixes of the attributes.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ResolveElement(int nameStart, ref NamePlan plan)
    {
        var uri = _scope.Default;
        if (!plan.IsPlainElement)
        {
            var prefix = _names.Info(plan.NameId).Prefix;
            uri = _scope.Find(prefix);
            if (uri == XmlNames.NoNamespace || prefix == XmlNames.XmlnsPrefix)
            {
                FailAtPrefix(nameStart, plan.NameId, prefix);
            }
        }

        plan.ScopeVersion = _scope.Version;
        plan.ElementUri = uri;
        return uri;
    }

    // Of a tag with attributes that declare namespaces or have prefixes.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ResolveAttributes(scoped in MarkedBytes input, int nameStart, TagShape? shape)
    {
        if ((_attributeFlags & AttributeRowFlags.NamespaceDeclaration) != 0)
        {
            Declare(input, nameStart);
        }

        if ((_attributeFlags & AttributeRowFlags.NeedsNamespace) == 0)
        {
            return;
        }

        // The rows of a shape may still have the namespaces that they had the last time.
        var isShape = shape is not null && ReferenceEquals(shape.Rows, _attributes.ShownRows);
        if (isShape && shape!.ScopeVersion == _scope.Version)
        {
            return;
        }

        ResolvePrefixes(input, nameStart);
        if (isShape)
        {
            shape!.ScopeVersion = _attributes.Count == shape.Count ? _scope.Version : 0;
        }
    }

    private void Declare(scoped in MarkedBytes input, int nameStart)
    {
        for (var i = 0; i < _attributes.Count; i++)
        {
            ref var row = ref _attributes.Row(i);
            if ((row.Flags & AttributeRowFlags.NamespaceDeclaration) == 0)
            {
                continue;
            }

            // Most often the same as the last time, and then all is known of it.
            var value = _attributes.ValueOf(i, ref input.At(0));
            ref var plan = ref _plans[row.NameId];
            var uri = plan.DeclaredUri;
            ref readonly var info = ref _names.Info(row.NameId);
            var prefix = info.IsPrefixed ? info.Local : XmlNames.EmptyName;
            if (uri == XmlNames.NoNamespace || !_names.UriBytes(uri).SequenceEqual(value))
            {
                uri = FindDeclaredUri(input, nameStart, i, prefix, value);
                plan.DeclaredUri = uri;
            }

            _scope.Declare(prefix, uri);
        }
    }

    private int FindDeclaredUri(scoped in MarkedBytes input, int nameStart, int index, int prefix, ReadOnlySpan<byte> value)
    {
        var uri = _names.FindUri(value);
        if (uri < 0)
        {
            CountName(nameStart);
            uri = _names.InternUri(value);
        }

        if (NamespaceConstraints.Find(prefix, uri) is not NamespaceFault.None and var fault)
        {
            FailAtDeclaration(fault, prefix, FindAttribute(input, nameStart, index));
        }

        return uri;
    }

    // Namespaces in XML 1.0 §6.3, NSC: Attributes Unique. Equal written names were found before: only names with prefixes can still be the same.
    private void ResolvePrefixes(scoped in MarkedBytes input, int nameStart)
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

    private void CheckExpandedName(scoped in MarkedBytes input, int nameStart, int index, int prefixed)
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

    private void AddExpandedName(scoped in MarkedBytes input, int nameStart, int index)
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
