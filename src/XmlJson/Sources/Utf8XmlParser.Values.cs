using System.Runtime.CompilerServices;
using XmlJson.Text;

namespace XmlJson;

// [10] AttValue, where it is not plain or not written as usual.
public sealed partial class Utf8XmlParser
{
    // What is to be said of the value last read.
    private AttributeRowFlags _valueFlags;

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
                    if ((Reference.Predefined(input.Eight(position), out var length) != 0 || IsCharacterNumber(input, position, out length)) && length <= input.Length - position)
                    {
                        // Its other bytes are plain.
                        position++;
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
    private static bool IsCharacterNumber(scoped in MarkedBytes input, int position, out int length)
    {
        length = 0;
        if (input[position + 1] != (byte)'#')
        {
            return false;
        }

        var number = CharacterNumber.Read(input.Eight(position + 2), out length);
        length += 2;
        return Characters.IsAllowed(number);
    }
}
