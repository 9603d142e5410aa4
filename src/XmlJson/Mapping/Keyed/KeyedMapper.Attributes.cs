namespace XmlJson.Mapping.Keyed;

// Attributes that come to the same key when prefixes are dropped: those without a prefix have it, and of the others the first.
internal sealed partial class KeyedMapper
{
    // For each key the element in which an attribute had it last.
    private long[] _claimedIn = [];
    private long _claims;

    private void ClaimKeys(scoped AttributeList attributes)
    {
        _claims++;
        foreach (var attribute in attributes)
        {
            var name = attribute.Name;
            if (name.Prefix.IsEmpty && name.NamespaceId != XmlNames.XmlnsNamespace)
            {
                Claim(_keys.Attribute(in name));
            }
        }
    }

    private int AttributeKey(in XmlName name)
    {
        var key = _keys.Attribute(in name);
        return !_keys.AttributesMayMeet || name.Prefix.IsEmpty || Claim(key) ? key : _keys.QualifiedAttribute(in name);
    }

    private bool Claim(int key)
    {
        if (key >= _claimedIn.Length)
        {
            Array.Resize(ref _claimedIn, Math.Max(_keys.Count, _claimedIn.Length * 2));
        }

        if (_claimedIn[key] == _claims)
        {
            return false;
        }

        _claimedIn[key] = _claims;
        return true;
    }
}
