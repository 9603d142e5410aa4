using System.Text;

namespace XmlJson.Trees;

// The list of attributes of an element that needs others than it has.
internal sealed partial class NamespaceFixup
{
    // A part of a document that was only read: its declarations stand further up.
    private bool TryAddFromDocument(int first, out AttributeList attributes)
    {
        attributes = default;
        if (_prefixFor.Count > 0 || _replacedPrefix != Unbound)
        {
            return false;
        }

        _buffer.Clear();
        foreach (var (prefix, uri) in _added)
        {
            var declaration = Names.Names.Find(Encoding.UTF8.GetBytes(DeclarationOf(prefix)));
            if (declaration < 0)
            {
                return false;
            }

            _buffer.Add(new XmlName(Names.Names, declaration, XmlNames.XmlnsNamespace), Names.Names.UriBytes(uri));
        }

        if (_addsSpace)
        {
            _buffer.Add(new XmlName(Names.Names, Names.Names.Find("xml:space"u8), XmlNames.XmlNamespace), "preserve"u8);
        }

        for (var index = first; index > 0; index = _document.Attribute(index).Next)
        {
            ref var attribute = ref _document.Attribute(index);
            ref readonly var name = ref Names[attribute.Name];
            _buffer.Add(new XmlName(Names.Names, name.Qualified, name.Namespace), _document.ValueOf(index), attribute.IsSpecified, attribute.Type);
        }

        attributes = _buffer.List;
        return true;
    }

    private string DeclarationOf(int prefix) => prefix == XmlNames.EmptyName ? "xmlns" : $"xmlns:{Names.Names.NameString(prefix)}";

    private AttributeList ChangedAttributes(int first)
    {
        _changedNames ??= new XmlNames();
        _changedBuffer ??= new AttributeBuffer(_changedNames);
        _changedBuffer.Clear();
        foreach (var (prefix, uri) in _added)
        {
            _changedBuffer.Add(_changedNames.Get(DeclarationOf(prefix), Names.Names.UriString(XmlNames.XmlnsNamespace)), Names.Names.UriBytes(uri));
        }

        if (_addsSpace)
        {
            _changedBuffer.Add(_changedNames.Get("xml:space", XmlNames.XmlUri), "preserve"u8);
        }

        for (var index = first; index > 0; index = _document.Attribute(index).Next)
        {
            AddChanged(index, _changedNames, _changedBuffer);
        }

        return _changedBuffer.List;
    }

    private void AddChanged(int index, XmlNames names, AttributeBuffer buffer)
    {
        ref var attribute = ref _document.Attribute(index);
        ref readonly var name = ref Names[attribute.Name];
        var value = _document.ValueOf(index);
        var qualified = Names.Names.NameString(name.Qualified);
        var uri = Names.Names.UriString(Math.Max(name.Namespace, XmlNames.NoNamespace));
        if (_prefixFor.TryGetValue(index, out var prefix))
        {
            qualified = $"{prefix}:{Names.Names.NameString(name.Local)}";
            if (name.Namespace == XmlNames.NoNamespace)
            {
                uri = Names.Names.UriString(BoundTo(name.Prefix));
            }
            else if (!Names.Holds(prefix))
            {
                buffer.Add(names.Get($"xmlns:{prefix}", Names.Names.UriString(XmlNames.XmlnsNamespace)), uri);
            }
        }
        else if (IsDeclaration(in name) && name.DeclaredPrefix == _replacedPrefix)
        {
            value = Names.Names.UriBytes(BoundTo(_replacedPrefix));
        }

        buffer.Add(names.Get(qualified, uri), value, attribute.IsSpecified, attribute.Type);
    }
}
