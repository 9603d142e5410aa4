namespace XmlJson.Mapping.Keyed;

/// <summary>
/// Another character than a colon between prefix and local name in keys. Inside, every key has colons: the two characters change places, so that a key with a colon of its own comes back, too.
/// </summary>
internal static class PrefixSeparator
{
    /// <summary>A key with the two characters exchanged: its own inverse.</summary>
    public static ReadOnlySpan<byte> Exchange(ReadOnlySpan<byte> key, char separator)
    {
        var other = (byte)separator;
        if (other == ':' || key.IndexOfAny((byte)':', other) < 0)
        {
            return key;
        }

        var exchanged = key.ToArray();
        foreach (ref var character in exchanged.AsSpan())
        {
            character = character == ':' ? other : character == other ? (byte)':' : character;
        }

        return exchanged;
    }
}
