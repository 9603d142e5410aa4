using System.Text;

namespace XmlJson.Mapping.Values;

/// <summary>The names of a <see cref="Vocabulary"/>, by number: a kind's number is that of its elements.</summary>
internal sealed class VocabularyNames : EventNames
{
    public const int KeyAttribute = (int)ValueKind.Null + 1;
    public const int EscapedKeyAttribute = KeyAttribute + 1;
    public const int EscapedAttribute = KeyAttribute + 2;
    public const int Declaration = KeyAttribute + 3;

    private readonly int[] _ids;

    // The number of the elements' prefix, XmlNames.EmptyName for none.
    private readonly int _prefix;

    public VocabularyNames(Vocabulary vocabulary)
    {
        var prefix = vocabulary.Prefix.Length == 0 ? "" : $"{Encoding.UTF8.GetString(vocabulary.Prefix)}:";
        var elements = Enum.GetValues<ValueKind>().Select(kind => prefix + Encoding.UTF8.GetString(vocabulary[kind]));
        string[] attributes = [Encoding.UTF8.GetString(vocabulary.Key), "escaped-key", "escaped", Encoding.UTF8.GetString(vocabulary.Declaration)];
        _ids = [.. elements.Concat(attributes).Select(name => Table.Get(name).Id)];
        _prefix = prefix.Length == 0 ? XmlNames.EmptyName : Table.Info(_ids[Declaration]).Local;
        for (var key = _prefix == XmlNames.EmptyName ? 0 : KeyAttribute; key < Declaration; key++)
        {
            SetPlain(key, _ids[key]);
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Key(int key) => Table.Bytes(_ids[key]);

    /// <inheritdoc/>
    public override XmlName Element(int key) => new(Table, _ids[key], _prefix == XmlNames.EmptyName ? Scope.Default : Scope.Find(_prefix));

    /// <inheritdoc/>
    public override XmlName Attribute(int key) => new(Table, _ids[key], key == Declaration ? XmlNames.XmlnsNamespace : XmlNames.NoNamespace);

    /// <inheritdoc/>
    public override bool IsDeclaration(int key, out int prefix)
    {
        prefix = _prefix;
        return key == Declaration;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Target(int key) => Key(key);
}
