using System.Buffers;
using XmlJson.Text;

namespace XmlJson;

/// <summary>Turns the literal of an internal entity's declaration into its replacement text (XML 1.0 §4.5).</summary>
internal sealed class EntityValueReader(DtdInput input)
{
    private readonly ArrayBufferWriter<byte> _value = new();

    /// <summary>Reads a literal: character references and parameter-entity references are replaced, general-entity references are kept.</summary>
    /// <returns>The replacement text, or <see langword="null"/> when a parameter entity in it was not read.</returns>
    // [9] EntityValue ::= '"' ([^%&"] | PEReference | Reference)* '"' | "'" ([^%&'] | PEReference | Reference)* "'"
    public byte[]? Read()
    {
        _value.ResetWrittenCount();
        var quote = input.Rest[0];
        var depth = input.Depth;
        var isKnown = true;
        input.Advance(1);
        while (true)
        {
            var rest = input.Rest;
            var plain = input.Depth == depth ? rest.IndexOfAny((byte)'%', (byte)'&', quote) : rest.IndexOfAny((byte)'%', (byte)'&');
            plain = plain < 0 ? rest.Length : plain;
            _value.Write(rest[..plain]);
            input.Advance(plain);
            if (plain == rest.Length)
            {
                if (input.Depth == depth)
                {
                    throw input.Unterminated("an entity value");
                }

                input.Pop();
            }
            else if (rest[plain] == '%')
            {
                isKnown &= input.TryEnterReference(DtdFrameKind.Literal);
            }
            else if (rest[plain] == '&')
            {
                ReadReference(rest[plain..]);
            }
            else
            {
                input.Advance(1);
                return isKnown ? _value.WrittenSpan.ToArray() : null;
            }
        }
    }

    private void ReadReference(ReadOnlySpan<byte> rest)
    {
        if (GeneralReference.Read(rest, out var reference) is { } fault)
        {
            throw input.Error(fault.Code, fault.Description);
        }

        input.Advance(reference.Length);
        if (reference.IsNumeric)
        {
            Span<byte> utf8 = stackalloc byte[Reference.MaxLength];
            _value.Write(utf8[..reference.Character.EncodeToUtf8(utf8)]);
        }
        else
        {
            _value.Write(rest[..reference.Length]);
        }
    }
}
