using System.Globalization;
using System.Text;
using System.Xml;
using XmlJson.Text;

namespace XmlJson.Mapping.Keyed;

// How a key becomes a name.
internal sealed partial class KeyedNames
{
    private KeyInfo Describe(ReadOnlySpan<byte> name, KeyRole role)
    {
        if (_expandsNames && name is [(byte)'{', ..] && DescribeExpanded(name, role) is { } expanded)
        {
            return expanded;
        }

        name = PrefixSeparator.Exchange(name, _convention.PrefixSeparator);
        var info = new KeyInfo { Role = role, Form = Form.Scoped };
        var isLiteral = _convention.Names is NamePolicy.Reject or NamePolicy.Replace || !NameEscaping.MayBeEscaped(name);
        if (!isLiteral || Table.Intern(name) is not (> XmlNames.EmptyName and var id) || !Table.Info(id).IsQualifiedName)
        {
            return info;
        }

        ref readonly var parts = ref Table.Info(id);
        info.Name = id;
        if (role == KeyRole.Attribute && parts.IsNamespaceDeclaration)
        {
            info.Form = Form.Declaration;
            info.Prefix = parts.IsPrefixed ? parts.Local : XmlNames.EmptyName;
        }
        else if (parts.IsPrefixed)
        {
            // No element or attribute has the prefix xmlns.
            info.Form = parts.Prefix == XmlNames.XmlnsPrefix ? Form.Scoped : Form.Prefixed;
            info.Prefix = parts.Prefix;
        }
        else
        {
            info.Form = Form.Plain;
        }

        return info;
    }

    // {urn:shop}book; null when it is no such name.
    private KeyInfo? DescribeExpanded(ReadOnlySpan<byte> key, KeyRole role)
    {
        var end = key.LastIndexOf((byte)'}');
        if (end < 2 || !NameCharacters.IsNCName(key[(end + 1)..]))
        {
            return null;
        }

        // What XML cannot hold is no namespace name, and is escaped like any other key.
        if (key[1..end].ContainsAny(AllowedText.Controls) || Utf8Text.FindInvalid(key[1..end], out _) >= 0)
        {
            return null;
        }

        var uri = Table.InternUri(key[1..end]);
        if (uri == XmlNames.XmlnsNamespace || (uri == XmlNames.XmlNamespace && role == KeyRole.Element))
        {
            return null;
        }

        ReadOnlySpan<byte> name = key[(end + 1)..];
        if (role == KeyRole.Attribute)
        {
            if (!_generated.TryGetValue(uri, out var declarations))
            {
                declarations = [uri == XmlNames.XmlNamespace ? Declare("xml", key[1..end]) : Declare(string.Create(CultureInfo.InvariantCulture, $"ns{_generated.Count + 1}"), key[1..end])];
                _generated.Add(uri, declarations);
            }

            name = (byte[])[.. Table.Bytes(declarations[0].Prefix), (byte)':', .. name];
        }

        return new KeyInfo { Role = role, Form = Form.Expanded, Name = Table.Intern(name), Uri = uri };
    }

    private XmlName ScopedName(ReadOnlySpan<byte> key, INameScope scope, bool isElement)
    {
        key = PrefixSeparator.Exchange(key, _convention.PrefixSeparator);
        var name = _convention.Names switch
        {
            NamePolicy.Reversible => NameEscaping.ToName(key, scope),
            NamePolicy.XmlConvert => Encoding.UTF8.GetBytes(XmlConvert.EncodeName(Encoding.UTF8.GetString(key)) ?? ""),
            NamePolicy.Replace => Replace(key),
            _ => key,
        };
        var id = name.IsEmpty ? -1 : Table.Intern(name);
        if (id <= XmlNames.EmptyName || !Table.Info(id).IsQualifiedName || Table.Info(id).Prefix == XmlNames.XmlnsPrefix || (!isElement && id == XmlNames.XmlnsPrefix))
        {
            _losses.Throw(MappingErrorCode.InvalidName, $"The key '{Encoding.UTF8.GetString(key)}' is no qualified XML name.");
        }

        var prefix = Table.Info(id).Prefix;
        if (prefix == XmlNames.EmptyName)
        {
            return new XmlName(Table, id, isElement ? Scope.Default : XmlNames.NoNamespace);
        }

        var uri = Scope.Find(prefix);
        if (uri == XmlNames.NoNamespace)
        {
            _losses.Throw(MappingErrorCode.UndeclaredPrefix, $"The prefix of '{Encoding.UTF8.GetString(key)}' is not declared here.");
        }

        return new XmlName(Table, id, uri);
    }

    // Only a colon, written or escaped, makes a name depend on what is declared. A name that was replaced is told each time.
    private XmlName Remember(int key, XmlName name)
    {
        var text = _keys[key];
        if (_convention.Names != NamePolicy.Replace && text.IndexOfAny((byte)':', (byte)_convention.PrefixSeparator) < 0 && text.IndexOf("_x003A_"u8) < 0)
        {
            _infos[key].Form = Form.Plain;
            _infos[key].Name = name.Id;
            SetPlain(key);
        }

        return name;
    }

    private byte[] Replace(ReadOnlySpan<byte> key)
    {
        var colon = key.IndexOf((byte)':');
        var local = colon > 0 && NameCharacters.IsNCName(key[..colon]) && IsDeclared(key[..colon]) ? colon + 1 : 0;
        var name = new List<byte>(key.Length + 1);
        name.AddRange(key[..local]);
        for (var i = local; i < key.Length;)
        {
            Rune.DecodeFromUtf8(key[i..], out var c, out var used);
            if (i == local && !NameCharacters.IsStart(c) && NameCharacters.IsName(c))
            {
                name.Add((byte)'_');
            }

            if (c.Value != ':' && NameCharacters.IsName(c))
            {
                name.AddRange(key.Slice(i, used));
            }
            else
            {
                name.Add((byte)'_');
            }

            i += used;
        }

        if (name.Count == local)
        {
            name.Add((byte)'_');
        }

        if (!key.SequenceEqual(name.ToArray()))
        {
            _losses.Add(MappingLossKind.Name);
        }

        return [.. name];
    }
}
