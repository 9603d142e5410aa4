using System.Text.Json;
using XmlJson.Text;

namespace XmlJson.Mapping.Keyed;

// Scalars, and the text they become.
internal sealed partial class KeyedUnmapper
{
    private void AcceptScalar(ref Utf8JsonReader reader)
    {
        if (_depth == 0)
        {
            if (_convention.KeepRoot)
            {
                _losses.Add(MappingLossKind.RootAdded);
            }

            var root = RootKey();
            _ = RootTypePath(out var type);
            AddTextElement(root, type, ref reader);
            return;
        }

        ref var frame = ref _frames[_depth - 1];
        if (frame.Kind is JsonFrameKind.Fields or JsonFrameKind.Attributes)
        {
            AddAttribute(ref ContentOwner(ref frame), frame.Key, ref reader);
            return;
        }

        if (frame.Kind == JsonFrameKind.Instructions)
        {
            AddNode(EventKind.ProcessingInstruction, frame.Key, ref ContentOwner(ref frame), ref reader);
            return;
        }

        if (frame.Kind == JsonFrameKind.InstructionData)
        {
            AddPseudoAttribute(in frame, ref reader);
            return;
        }

        switch (RoleOfValue(ref frame, out var key))
        {
            case KeyRole.Element when _scalarsAreAttributes && frame.Kind == JsonFrameKind.Element:
                AddAttribute(ref frame, _names.AttributeOf(key), ref reader);
                break;
            case KeyRole.Element:
                BeginElement(ref frame);
                _ = EnterType(in frame, key, out var type);
                AddTextElement(key, type, ref reader);
                break;
            case KeyRole.Attribute:
            case KeyRole.JsonAttribute:
                if (frame.Kind == JsonFrameKind.Root)
                {
                    BeginRoot(ref frame, isElement: false);
                }

                AddAttribute(ref frame, key, ref reader);
                break;
            case KeyRole.Attributes:
            case KeyRole.Namespaces:
                _losses.Throw(MappingErrorCode.UnexpectedValue, "Attributes and namespace declarations that have a key of their own are an object.");
                break;
            case KeyRole.Text:
                AddText(ref ContentOwner(ref frame), ref reader);
                break;
            case KeyRole.CData:
                AddNode(EventKind.CData, key, ref ContentOwner(ref frame), ref reader);
                break;
            case KeyRole.Comment:
                AddNode(EventKind.Comment, key, ref ContentOwner(ref frame), ref reader);
                break;
            case KeyRole.ProcessingInstruction:
                AddNode(EventKind.ProcessingInstruction, key, ref ContentOwner(ref frame), ref reader);
                break;
            case KeyRole.Instructions:
                _losses.Throw(MappingErrorCode.UnexpectedValue, "Processing instructions that have a key of their own are an object, or an array of objects: the target is the key, the data the value.");
                break;
            case KeyRole.DocumentType when _convention.DocumentTypeForm == DocumentTypeForm.Text && reader.TokenType == JsonTokenType.String:
                AddDocumentType(ref frame, key, ref reader);
                break;
            case KeyRole.DocumentType:
                _losses.Throw(MappingErrorCode.InvalidDocumentType, "A document type declaration is an object with @name and other parts.");
                break;
            default:
                _losses.Throw(MappingErrorCode.InvalidXmlDeclaration, "An XML declaration is an object with @version and other parts.");
                break;
        }
    }

    private KeyRole RoleOfValue(ref JsonFrame frame, out int key)
    {
        key = frame.Key;
        switch (frame.Kind)
        {
            case JsonFrameKind.Items:
            case JsonFrameKind.NestedItems:
                return KeyRole.Element;
            case JsonFrameKind.Values:
                frame.Values++;
                return frame.Role;
            default:
                return _names.RoleOf(key);
        }
    }

    // The object that a value belongs to, if need be through the array or object it stands in, or both.
    private ref JsonFrame ContentOwner(ref JsonFrame frame)
    {
        if (frame.Kind == JsonFrameKind.Instructions)
        {
            return ref _frames[_depth - (_frames[_depth - 2].Kind == JsonFrameKind.Values ? 3 : 2)];
        }

        return ref frame.Kind is JsonFrameKind.Values or JsonFrameKind.Attributes ? ref _frames[_depth - 2] : ref frame;
    }

    private void AddTextElement(int key, TextType type, ref Utf8JsonReader reader)
    {
        var row = _tape.Add(EventKind.TextElement, key, Offset);
        var length = _strings.AppendValue(ref reader, tellsType: _types is null);
        if (_types is not null)
        {
            CheckTypeOfElement(row, type, reader.TokenType);
        }

        if (length == 0)
        {
            if (reader.TokenType == JsonTokenType.Null && _convention.Types.UsesSchemaInstance)
            {
                return;
            }

            var form = reader.TokenType == JsonTokenType.Null ? EmptyElementForm.Null : EmptyElementForm.EmptyString;
            if (form != _convention.EmptyForm)
            {
                _losses.Add(MappingLossKind.EmptyValue);
            }
        }
        else
        {
            if (_convention.WrapText)
            {
                _losses.Add(MappingLossKind.ValueShape);
            }

            if (_convention.WhiteSpace is WhiteSpacePolicy.DropAlone or WhiteSpacePolicy.Trim or WhiteSpacePolicy.TrimJoined)
            {
                ReportWhiteSpace(row);
            }
        }
    }

    private void AddText(ref JsonFrame owner, ref Utf8JsonReader reader)
    {
        if (owner.Kind == JsonFrameKind.Root)
        {
            BeginRoot(ref owner, isElement: false);
        }

        owner.HasText = true;
        var row = _tape.Add(EventKind.Text, -1, Offset);
        var length = _strings.AppendValue(ref reader, tellsType: _types is null);
        if (_types is not null)
        {
            CheckType(row, owner.Type, reader.TokenType);
        }

        if (length == 0)
        {
            _losses.Add(MappingLossKind.EmptyValue);
        }
        else if (_convention.WhiteSpace == WhiteSpacePolicy.DropBetweenElements)
        {
            owner.HasWhiteSpace |= Characters.IsWhiteSpace(_tape.TextOf(in _tape[row]));
        }
        else if (_convention.WhiteSpace != WhiteSpacePolicy.Keep)
        {
            ReportWhiteSpace(row);
        }
    }

    private void AddNode(EventKind kind, int key, ref JsonFrame owner, ref Utf8JsonReader reader)
    {
        if (owner.Kind == JsonFrameKind.Root && kind == EventKind.CData)
        {
            BeginRoot(ref owner, isElement: false);
        }

        owner.HasContent = true;
        _tape.Add(kind, key, Offset);
        if (reader.TokenType == JsonTokenType.Null)
        {
            _losses.Add(MappingLossKind.EmptyValue);
        }

        _strings.AppendValue(ref reader);
    }

    private void AddComment(ReadOnlySpan<byte> text)
    {
        if (_depth > 0)
        {
            _frames[_depth - 1].HasContent = true;
        }

        // Only in comments may JSON have control characters that are not escaped.
        if (text.ContainsAny(AllowedText.Controls))
        {
            _strings.ReportInvalidCharacters();
            text = JsonText.ReplaceControls(text);
        }

        _tape.Add(EventKind.Comment, -1, Offset);
        _strings.AppendString(text, isEscaped: false);
    }

    private void AddAttribute(ref JsonFrame frame, int key, ref Utf8JsonReader reader)
    {
        if (!frame.IsUndecided)
        {
            _losses.Throw(
                MappingErrorCode.LookAheadLimit,
                $"An attribute comes after more than {_options.MaxLookAhead} bytes of content, so its element has begun: put attributes first, or raise MaxLookAhead.");
        }

        if (frame.HasContent || frame.HasText)
        {
            _losses.Add(MappingLossKind.KeyOrder);
        }

        frame.HasAttributes = true;
        if (_convention.NamespacesKey is not null && _frames[_depth - 1].Role != KeyRole.Namespaces && _names.IsDeclaration(key, out _))
        {
            _losses.Add(MappingLossKind.ValueShape);
        }

        if (_convention.Types.UsesSchemaInstance && MayBeSchemaInstance(key))
        {
            _losses.Add(MappingLossKind.SchemaInstance);
        }

        var row = _tape.AddAttribute(frame.Row, key, Offset);
        if (reader.TokenType == JsonTokenType.Null)
        {
            _losses.Add(MappingLossKind.EmptyValue);
        }

        _strings.AppendValue(ref reader, tellsType: _types is null);
        if (_types is not null)
        {
            CheckType(row, TypeOfAttribute(in frame, key), reader.TokenType);
        }
    }

    private void CheckField(ref JsonFrame frame)
    {
        var kind = _tape[ContentOwner(ref frame).Row].Kind;
        var key = _names.Key(frame.Key);
        var isKnown = kind == EventKind.XmlDeclaration
            ? key.SequenceEqual("@version"u8) || key.SequenceEqual("@encoding"u8) || key.SequenceEqual("@standalone"u8)
            : key.SequenceEqual("@name"u8) || key.SequenceEqual("@public"u8) || key.SequenceEqual("@system"u8) || key.SequenceEqual("@internalSubset"u8);
        if (!isKnown || !See(frame.Key, ref frame))
        {
            var code = kind == EventKind.XmlDeclaration ? MappingErrorCode.InvalidXmlDeclaration : MappingErrorCode.InvalidDocumentType;
            _losses.Throw(code, "A declaration has a part that is not known, or has one twice.");
        }
    }

    // Text that reading back would drop.
    private void ReportWhiteSpace(int row)
    {
        var text = _tape.TextOf(in _tape[row]);
        var isAlone = Characters.IsWhiteSpace(text);
        if (isAlone || (_convention.WhiteSpace is WhiteSpacePolicy.Trim or WhiteSpacePolicy.TrimJoined && Characters.HasOuterWhiteSpace(text)))
        {
            _losses.Add(MappingLossKind.WhiteSpace);
        }
    }

    // Any prefix may be the one of xsi; what it is bound to is known only later.
    private bool MayBeSchemaInstance(int key) =>
        _names.TryGetExpanded(key, out var name)
            ? name.NamespaceUri.SequenceEqual(SchemaInstance.Namespace) && (name.Local.SequenceEqual("type"u8) || name.Local.SequenceEqual("nil"u8))
            : _names.AttributeName(key).EndsWith(":type"u8) || _names.AttributeName(key).EndsWith(":nil"u8);

    private int InternKey(ref Utf8JsonReader reader)
    {
        // What begins with the marker is no UTF-8, but a key that was marked begins so, too.
        var known = reader.ValueIsEscaped || reader.ValueSpan is [KeyedNames.Marker, ..] ? -1 : _names.Find(reader.ValueSpan, _strings.Readable(ref reader));
        return known >= 0 ? known : _names.Intern(_strings.ReadKey(ref reader));
    }

    // In an object of attributes the key is a name; in one of namespaces a prefix.
    private int InternAttribute(ref Utf8JsonReader reader, KeyRole role, bool isField)
    {
        var key = _strings.ReadKey(ref reader);
        if (isField)
        {
            return _names.Intern([(byte)'@', .. key]);
        }

        if (role == KeyRole.Attributes)
        {
            return _names.AttributeOf(key);
        }

        if (_names.RoleOf(_names.Intern(key)) == KeyRole.Text)
        {
            return _names.AttributeOf("xmlns"u8);
        }

        if (!NameCharacters.IsNCName(key))
        {
            _losses.Throw(MappingErrorCode.InvalidName, "A namespace prefix must be a name without a colon.");
        }

        return _names.AttributeOf([.. "xmlns"u8, (byte)_convention.PrefixSeparator, .. key]);
    }

    private void ThrowNotScalar() =>
        _losses.Throw(MappingErrorCode.ValueNotScalar, "Only a string, number, boolean or null can stand here, since it becomes an attribute, text, a comment or a part of a declaration.");
}
