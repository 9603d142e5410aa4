namespace XmlJson.Mapping.Keyed;

// Objects and arrays, and the elements they become.
internal sealed partial class KeyedUnmapper
{
    private void StartObject()
    {
        if (_depth == 0)
        {
            if (_convention.KeepRoot)
            {
                Push(new JsonFrame { Kind = JsonFrameKind.Root, Key = -1, Row = -1, Path = _paths?.Start ?? 0, TypePath = _types?.Start ?? 0 });
            }
            else
            {
                StartElement(_rootKey, RootPath(), RootTypePath(out var type), type);
            }

            return;
        }

        ref var frame = ref _frames[_depth - 1];
        var role = RoleOfValue(ref frame, out var key);
        if (StartInstruction(ref frame, role, key))
        {
            return;
        }

        if (frame.Kind is JsonFrameKind.Values or JsonFrameKind.Attributes or JsonFrameKind.Instructions or JsonFrameKind.InstructionData || (frame.Kind == JsonFrameKind.Fields && role != KeyRole.Attributes))
        {
            ThrowNotScalar();
        }

        switch (role)
        {
            case KeyRole.Attributes:
            case KeyRole.Namespaces:
                StartAttributes(ref frame, role);
                break;
            case KeyRole.Element:
                StartElement(key, BeginElement(ref frame), EnterType(in frame, key, out var type), type);
                break;
            case KeyRole.XmlDeclaration:
                StartFields(ref frame, EventKind.XmlDeclaration, key);
                break;
            case KeyRole.DocumentType:
                StartFields(ref frame, EventKind.DocumentType, key);
                break;
            default:
                ThrowNotScalar();
                break;
        }
    }

    private void StartElement(int key, int path, int typePath, TextType type)
    {
        var row = _tape.Add(EventKind.StartElement, key, Offset);
        Push(new JsonFrame { Kind = JsonFrameKind.Element, Key = -1, Row = row, IsUndecided = true, Path = path, TypePath = typePath, Type = type });
    }

    // They are the element's that the object around becomes.
    private void StartAttributes(ref JsonFrame frame, KeyRole role)
    {
        if (frame.Kind == JsonFrameKind.Root)
        {
            BeginRoot(ref frame, isElement: false);
        }

        if (role == KeyRole.Namespaces && frame.HasAttributes)
        {
            _losses.Add(MappingLossKind.KeyOrder);
        }

        Push(new JsonFrame { Kind = JsonFrameKind.Attributes, Role = role, Key = -1 });
    }

    private void StartFields(ref JsonFrame frame, EventKind kind, int key)
    {
        if (frame.Kind != JsonFrameKind.Root)
        {
            var code = kind == EventKind.DocumentType ? MappingErrorCode.InvalidDocumentType : MappingErrorCode.InvalidXmlDeclaration;
            _losses.Throw(code, "A declaration can only stand at the root.");
        }

        var row = _tape.Add(kind, key, Offset);
        Push(new JsonFrame { Kind = JsonFrameKind.Fields, Key = -1, Row = row, IsUndecided = true });
    }

    private void StartArray()
    {
        if (_depth == 0)
        {
            _losses.Add(MappingLossKind.RootAdded);
            PushNested(RootKey(), RootPath(), RootTypePath(out _));
            return;
        }

        ref var frame = ref _frames[_depth - 1];
        if (frame.Kind is JsonFrameKind.Values or JsonFrameKind.Fields or JsonFrameKind.Attributes or JsonFrameKind.Instructions or JsonFrameKind.InstructionData)
        {
            ThrowNotScalar();
        }

        var role = RoleOfValue(ref frame, out var key);
        if (role is KeyRole.Attribute or KeyRole.JsonAttribute or KeyRole.XmlDeclaration or KeyRole.DocumentType or KeyRole.Attributes or KeyRole.Namespaces)
        {
            ThrowNotScalar();
        }

        if (role != KeyRole.Element)
        {
            // Texts in a row are one text.
            Push(new JsonFrame { Kind = JsonFrameKind.Values, Role = role, Key = key, Decision = role == KeyRole.Text ? ArrayDecision.Single : ArrayDecision.WhenRepeated });
        }
        else if (frame.Kind is JsonFrameKind.Items or JsonFrameKind.NestedItems)
        {
            _losses.Add(MappingLossKind.ValueShape);
            PushNested(key, BeginElement(ref frame), EnterType(in frame, key, out _));
        }
        else
        {
            frame.HasContent = true;
            frame.HasElements = true;
            var path = Enter(frame.Path, key, out var decision);
            var typePath = EnterType(in frame, key, out var type);
            decision = frame.Kind == JsonFrameKind.Root ? ArrayDecision.Single : decision;
            Push(new JsonFrame { Kind = JsonFrameKind.Items, Key = key, Path = path, Decision = decision, TypePath = typePath, Type = type });
        }
    }

    // An array without a key of its own is an element.
    private void PushNested(int key, int path, int typePath)
    {
        _tape.Add(EventKind.StartElement, key, Offset);
        var itemKey = _itemKey >= 0 ? _itemKey : key;
        typePath = EnterType(typePath, itemKey, out var type);
        Push(new JsonFrame { Kind = JsonFrameKind.NestedItems, Key = itemKey, Path = Enter(path, itemKey, out var decision), Decision = decision, TypePath = typePath, Type = type });
    }

    private int RootPath() => Enter(_paths?.Start ?? 0, _rootKey, out _);

    // The path of a child element, and what reading it back decides.
    private int Enter(int path, int key, out ArrayDecision decision)
    {
        decision = _convention.Arrays.Default;
        if (_paths is null)
        {
            return path;
        }

        // In the XML a name stands without its namespace, and so it does in paths.
        path = _names.TryGetExpanded(key, out var name)
            ? _paths.Enter(path, in name, out var found)
            : _paths.Enter(path, key, PrefixSeparator.Exchange(_names.Key(key), _convention.PrefixSeparator), out found);
        decision = found ?? decision;
        return path;
    }

    private void EndContainer()
    {
        ref var frame = ref _frames[--_depth];
        switch (frame.Kind)
        {
            case JsonFrameKind.Root:
                EndRoot(ref frame);
                break;
            case JsonFrameKind.Element:
                EndElement(ref frame);
                break;
            case JsonFrameKind.NestedItems:
                CheckItems(in frame);
                _tape.Add(EventKind.EndElement, -1, Offset);
                break;
            case JsonFrameKind.Items:
            case JsonFrameKind.Values:
                CheckItems(in frame);
                break;
            case JsonFrameKind.InstructionData when frame.Role != KeyRole.Attributes:
                EndInstruction();
                break;
            case JsonFrameKind.Attributes or JsonFrameKind.Instructions when frame.Key < 0:
                _losses.Add(MappingLossKind.EmptyValue);
                break;
        }

        ForgetSeen(frame.SeenCount);
        if (_undecided == _depth)
        {
            _undecided = -1;
        }
    }

    private void EndElement(ref JsonFrame frame)
    {
        if (frame.HasWhiteSpace && frame.HasContent)
        {
            _losses.Add(MappingLossKind.WhiteSpace);
        }

        if (!frame.HasContent && !frame.HasText && frame.Key < 0 && _convention.EmptyForm != EmptyElementForm.EmptyObject)
        {
            _losses.Add(MappingLossKind.EmptyValue);
        }
        else if (frame.HasText && !frame.HasContent && !frame.HasAttributes && !_convention.WrapText)
        {
            _losses.Add(MappingLossKind.ValueShape);
        }
        else if (frame.HasText && frame.HasElements && _convention.MixedText == MixedTextForm.Drop)
        {
            _losses.Add(MappingLossKind.MixedText);
        }

        _tape.Add(EventKind.EndElement, -1, Offset);
    }

    private void CheckItems(in JsonFrame frame)
    {
        if (frame.Values == 0)
        {
            _losses.Add(MappingLossKind.EmptyArray);
        }
        else if (_convention.UnwrapLists && frame.Kind != JsonFrameKind.Values)
        {
            _losses.Add(MappingLossKind.ValueShape);
        }
        else if (frame.Values == 1 ? frame.Decision != ArrayDecision.Array : frame.Decision == ArrayDecision.Single)
        {
            _losses.Add(MappingLossKind.ValueShape);
        }
    }
}
