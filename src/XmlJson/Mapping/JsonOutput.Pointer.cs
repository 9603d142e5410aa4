using System.Text;
using System.Text.Json;

namespace XmlJson.Mapping;

// Where in the JSON the writer stands.
internal sealed partial class JsonOutput
{
    private const int LargeDepth = 1024;

    // The containers that are open, behind the text itself.
    private Level[] _levels = new Level[16];
    private int _depth;

    // The key that waits for its value.
    private JsonEncodedText _key;
    private bool _hasKey;

    /// <summary>Whether a text was so deep, or had so long a string, that the next should begin with other arrays: those who write here have some that grow with the depth, too.</summary>
    public bool IsLarge => _levels.Length > LargeDepth || _escaped.Length > LargeEscaped;

    /// <summary>Begins a text.</summary>
    public void Begin()
    {
        _depth = 0;
        _levels[0] = default;
        _hasKey = false;
    }

    /// <summary>A JSON Pointer (RFC 6901) to the container that is open.</summary>
    /// <param name="isArrayToo">Whether it may be an array; otherwise the object around.</param>
    public string PointerOfContainer(bool isArrayToo = true) => Pointer(_depth > 0 && _levels[_depth].IsArray && !isArrayToo ? _depth - 1 : _depth).ToString();

    /// <summary>A JSON Pointer to the value that comes next: the next item, or the value of the key that was written; without one the open object.</summary>
    public string PointerOfValue()
    {
        var pointer = Pointer(_depth);
        ref var top = ref _levels[_depth];
        if (top.IsArray)
        {
            pointer.AppendIndex(top.Items);
        }
        else if (_hasKey)
        {
            pointer.AppendKey(Unescaped(_key));
        }

        return pointer.ToString();
    }

    private StringBuilder Pointer(int depth)
    {
        var pointer = new StringBuilder();
        for (var level = 0; level < depth; level++)
        {
            if (_levels[level].IsArray)
            {
                pointer.AppendIndex(_levels[level].Items - 1);
            }
            else if (level > 0)
            {
                pointer.AppendKey(Unescaped(_levels[level].Key));
            }
        }

        return pointer;
    }

    private static ReadOnlySpan<byte> Unescaped(JsonEncodedText key)
    {
        var escaped = key.EncodedUtf8Bytes;
        if (!escaped.Contains((byte)'\\'))
        {
            return escaped;
        }

        var room = new byte[escaped.Length];
        return room.AsSpan(0, JsonText.Unescape(escaped, room, allowsAll: true, out _));
    }

    // A container is a value of the one around, and its key is that one's latest.
    private void BeginContainer(bool isArray)
    {
        _levels[_depth].Items++;
        if (++_depth == _levels.Length)
        {
            Array.Resize(ref _levels, _depth * 2);
        }

        ref var level = ref _levels[_depth];
        level.Items = 0;
        level.IsArray = isArray;
    }

    // A scalar comes: counts it, and gives its key.
    private bool TakeKey(out JsonEncodedText key)
    {
        _levels[_depth].Items++;
        key = _key;
        var hasKey = _hasKey;
        _hasKey = false;
        return hasKey;
    }

    // What is written in pieces, or is made already, has its key before it.
    private void WriteKeyAlone()
    {
        if (_hasKey)
        {
            _hasKey = false;
            writer.WritePropertyName(_key);
        }
    }

    private struct Level
    {
        /// <summary>In an object the key of the latest container in it.</summary>
        public JsonEncodedText Key;

        /// <summary>In an array how many values came.</summary>
        public long Items;
        public bool IsArray;
    }
}
