using System.Text.Json;

namespace XmlJson.Mapping.Lossless;

// The declarations, and the document's end.
internal sealed partial class LosslessUnmapper
{
    private void StartFields(ref Frame frame, ref Utf8JsonReader reader)
    {
        var isDeclaration = frame.Role == KeyRole.XmlDeclaration;
        var code = isDeclaration ? MappingErrorCode.InvalidXmlDeclaration : MappingErrorCode.InvalidDocumentType;
        if (reader.TokenType != JsonTokenType.StartObject || frame.Kind == FrameKind.Items || _frames[frame.Owner].Kind != FrameKind.Document)
        {
            _losses.Throw(code, "A declaration is an object, and stands at the root.");
        }

        BeginNode(frame.Owner, frame.Kind == FrameKind.RestItem ? ContentStep.Rest : ContentStep.Member, frame.Key);
        var row = Tape.Add(isDeclaration ? EventKind.XmlDeclaration : EventKind.DocumentType, frame.Key, Offset);
        Push(new Frame { Kind = FrameKind.Fields, Role = frame.Role, Owner = frame.Owner, Row = row, IsUndecided = true });
    }

    private void CheckField(ref Frame frame)
    {
        var isDeclaration = Tape[frame.Row].Kind == EventKind.XmlDeclaration;
        var key = _names.Key(frame.Key);
        var field = isDeclaration
            ? key.SequenceEqual("@version"u8) ? 1 : key.SequenceEqual("@encoding"u8) ? 2 : key.SequenceEqual("@standalone"u8) ? 4 : 0
            : key.SequenceEqual("@name"u8) ? 1 : key.SequenceEqual("@public"u8) ? 2 : key.SequenceEqual("@system"u8) ? 4 : key.SequenceEqual("@internalSubset"u8) ? 8 : 0;
        if (field == 0 || (frame.Fields & field) != 0)
        {
            var code = isDeclaration ? MappingErrorCode.InvalidXmlDeclaration : MappingErrorCode.InvalidDocumentType;
            _losses.Throw(code, "A declaration has a part that is not known, or has one twice.");
        }

        if (frame.Fields > field)
        {
            _losses.Add(MappingLossKind.KeyOrder);
        }

        frame.Fields |= field;
    }

    private void AcceptField(ref Frame frame, ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            _losses.Throw(MappingErrorCode.ValueNotScalar, "Only a string can be a part of a declaration.");
        }

        Tape.AddAttribute(frame.Row, frame.Key, Offset);
        if (AppendValue(ref reader) == 0 && reader.TokenType == JsonTokenType.String && Tape[frame.Row].Kind == EventKind.XmlDeclaration)
        {
            // An empty encoding or standalone is none.
            _losses.Add(MappingLossKind.EmptyValue);
        }
    }

    private void EndFields(ref Frame frame)
    {
        // A public identifier does not stand alone: an empty system identifier is added.
        const int PublicAlone = 2;
        const int Identifiers = 2 | 4;
        if (Tape[frame.Row].Kind == EventKind.DocumentType && (frame.Fields & Identifiers) == PublicAlone)
        {
            _losses.Add(MappingLossKind.ValueShape);
        }

        EndNode(frame.Owner, ContentStep.Member, mayRepeat: false);
    }

    private void EndDocument(ref Frame frame)
    {
        if (!_hasRoot)
        {
            _losses.Throw(MappingErrorCode.NoSingleRoot, "The document has no root element.");
        }

        if (frame.HasRest && frame.Content.Mode != ContentMode.Rest)
        {
            // An empty rest.
            _losses.Add(MappingLossKind.ValueShape);
        }
    }
}
