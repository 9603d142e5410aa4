using System.Buffers;
using System.Text.Json;
using XmlJson.Text;

namespace XmlJson.Mapping.Keyed;

// Processing instructions that are objects, and the document type declaration that is a text.
internal sealed partial class KeyedUnmapper
{
    // The instruction that an object is read for, and its data so far: a comment among them stands before it.
    private readonly ArrayBufferWriter<byte> _instructionData = new();
    private (int Key, long Offset) _instruction;

    private void AcceptInstructionKey(ref JsonFrame frame, ref Utf8JsonReader reader)
    {
        if (frame.Kind == JsonFrameKind.Instructions && frame.Key >= 0)
        {
            // Each comes back in an object of its own.
            _losses.Add(MappingLossKind.ValueShape);
        }

        frame.Key = InternKey(ref reader);
        if (frame.Kind == JsonFrameKind.InstructionData && !See(frame.Key, ref frame))
        {
            _losses.Add(MappingLossKind.DuplicateKey);
        }
    }

    // Whether an object that begins is an instruction, or its data.
    private bool StartInstruction(ref JsonFrame frame, KeyRole role, int key)
    {
        if (frame.Kind == JsonFrameKind.InstructionData)
        {
            var areAttributes = role == KeyRole.Attributes && frame.Role != KeyRole.Attributes;
            if (areAttributes)
            {
                Push(new JsonFrame { Kind = JsonFrameKind.InstructionData, Role = KeyRole.Attributes, Key = -1 });
            }

            return areAttributes;
        }

        if (frame.Kind == JsonFrameKind.Instructions || (role == KeyRole.ProcessingInstruction && frame.Kind != JsonFrameKind.Fields))
        {
            // It comes back as a string.
            _losses.Add(MappingLossKind.ValueShape);
            ContentOwner(ref frame).HasContent = true;
            _instruction = (key, Offset);
            _instructionData.ResetWrittenCount();
            Push(new JsonFrame { Kind = JsonFrameKind.InstructionData, Key = -1 });
            return true;
        }

        if (role == KeyRole.Instructions)
        {
            Push(new JsonFrame { Kind = JsonFrameKind.Instructions, Key = -1 });
            return true;
        }

        return false;
    }

    // xml-stylesheet §3: PseudoAtt ::= Name S? '=' S? PseudoAttValue
    private void AddPseudoAttribute(in JsonFrame frame, ref Utf8JsonReader reader)
    {
        var name = _names.Key(frame.Key);
        if (frame.Role != KeyRole.Attributes && _names.RoleOf(frame.Key) != KeyRole.Attribute)
        {
            _losses.Throw(MappingErrorCode.UnexpectedValue, "The data of a processing instruction is a string, or an object with attributes.");
        }

        if (frame.Role != KeyRole.Attributes)
        {
            name = _names.AttributeName(frame.Key);
        }

        if (!NameCharacters.IsName(name))
        {
            _losses.Throw(MappingErrorCode.InvalidProcessingInstruction, "What stands in the manner of an attribute in a processing instruction's data has a key that is no XML name.");
        }

        // As the text of a row that is none.
        var row = _tape.Add(EventKind.None, frame.Key, Offset);
        _strings.AppendValue(ref reader);
        _instructionData.Write(_instructionData.WrittenCount == 0 ? ""u8 : " "u8);
        _instructionData.Write(name);
        _instructionData.Write("=\""u8);
        WriteEscaped(_tape.TextOf(in _tape[row]));
        _instructionData.Write("\""u8);
        _tape.RemoveLast();
    }

    private void EndInstruction()
    {
        _tape.Add(EventKind.ProcessingInstruction, _instruction.Key, _instruction.Offset);
        AppendText(_instructionData.WrittenSpan);
    }

    private void WriteEscaped(ReadOnlySpan<byte> value)
    {
        while (value.IndexOfAny("\"&<"u8) is >= 0 and var special)
        {
            _instructionData.Write(value[..special]);
            _instructionData.Write(value[special] switch
            {
                (byte)'"' => "&quot;"u8,
                (byte)'&' => "&amp;"u8,
                _ => "&lt;"u8,
            });
            value = value[(special + 1)..];
        }

        _instructionData.Write(value);
    }

    private void AppendText(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_tape.Reserve(text.Length));
        _tape.Advance(text.Length);
    }

    private void AddDocumentType(ref JsonFrame frame, int key, ref Utf8JsonReader reader)
    {
        if (frame.Kind != JsonFrameKind.Root)
        {
            _losses.Throw(MappingErrorCode.InvalidDocumentType, "A declaration can only stand at the root.");
        }

        var row = _tape.Add(EventKind.DocumentType, key, Offset);
        _strings.AppendString(reader.ValueSpan, reader.ValueIsEscaped);
        var text = _tape.TextOf(in _tape[row]).ToArray();
        if (!DocumentTypeText.TryRead(text, out var parts))
        {
            _losses.Throw(MappingErrorCode.InvalidDocumentType, "A document type declaration is a name, PUBLIC or SYSTEM with quoted identifiers if any, and an internal subset in brackets if any.");
        }

        if (!parts.Write().AsSpan().SequenceEqual(text))
        {
            _losses.Add(MappingLossKind.LexicalForm);
        }

        AddPart(row, "@name"u8, parts.Name, isPresent: true);
        AddPart(row, "@public"u8, parts.PublicId, parts.HasPublicId);
        AddPart(row, "@system"u8, parts.SystemId, parts.HasSystemId);
        AddPart(row, "@internalSubset"u8, parts.InternalSubset, parts.HasInternalSubset);
    }

    private void AddPart(int row, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, bool isPresent)
    {
        if (isPresent)
        {
            _tape.AddAttribute(row, _names.Intern(name), Offset);
            AppendText(value);
        }
    }
}
