using System.Buffers;
using System.Globalization;
using System.Text;
using XmlJson.Text;

namespace XmlJson.Mapping.Keyed;

/// <summary>
/// The reversible form of <see cref="NamePolicy.Reversible"/>: any key ⇄ an XML name.
/// </summary>
/// <remarks>
/// <para>Plain escaping, E, writes each character that a name cannot hold at its place as <c>_x0020_</c>, and a <c>_</c> that could read as the beginning of such an escape as <c>_x005F_</c>; plain
/// unescaping, D, undoes it. E is not the identity on names and D not one-to-one (<c>_x0041_</c> and <c>A</c>), so only some keys are escaped: S is the smallest set
/// that holds all keys that are no names, and with a key also its E. A key in S becomes E(key), any other stays; a name in E(S) becomes D(name), any other stays. Since D∘E
/// is the identity, the two are inverse to each other: every key and every name comes back.</para>
/// <para>Each step of "is it E of something in S" halves the number of escapes, so it takes a logarithmic number of passes.</para>
/// </remarks>
internal static class NameEscaping
{
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef"u8);

    // The empty key needs a name, and E makes this one of no other key.
    private static ReadOnlySpan<byte> EmptyKey => "_x_"u8;

    /// <summary>Whether a name may be an escaped one: if not, it is its own key.</summary>
    public static bool MayBeEscaped(ReadOnlySpan<byte> name) => name.IndexOf("_x"u8) >= 0;

    /// <summary>The name of a key.</summary>
    /// <param name="key">An element's key, or an attribute's without its prefix.</param>
    /// <param name="scope">What is reserved and declared.</param>
    /// <returns>A qualified name; one with a prefix has a declared one.</returns>
    public static byte[] ToName(ReadOnlySpan<byte> key, INameScope scope)
    {
        var local = LocalStart(key, scope);
        return MustEscape(key[local..], local == 0 ? scope : null) ? [.. key[..local], .. Escape(key[local..])] : key.ToArray();
    }

    /// <summary>The key of a name.</summary>
    /// <param name="name">A qualified name; a prefix, if it has one, is declared.</param>
    /// <param name="scope">What is reserved and declared.</param>
    public static byte[] ToKey(ReadOnlySpan<byte> name, INameScope scope)
    {
        var local = name.IndexOf((byte)':') + 1;
        var key = Unescape(name[local..]);
        var isEscaped = key is not null && Escape(key).AsSpan().SequenceEqual(name[local..]) && !IsPlain(key, local == 0 ? scope : null) && MustEscape(key, local == 0 ? scope : null);
        return isEscaped ? [.. name[..local], .. key!] : name.ToArray();
    }

    // Whether a key is in S. A prefix that is declared was taken off.
    private static bool MustEscape(ReadOnlySpan<byte> key, INameScope? scope)
    {
        while (NameCharacters.IsNCName(key))
        {
            var inner = Unescape(key);
            if (inner is null || !Escape(inner).AsSpan().SequenceEqual(key) || IsPlain(inner, scope))
            {
                return false;
            }

            key = inner;
        }

        return true;
    }

    // Keys that are written as they are, though they are no NCNames.
    private static bool IsPlain(ReadOnlySpan<byte> key, INameScope? scope) =>
        scope is not null && (scope.IsReserved(key) || LocalStart(key, scope) > 0);

    // Where the local part begins: behind a declared prefix, or at once.
    private static int LocalStart(ReadOnlySpan<byte> key, INameScope scope)
    {
        var colon = key.IndexOf((byte)':');
        return colon > 0 && NameCharacters.IsNCName(key[..colon]) && scope.IsDeclared(key[..colon]) ? colon + 1 : 0;
    }

    // E.
    private static byte[] Escape(ReadOnlySpan<byte> key)
    {
        if (key.IsEmpty)
        {
            return EmptyKey.ToArray();
        }

        var result = new ArrayBufferWriter<byte>(key.Length + 16);
        if (key.SequenceEqual(EmptyKey))
        {
            result.Write("_x005F_x_"u8);
            return result.WrittenSpan.ToArray();
        }

        for (var i = 0; i < key.Length;)
        {
            Rune.DecodeFromUtf8(key[i..], out var c, out var used);
            var isAllowed = c.Value != ':' && (i == 0 ? NameCharacters.IsStart(c) : NameCharacters.IsName(c)) && !(c.Value == '_' && MayBecomeEscape(key[i..]));
            if (isAllowed)
            {
                result.Write(key.Slice(i, used));
            }
            else
            {
                result.Write(Encoding.ASCII.GetBytes("_x" + c.Value.ToString(c.Value > 0xFFFF ? "X8" : "X4", CultureInfo.InvariantCulture) + "_"));
            }

            i += used;
        }

        return result.WrittenSpan.ToArray();
    }

    // D; null when there is nothing to undo.
    private static byte[]? Unescape(ReadOnlySpan<byte> name)
    {
        if (!MayBeEscaped(name))
        {
            return null;
        }

        if (name.SequenceEqual(EmptyKey))
        {
            return [];
        }

        var result = new ArrayBufferWriter<byte>(name.Length);
        for (var i = 0; i < name.Length;)
        {
            var length = EscapeLength(name[i..], out var c);
            if (length > 0)
            {
                result.Advance(c.EncodeToUtf8(result.GetSpan(4)));
                i += length;
            }
            else
            {
                result.Write(name.Slice(i, 1));
                i++;
            }
        }

        return result.WrittenCount == name.Length ? null : result.WrittenSpan.ToArray();
    }

    // '_x' and four hexadecimal digits: what follows may begin with '_' once it is escaped itself.
    private static bool MayBecomeEscape(ReadOnlySpan<byte> text) =>
        text.Length >= 6 && text.StartsWith("_x"u8) && text.Slice(2, 4).IndexOfAnyExcept(HexDigits) < 0;

    // '_x' and four or eight hexadecimal digits and '_': the length of that, or 0.
    private static int EscapeLength(ReadOnlySpan<byte> text, out Rune character)
    {
        character = default;
        if (!text.StartsWith("_x"u8))
        {
            return 0;
        }

        var digits = text.Slice(2, Math.Min(9, text.Length - 2)).IndexOf((byte)'_');
        return digits is 4 or 8
            && uint.TryParse(text.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && Rune.TryCreate(value, out character)
                ? digits + 3
                : 0;
    }
}
