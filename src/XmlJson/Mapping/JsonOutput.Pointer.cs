using System.Text;
using System.Text.Json;

namespace XmlJson.Mapping;

// Where in the JSON the writer stands.
internal sealed partial class JsonOutput
{
    // The containers that are open, behind the text itself.
    private Level[] _levels = new Level[16];
    private int _depth;

    /// <summary>Begins a text.</summary>
    public void Begin()
    {
        _depth = 0;
        _levels[0] = default;
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
        else if (top.HasKey)
        {
            pointer.AppendKey(Unescaped(top.Key));
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

    private void BeginContainer(bool isArray)
    {
        if (++_depth == _levels.Length)
        {
            Array.Resize(ref _levels, _depth * 2);
        }

        _levels[_depth] = new Level { IsArray = isArray };
    }

    // A value comes: counts it, and gives its key.
    private bool TakeKey(out JsonEncodedText key)
    {
        ref var level = ref _levels[_depth];
        level.Items++;
        key = level.Key;
        var hasKey = level.HasKey;
        level.HasKey = false;
        return hasKey;
    }

    // What is written in pieces, or is made already, has its key before it.
    private void WriteKeyAlone()
    {
        ref var level = ref _levels[_depth];
        if (level.HasKey)
        {
            level.HasKey = false;
            writer.WritePropertyName(level.Key);
        }
    }

    private struct Level
    {
        /// <summary>In an object the key that was written last.</summary>
        public JsonEncodedText Key;

        /// <summary>How many values came.</summary>
        public long Items;
        public bool IsArray;

        /// <summary>Whether the key has no value yet.</summary>
        public bool HasKey;
    }
}
