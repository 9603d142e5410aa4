using System.Text.Json;

namespace XmlJson.Mapping.Keyed;

// The types that reading back gives, and what is said in the XML where they are others.
internal sealed partial class KeyedUnmapper
{
    private int RootTypePath(out TextType type) => EnterType(_types?.Start ?? 0, _rootKey, out type);

    // An item is where its array is.
    private int EnterType(ref readonly JsonFrame frame, int key, out TextType type)
    {
        if (frame.Kind is JsonFrameKind.Items or JsonFrameKind.NestedItems)
        {
            type = frame.Type;
            return frame.TypePath;
        }

        return EnterType(frame.TypePath, key, out type);
    }

    private int EnterType(int path, int key, out TextType type)
    {
        type = TextType.String;
        return _types is null ? 0
            : _names.TryGetExpanded(key, out var name) ? _types.Enter(path, in name, out type)
            : _types.Enter(path, key, PrefixSeparator.Exchange(_names.Key(key), _convention.PrefixSeparator), out type);
    }

    private TextType TypeOfAttribute(ref readonly JsonFrame frame, int key) =>
        frame.Kind == JsonFrameKind.Fields || _names.IsDeclaration(key, out _) ? TextType.String : _types!.OfAttribute(frame.TypePath, key, _names.TryGetExpanded(key, out var name) ? name.Qualified : _names.AttributeName(key));

    private void CheckType(int row, TextType type, JsonTokenType token)
    {
        if (token != JsonTokenType.Null && ComesBackAs(row, type) != TypeOf(token))
        {
            _losses.Add(MappingLossKind.ValueType);
        }
    }

    // Where it may, the element says its type.
    private void CheckTypeOfElement(int row, TextType type, JsonTokenType token)
    {
        if (!_convention.Types.UsesSchemaInstance)
        {
            CheckType(row, type, token);
        }
        else if (token == JsonTokenType.Null)
        {
            AddSchemaInstance(row, "nil"u8, "true"u8);
        }
        else if (_tape[row].TextLength > 0 && ComesBackAs(row, type) != TypeOf(token))
        {
            var text = _tape.TextOf(in _tape[row]);
            AddSchemaInstance(row, "type"u8, token switch
            {
                JsonTokenType.String => "xs:string"u8,
                JsonTokenType.Number => text.IndexOfAny((byte)'e', (byte)'E') < 0 ? "xs:decimal"u8 : "xs:double"u8,
                _ => "xs:boolean"u8,
            });
        }
    }

    private void AddSchemaInstance(int element, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        _tape.AddAttribute(element, _names.SchemaInstanceKey(name), Offset);
        _strings.AppendString(value, isEscaped: false);
    }

    private ScalarType ComesBackAs(int row, TextType type) => type switch
    {
        TextType.Inferred => InferredText.TypeOf(_tape.TextOf(in _tape[row])),
        TextType.Double => ScalarType.Number,
        _ => (ScalarType)type,
    };

    private static ScalarType TypeOf(JsonTokenType token) => token switch
    {
        JsonTokenType.String => ScalarType.String,
        JsonTokenType.Number => ScalarType.Number,
        _ => ScalarType.Boolean,
    };
}
