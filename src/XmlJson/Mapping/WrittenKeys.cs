using System.Text.Json;
using XmlJson.Text;

namespace XmlJson.Mapping;

/// <summary>XML names as they are written, as JSON strings: numbered, each escaped once. Attributes have a marker before theirs.</summary>
/// <param name="attributeMarker">What stands before the name of an attribute.</param>
/// <param name="defaultMarker">What stands before the name of one that was added by default.</param>
internal sealed class WrittenKeys(byte[] attributeMarker, byte[] defaultMarker)
{
    private readonly Utf8InternTable _texts = new();
    private JsonEncodedText[] _keys = new JsonEncodedText[64];

    // By name number: the key's number + 1, or 0 where it is not known.
    private int[] _elements = new int[64];
    private int[] _attributes = new int[64];
    private XmlNames? _names;

    /// <summary>Whether so many are held that the next document should begin anew.</summary>
    public bool IsLarge => _texts.IsLarge;

    /// <summary>The number of keys.</summary>
    public int Count => _texts.Count;

    /// <summary>A key, escaped.</summary>
    public JsonEncodedText this[int key] => _keys[key];

    /// <summary>The number of an element's name.</summary>
    public int Element(in XmlName name)
    {
        Use(name.Table!);
        var id = name.Id;
        return (uint)id < (uint)_elements.Length && _elements[id] > 0 ? _elements[id] - 1 : Remember(ref _elements, id, Intern(name.Qualified));
    }

    /// <summary>The number of an attribute's name with its marker.</summary>
    public int Attribute(in XmlName name, bool isSpecified)
    {
        if (!isSpecified)
        {
            return Intern([.. defaultMarker, .. name.Qualified]);
        }

        Use(name.Table!);
        var id = name.Id;
        return (uint)id < (uint)_attributes.Length && _attributes[id] > 0 ? _attributes[id] - 1 : Remember(ref _attributes, id, Intern([.. attributeMarker, .. name.Qualified]));
    }

    /// <summary>The number of any other key.</summary>
    public int Intern(ReadOnlySpan<byte> key)
    {
        var id = _texts.Find(key);
        if (id < 0)
        {
            id = _texts.Add(key);
            if (id >= _keys.Length)
            {
                Array.Resize(ref _keys, id * 2);
            }

            _keys[id] = JsonEncodedText.Encode(key, JsonTextEncoder.Instance);
        }

        return id;
    }

    // Another table's numbers mean other names.
    private void Use(XmlNames names)
    {
        if (!ReferenceEquals(_names, names))
        {
            _names = names;
            Array.Clear(_elements);
            Array.Clear(_attributes);
        }
    }

    private static int Remember(ref int[] known, int id, int key)
    {
        if (id >= known.Length)
        {
            Array.Resize(ref known, Math.Max(id + 1, known.Length * 2));
        }

        known[id] = key + 1;
        return key;
    }
}
