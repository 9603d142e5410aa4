using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using XmlJson.Text;

namespace XmlJson;

/// <summary>Collects a start tag written by hand. Its names get their namespaces when all attributes are known, since these declare namespaces for the whole tag.</summary>
internal sealed class TagByHand
{
    private readonly XmlNames _names = new();
    private readonly AttributeBuffer _buffer;
    private readonly List<Item> _items = [];
    private readonly ArrayBufferWriter<byte> _values = new();
    private XmlName _name;
    private string? _uri;

    public TagByHand() => _buffer = new AttributeBuffer(_names);

    /// <summary>The attributes, once <see cref="Resolve"/> has succeeded.</summary>
    public AttributeList Attributes => _buffer.List;

    public void Begin(string name, string? uri)
    {
        _name = _names.Get(name);
        _uri = uri;
        _items.Clear();
        _values.ResetWrittenCount();
    }

    /// <summary>Notes an attribute.</summary>
    /// <returns>Whether the value is valid UTF-16.</returns>
    public bool TryAdd(string name, ReadOnlySpan<char> value, string? uri)
    {
        var start = _values.WrittenCount;
        var known = _names.Get(name);
        var isValid = Utf16Text.TryAppend(value, _values);
        _items.Add(new Item(known, uri, start, _values.WrittenCount - start));
        return isValid;
    }

    /// <summary>Finds the namespaces of all names.</summary>
    /// <param name="scope">What is declared outside the tag.</param>
    /// <param name="name">The element's name.</param>
    /// <param name="fault">A message about a prefix that is declared nowhere.</param>
    /// <returns>Whether every name has one.</returns>
    public bool Resolve(PrefixBindings scope, out XmlName name, [NotNullWhen(false)] out string? fault)
    {
        _buffer.Clear();
        if (!TryBind(scope, _name, _uri, isElement: true, out name, out fault))
        {
            return false;
        }

        foreach (var item in _items)
        {
            if (!TryBind(scope, item.Name, item.Uri, isElement: false, out var attribute, out fault))
            {
                return false;
            }

            _buffer.Add(attribute, _values.WrittenSpan.Slice(item.Start, item.Length));
        }

        return true;
    }

    private static bool IsDeclaration(XmlName name) => name.Table!.Info(name.Id).IsNamespaceDeclaration;

    private bool TryBind(PrefixBindings scope, XmlName name, string? uri, bool isElement, out XmlName bound, [NotNullWhen(false)] out string? fault)
    {
        fault = null;
        bound = name;
        if (!isElement && IsDeclaration(name))
        {
            bound = _names.Get(name.Qualified, Encoding.UTF8.GetBytes(XmlNames.XmlnsUri));
            return true;
        }

        if (uri is not null)
        {
            bound = _names.Get(name.Qualified, Encoding.UTF8.GetBytes(uri));
            return true;
        }

        if (name.Prefix.IsEmpty && !isElement)
        {
            return true;
        }

        if (!TryFindInTag(name.Prefix, out var found) && !scope.TryGet(name.Prefix, out found))
        {
            fault = $"The prefix of '{name}' is not declared.";
            return false;
        }

        bound = _names.Get(name.Qualified, found);
        return true;
    }

    private bool TryFindInTag(ReadOnlySpan<byte> prefix, out ReadOnlySpan<byte> uri)
    {
        foreach (var item in _items)
        {
            if (IsDeclaration(item.Name) && (item.Name.Prefix.IsEmpty ? prefix.IsEmpty : item.Name.Local.SequenceEqual(prefix)))
            {
                uri = _values.WrittenSpan.Slice(item.Start, item.Length);
                return true;
            }
        }

        uri = default;
        return false;
    }

    private readonly record struct Item(XmlName Name, string? Uri, int Start, int Length);
}
