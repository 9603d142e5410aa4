using System.Text;

namespace XmlJson.Mapping.Values;

/// <summary>A vocabulary of XML for JSON: an element for each kind of value, and an attribute for its key where it has one.</summary>
internal sealed class Vocabulary
{
    private readonly byte[][] _kinds;

    // The elements' names come in the order of ValueKind.
    private Vocabulary(string uri, string prefix, string key, params string[] kinds)
    {
        Namespace = Encoding.UTF8.GetBytes(uri);
        Prefix = Encoding.UTF8.GetBytes(prefix);
        Declaration = Encoding.UTF8.GetBytes(prefix.Length == 0 ? "xmlns" : $"xmlns:{prefix}");
        Key = Encoding.UTF8.GetBytes(key);
        _kinds = [.. kinds.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>Functions and Operators 3.1 §17.4.2.</summary>
    public static Vocabulary XPath31 { get; } = new("http://www.w3.org/2005/xpath-functions", "", "key", "map", "array", "string", "number", "boolean", "null") { MarksEscapes = true };

    /// <summary>JSONx, draft-rsalz-jsonx-00.</summary>
    public static Vocabulary JsonX { get; } = new("http://www.ibm.com/xmlns/prod/2009/jsonx", "json", "name", "object", "array", "string", "number", "boolean", "null");

    /// <summary>The namespace of the elements.</summary>
    public byte[] Namespace { get; }

    /// <summary>The prefix that is written; empty for none.</summary>
    public byte[] Prefix { get; }

    /// <summary>The attribute that declares the namespace for it.</summary>
    public byte[] Declaration { get; }

    /// <summary>The name of the attribute that holds a key.</summary>
    public byte[] Key { get; }

    /// <summary>Whether the attributes <c>escaped</c> and <c>escaped-key</c> say which texts are escaped ones.</summary>
    public bool MarksEscapes { get; private init; }

    /// <summary>The name of a kind's elements.</summary>
    public ReadOnlySpan<byte> this[ValueKind kind] => _kinds[(int)kind];

    /// <summary>The kind of value that an element of the namespace stands for.</summary>
    public bool TryGetKind(ReadOnlySpan<byte> local, out ValueKind kind)
    {
        for (kind = ValueKind.Map; kind <= ValueKind.Null; kind++)
        {
            if (_kinds[(int)kind].AsSpan().SequenceEqual(local))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All of the elements' names, for a message.</summary>
    public override string ToString() => $"{string.Join(", ", _kinds.SkipLast(1).Select(Encoding.UTF8.GetString))} and null, in the namespace '{Encoding.UTF8.GetString(Namespace)}'";
}
