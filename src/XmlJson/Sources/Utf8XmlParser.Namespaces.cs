using System.Runtime.CompilerServices;
using XmlJson.Text;

namespace XmlJson;

// Namespaces in XML 1.0: what a start tag declares, and what its names are bound to.
public sealed partial class Utf8XmlParser
{
    private ExpandedNameSet? _expandedNames;

    // Of an element that was not met in this state of the scope.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ResolveElement(int nameStart, ref NamePlan plan)
    {
        var uri = _scope.Default;
        if (!plan.IsPlainElement)
        {
            var prefix = _names.Info(plan.NameId).Prefix;
            uri = _scope.Find(prefix);
            if (uri == XmlNames.NoNamespace || prefix == XmlNames.XmlnsPrefix)
            {
                FailAtPrefix(nameStart, plan.NameId, prefix);
            }
        }

        plan.ScopeVersion = _scope.Version;
        plan.ElementUri = uri;
        return uri;
    }

    // Of a tag with attributes that declare namespaces or have prefixes.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ResolveAttributes(scoped in MarkedBytes input, int nameStart, TagShape? shape)
    {
        if ((_attributeFlags & AttributeRowFlags.NamespaceDeclaration) != 0)
        {
            Declare(input, nameStart);
        }

        if ((_attributeFlags & AttributeRowFlags.NeedsNamespace) == 0)
        {
            return;
        }

        // Those of a shape were given their namespaces with all else, if it had them in this state of the scope.
        if (!_followsShape || shape is null)
        {
            ResolvePrefixes(input, nameStart);
        }
        else if (shape.ScopeVersion != _scope.Version)
        {
            ResolvePrefixes(input, nameStart);
            shape.Remember(_attributes.Rows.AsSpan(0, _attributes.Count), _scope.Version);
        }
    }

    private void Declare(scoped in MarkedBytes input, int nameStart)
    {
        for (var i = 0; i < _attributes.Count; i++)
        {
            ref var row = ref _attributes.Row(i);
            if ((row.Flags & AttributeRowFlags.NamespaceDeclaration) == 0)
            {
                continue;
            }

            // Most often the same as the last time, and then all is known of it.
            var value = _attributes.ValueOf(i, ref input.At(0));
            ref var plan = ref _plans[row.NameId];
            var uri = plan.DeclaredUri;
            ref readonly var info = ref _names.Info(row.NameId);
            var prefix = info.IsPrefixed ? info.Local : XmlNames.EmptyName;
            if (uri == XmlNames.NoNamespace || !_names.UriBytes(uri).SequenceEqual(value))
            {
                uri = FindDeclaredUri(input, nameStart, i, prefix, value);
                plan.DeclaredUri = uri;
            }

            _scope.Declare(prefix, uri);
        }
    }

    private int FindDeclaredUri(scoped in MarkedBytes input, int nameStart, int index, int prefix, ReadOnlySpan<byte> value)
    {
        var uri = _names.FindUri(value);
        if (uri < 0)
        {
            CountName(nameStart);
            uri = _names.InternUri(value);
        }

        if (NamespaceConstraints.Find(prefix, uri) is not NamespaceFault.None and var fault)
        {
            FailAtDeclaration(fault, prefix, FindAttribute(input, nameStart, index));
        }

        return uri;
    }

    // Namespaces in XML 1.0 §6.3, NSC: Attributes Unique. Equal written names were found before: only names with prefixes can still be the same.
    private void ResolvePrefixes(scoped in MarkedBytes input, int nameStart)
    {
        _expandedNames?.Clear();
        var prefixed = 0;
        for (var i = 0; i < _attributes.Count; i++)
        {
            ref var row = ref _attributes.Row(i);
            ref readonly var info = ref _names.Info(row.NameId);
            if (!info.IsPrefixed || (row.Flags & AttributeRowFlags.NamespaceDeclaration) != 0)
            {
                continue;
            }

            row.UriId = _scope.Find(info.Prefix);
            if (row.UriId == XmlNames.NoNamespace)
            {
                FailAtPrefix(FindAttribute(input, nameStart, i), row.NameId, info.Prefix);
            }

            if (++prefixed == 1)
            {
                continue;
            }

            CheckExpandedName(input, nameStart, i, prefixed);
        }
    }

    private void CheckExpandedName(scoped in MarkedBytes input, int nameStart, int index, int prefixed)
    {
        _expandedNames ??= new ExpandedNameSet();
        if (prefixed == 2)
        {
            for (var i = 0; i < index; i++)
            {
                AddExpandedName(input, nameStart, i);
            }
        }

        AddExpandedName(input, nameStart, index);
    }

    private void AddExpandedName(scoped in MarkedBytes input, int nameStart, int index)
    {
        ref var row = ref _attributes.Row(index);
        ref readonly var info = ref _names.Info(row.NameId);
        if (row.UriId > XmlNames.NoNamespace && info.IsPrefixed && (row.Flags & AttributeRowFlags.NamespaceDeclaration) == 0
            && !_expandedNames!.Add(info.Local, row.UriId))
        {
            Fail(XmlErrorCode.DuplicateExpandedName, FindAttribute(input, nameStart, index), $"Two attributes of one tag have the local name '{_names.NameString(info.Local)}' in the namespace '{_names.UriString(row.UriId)}'.");
        }
    }
}
