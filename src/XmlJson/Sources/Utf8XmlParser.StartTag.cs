using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using XmlJson.Text;

namespace XmlJson;

// [41] Attribute: what stands in a start tag behind its name.
public sealed partial class Utf8XmlParser
{
    // The bytes = and ", and / and >, as pairs.
    private const int ValueBegins = '=' | ('"' << 8);
    private const int EmptyTagEnds = '/' | ('>' << 8);

    // A tag that is shorter can break no limit on lengths.
    private readonly int _longestPlainTag;

    // What is to be said of some attribute of the tag being read.
    private AttributeRowFlags _attributeFlags;

    // Whether all its attributes were those of the shape that was expected.
    private bool _followsShape;

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
        if (_plans[element].Shape is not { } shape)
        {
            return ReadUnexpected(input, tag, position, element, 0);
        }

        var rows = _attributes.Rows;
        var flags = shape.Flags;
        while (input[position] != '>' && input.Pair(position) != EmptyTagEnds)
        {
            var isExpected = shape.Steps[count].Matches(input, position, out var start);
            if (!isExpected && TagShape.TrySwitch(ref shape, input, position, count))
            {
                // Most often: it goes on as another tag of that name did.
                _plans[element].Shape = shape;
                (count, position) = Split(Follow(input, ref _plans[element], rows, count, position));
                shape = _plans[element].Shape!;
                _followsShape = false;
                flags |= shape.Flags;
                continue;
            }

            // Else there is more white space, or a value is not plain, or a name is long.
            var begin = SkipWhiteSpace(input, position);
            if (input[begin] == '>' || input.Pair(begin) == EmptyTagEnds)
            {
                position = begin;
                break;
            }

            var mark = shape.Steps[count].Mark;
            if (!isExpected)
            {
                ref var name = ref _plans[shape.Steps[count].Row.NameId];
                if (begin == position || count == shape.Count || !name.Attribute.MatchesBehindFirst(ref input.At(begin - 1)))
                {
                    return ReadUnexpected(input, tag, position, element, count);
                }

                start = begin - 1 + name.ValueStart;
                mark = (byte)'"';
            }

            var end = FindValueEnd(input, input.FindValueEnd(start), mark);
            if ((uint)end >= (uint)input.Length)
            {
                return -1;
            }

            flags |= _valueFlags;
            ref var row = ref rows[count];
            row = shape.Steps[count].Row;
            row.Start = start;
            row.Length = end - start;
            row.Flags |= _valueFlags;
            (count, position) = Split(Follow(input, ref _plans[element], rows, count + 1, end + 1));
            if (_plans[element].Shape is { } followed && !ReferenceEquals(followed, shape))
            {
                shape = followed;
                _followsShape = false;
                flags |= shape.Flags;
            }
        }

        if (position >= input.Length)
        {
            return -1;
        }

        shape.Hit();
        _attributes.Show(count);
        _attributeFlags = flags;
        return ReadTagEnd(input, tag, position);
    }

    /// <summary>Reads attributes that come as expected, up to the first that does not or whose value is not plain.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="element">Has the shape that is expected, and then the one that the tag goes on in, when it is another.</param>
    /// <param name="rows">Have room for the longest shape.</param>
    /// <param name="count">How many attributes were read.</param>
    /// <param name="position">The byte behind them.</param>
    /// <returns>What <see cref="Split"/> takes apart: in one register, it costs the loop nothing.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Follow(scoped in MarkedBytes stretch, ref NamePlan element, AttributeRow[] rows, int count, int position)
    {
        // Rows are not asked for their number below: no shape has more steps.
        Debug.Assert(rows.Length >= AttributeBuffer.UsualRows, "There is a row for each attribute of a shape.");

        // A copy of its own, which the compiler keeps in registers.
        var input = stretch;
        ref var step = ref element.Shape!.Steps[count];
        ref var row = ref Unchecked.Item(ref MemoryMarshal.GetArrayDataReference(rows), count);
        while (true)
        {
            if (!step.Pattern.Matches(ref input.At(position)))
            {
                if (step.Other is not { } other || !other.Steps[count].Pattern.Matches(ref input.At(position)))
                {
                    break;
                }

                other.TakeTurn(element.Shape!);
                element.Shape = other;
                step = ref other.Steps[count];
            }

            var start = position + step.ValueStart;
            var end = input.FindValueEnd(start);
            if (input[end] != step.Mark || end >= input.Length)
            {
                break;
            }

            row = step.Row;
            row.Start = start;
            row.Length = end - start;
            row = ref Unchecked.Item(ref row, 1);
            step = ref Unchecked.Item(ref step, 1);
            count++;
            position = end + 1;
        }

        return ((long)count << 32) | (uint)position;
    }

    // How many attributes the tag has, and where the last of them ends.
    private static (int Count, int Position) Split(long followed) => ((int)(followed >> 32), (int)followed);

    // [41] Attribute ::= Name Eq AttValue     of any tag, or of one that begins as expected and goes on otherwise
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadUnexpected(scoped in MarkedBytes input, int tag, int position, int element, int count)
    {
        var serial = NextSerial();
        var plans = _plans;
        var rows = _attributes.Rows;
        var room = Math.Min(rows.Length, _options.MaxAttributes);
        var seen = AttributeRowFlags.None;
        for (var i = 0; i < count; i++)
        {
            plans[rows[i].NameId].LastUse = serial;
            seen |= rows[i].Flags;
        }

        while (true)
        {
            // Nearly always one space before, and neither before nor behind the equals sign.
            var start = position + 1;
            if (input[position] != (byte)' ' || input.IsNameEnd(start))
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
            }

            var nameEnd = input.FindNameEnd(start);
            if (nameEnd >= input.Length)
            {
                return -1;
            }

            var id = FindName(input, start, nameEnd);
            plans = _plans;
            ref var plan = ref plans[id];
            var valueStart = nameEnd + 2;
            if (input.Pair(nameEnd) != ValueBegins)
            {
                valueStart = FindValue(input, start, nameEnd);
                if (valueStart < 0)
                {
                    return -1;
                }
            }

            var end = input.FindValueEnd(valueStart);
            var flags = plan.Flags;
            var mark = input[valueStart - 1];
            if (input[end] != mark)
            {
                end = FindValueEnd(input, end, mark);
                flags |= _valueFlags;
            }

            if ((uint)end >= (uint)input.Length)
            {
                return -1;
            }

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

        _attributes.Show(count);
        _attributeFlags = seen;
        _followsShape = false;
        TagShape.Learn(ref plans[element], rows.AsSpan(0, count), input, tag + 1 + plans[element].Length, plans);
        return ReadTagEnd(input, tag, SkipWhiteSpace(input, position));
    }

    private AttributeRow[] MakeRoom(int nameStart, int count)
    {
        if (count >= _options.MaxAttributes)
        {
            Fail(XmlErrorCode.AttributeCountLimit, nameStart, $"A start tag has more attributes than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxAttributes)} allows ({_options.MaxAttributes}).");
        }

        return _attributes.GrowRows();
    }

    // An attribute that the document type adds.
    private void AddDefault(int id, int tag, int start, int length, AttributeType type)
    {
        ref var plan = ref PlanFor(id);
        if (_attributes.Count >= _options.MaxAttributes)
        {
            MakeRoom(tag, _attributes.Count);
        }

        _attributeFlags |= plan.Flags;
        _followsShape = false;
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
}
