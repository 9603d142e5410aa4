using System.Text.Json;
using XmlJson.Text;

namespace XmlJson.Mapping.Values;

/// <summary>Keys that are escaped already: numbered, each made once.</summary>
internal sealed class RawKeys
{
    private readonly Utf8InternTable _texts = new();
    private JsonEncodedText[] _keys = new JsonEncodedText[64];

    /// <summary>Whether so many are held that the next document should begin anew.</summary>
    public bool IsLarge => _texts.IsLarge;

    /// <summary>A key, ready to be written.</summary>
    public JsonEncodedText this[int key] => _keys[key];

    /// <summary>The number of a key.</summary>
    /// <param name="escaped">The key as it stands between its quotes.</param>
    public int Intern(ReadOnlySpan<byte> escaped)
    {
        var id = _texts.Find(escaped);
        if (id < 0)
        {
            id = _texts.Add(escaped);
            if (id >= _keys.Length)
            {
                Array.Resize(ref _keys, id * 2);
            }

            _keys[id] = JsonEncodedText.Encode(escaped, RawJsonEncoder.Instance);
        }

        return id;
    }
}
