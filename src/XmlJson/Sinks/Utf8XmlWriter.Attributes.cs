using System.Text;
using XmlJson.Text;

namespace XmlJson;

// The attributes of a start tag, and the declarations that they need.
public sealed partial class Utf8XmlWriter
{
    // What is asked for before attributes are written; what does not fit into it is written one by one.
    private const int RoomForAttributes = 512;

    // Returns whether there are prefixes to look at.
    private bool WriteAttributes(scoped in AttributeList attributes)
    {
        BeginTag();
        var bindings = _namespaces.Version;
        var isUnbound = false;
        var inNamespace = false;
        var each = attributes.GetEnumerator();
        each.MoveNext();
        var first = each.Current;
        var isPlain = first.Buffer!.HasPaddedSource && ReferenceEquals(first.Buffer.Names, _names.Table);

        // A prefixed attribute that is alone can be no duplicate of another, and no declaration follows it.
        var known = attributes.Count == 1 ? bindings : -1;
        var done = 0;
        while (true)
        {
            if (isPlain)
            {
                ref var room = ref _output.Reserve(RoomForAttributes);
                var written = _names.CopyPlain(ref Unchecked.Item(ref first.Row, done), ref first.Source, attributes.Count - done, _tag, known, ref room, _output.Free);
                _output.Advance((int)written);
                done += (int)(written >> 32);
                if (done == attributes.Count)
                {
                    break;
                }
            }

            var attribute = attributes[done];
            if (WriteOne(in attribute))
            {
                inNamespace = true;
                isUnbound |= !IsBoundAttribute(attribute.Name);
            }

            if (++done == attributes.Count)
            {
                break;
            }
        }

        // What was found bound may not be so any more, when a declaration came behind it.
        return isUnbound || (inNamespace && _namespaces.Version != bindings);
    }

    private bool IsBoundAttribute(scoped in XmlName name) => _names[in name].IsPrefixed && IsBound(in name);

    // Returns whether there is a prefix to look at.
    private bool WriteOne(scoped in AttributeItem attribute)
    {
        if (!attribute.IsSpecified && !_options.WriteDefaultAttributes)
        {
            NoteDefault(attribute);
            return false;
        }

        var name = attribute.Name;
        var value = attribute.Value;
        ref var entry = ref _names[in name];
        if (entry.LastTag == _tag)
        {
            DenyDuplicate(in name);
        }

        entry.LastTag = _tag;
        var isSpecial = entry.IsPrefixed || name.NamespaceId != XmlNames.NoNamespace;
        WritePair(in entry, value);
        return isSpecial && NoteNamespace(in name, attribute.IsNamespaceDeclaration, value);
    }

    // The declaration that a reader of the output will add again is in force.
    private void NoteDefault(scoped in AttributeItem attribute)
    {
        if (attribute.IsNamespaceDeclaration)
        {
            var name = attribute.Name;
            NoteNamespace(in name, isDeclaration: true, attribute.Value);
        }
    }

    private void BeginTag()
    {
        _expandedNames.Clear();
        if (++_tag == int.MaxValue)
        {
            // The numbers begin again, and what was noted long ago must not be taken for new.
            _names = new WrittenNames();
            _tag = 1;
        }
    }

    // An attribute with a prefix, or in a namespace, or one that declares one. Returns whether its prefix must be looked at.
    private bool NoteNamespace(scoped in XmlName name, bool isDeclaration, scoped ReadOnlySpan<byte> value)
    {
        if (isDeclaration)
        {
            Demand(_namespaces.Declare(name.Prefix.IsEmpty ? [] : name.Local, value, _depth + 1), "attributes");
            return false;
        }

        if (name.NamespaceId != XmlNames.NoNamespace && !_expandedNames.Add(name.Table!.Info(name.Id).Local, name.NamespaceId))
        {
            DenyDuplicate(in name);
        }

        return true;
    }

    // The declarations of a tag count for the whole of it, so its attributes' prefixes are looked at when all are known.
    private void BindAttributes(scoped in AttributeList attributes)
    {
        foreach (var attribute in attributes)
        {
            var name = attribute.Name;
            if (attribute.IsNamespaceDeclaration || (!attribute.IsSpecified && !_options.WriteDefaultAttributes))
            {
                continue;
            }

            var isPrefixed = name.Table!.Info(name.Id).IsPrefixed;
            if (!isPrefixed && name.NamespaceId != XmlNames.NoNamespace)
            {
                Deny($"The attribute '{name}' is in a namespace and has no prefix.", nameof(attributes));
            }

            if (isPrefixed && !IsBound(in name))
            {
                DeclareMissing(in name, in attributes);
            }
        }
    }

    private void DeclareMissing(scoped in XmlName name, scoped in AttributeList attributes)
    {
        var prefix = name.Prefix;
        var attribute = prefix.IsEmpty ? "xmlns" : $"xmlns:{name.GetPrefix()}";
        if (_namespaces.IsDeclaredAt(prefix, _depth + 1) || attributes.TryGet(Encoding.UTF8.GetBytes(attribute), out _))
        {
            Refuse($"The start tag of '{name}' declares '{attribute}' otherwise than the name's namespace '{name.GetNamespaceUri()}' needs.");
        }

        Demand(_namespaces.Declare(prefix, name.NamespaceUri, _depth + 1), nameof(name));
        WritePair(Encoding.UTF8.GetBytes(attribute), name.NamespaceUri);
    }
}
