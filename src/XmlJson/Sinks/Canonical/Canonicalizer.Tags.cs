using System.Buffers;
using System.Runtime.InteropServices;
using XmlJson.Text;

namespace XmlJson;

public sealed partial class Canonicalizer
{
    private readonly CanonicalNamespaces _namespaces = new();
    private readonly SequentialPrefixes? _rewriting;

    // The prefixes that the form treats as the inclusive ones do, though it is another.
    private readonly HashSet<int> _inclusivePrefixes = [];

    // Of the tag at hand: the prefixes that it declares in the input, and those that it must declare in the output.
    private readonly List<int> _declared = [];
    private readonly List<int> _rendered = [];
    private CanonicalAttribute[] _attributes = new CanonicalAttribute[16];
    private int _attributeCount;

    private bool IsInclusive => _options.Version is CanonicalXmlVersion.Inclusive10 or CanonicalXmlVersion.Inclusive11;

    private void NoteInclusivePrefixes()
    {
        _inclusivePrefixes.Clear();
        foreach (var prefix in _names.InclusivePrefixes)
        {
            _inclusivePrefixes.Add(_namespaces.PrefixNumber(prefix));
        }
    }

    private void WriteStartTag(scoped in XmlName name, scoped AttributeList attributes)
    {
        if (_depth == _open.Length)
        {
            Array.Resize(ref _open, _depth * 2);
        }

        _open[_depth++].Set(in name);
        ReadTag(in name, attributes);
        FindRendered(in name, attributes);
        _output.Write((byte)'<');
        WriteName(in name, isAttribute: false);
        WriteDeclarations();
        WriteAttributes(attributes);
        _output.Write((byte)'>');
    }

    // Canonical XML 1.0 §2.3, Namespace Axis; Exclusive XML Canonicalization 1.0 §3.
    private void FindRendered(scoped in XmlName name, scoped AttributeList attributes)
    {
        _rendered.Clear();
        _rewriting?.BeginTag();
        if (IsInclusive || _inclusivePrefixes.Count > 0)
        {
            foreach (var prefix in _declared)
            {
                if (IsInclusive || _inclusivePrefixes.Contains(prefix))
                {
                    Use(prefix);
                }
            }
        }

        if (IsInclusive)
        {
            return;
        }

        Use(_namespaces.PrefixOf(in name));
        foreach (ref var attribute in _attributes.AsSpan(0, _attributeCount))
        {
            if (attribute.Name.NamespaceId != XmlNames.NoNamespace)
            {
                Use(_namespaces.PrefixOf(in attribute.Name));
            }

            if (_names.HasQNameValue(in attribute.Name, in name))
            {
                attribute.Reference = FindQName(attributes[attribute.Index].Value);
            }
        }

        UseHeldNames();
        _rewriting?.Number();
    }

    private void Use(int prefix)
    {
        if (_rewriting is not null)
        {
            _rewriting.Use(_namespaces.BoundTo(prefix), _depth);
        }
        else if (_namespaces.Render(prefix, _depth))
        {
            _rendered.Add(prefix);
        }
    }

    private void WriteDeclarations()
    {
        if (_rewriting is not null)
        {
            foreach (var uri in _rewriting.Declared)
            {
                _output.Write(" xmlns:"u8);
                _rewriting.WritePrefix(uri, ref _output);
                WriteValue(_namespaces.UriBytes(uri), reference: null);
            }

            return;
        }

        _namespaces.SortPrefixes(CollectionsMarshal.AsSpan(_rendered));
        foreach (var prefix in _rendered)
        {
            _output.Write(" xmlns"u8);
            if (prefix != XmlNames.EmptyName)
            {
                _output.Write((byte)':');
                _output.Write(_namespaces.PrefixBytes(prefix));
            }

            WriteValue(_namespaces.UriBytes(_namespaces.BoundTo(prefix)), reference: null);
        }
    }

    private void WriteAttributes(scoped AttributeList attributes)
    {
        foreach (ref readonly var attribute in _attributes.AsSpan(0, _attributeCount))
        {
            _output.Write((byte)' ');
            WriteName(in attribute.Name, isAttribute: true);
            WriteValue(attributes[attribute.Index].Value, attribute.Reference);
        }
    }

    private void WriteName(scoped in XmlName name, bool isAttribute)
    {
        if (_rewriting is null || (isAttribute && name.NamespaceId == XmlNames.NoNamespace))
        {
            _output.Write(name.Qualified);
            return;
        }

        _rewriting.WritePrefix(_namespaces.UriOf(in name), ref _output);
        _output.Write((byte)':');
        _output.Write(name.Local);
    }

    private void WriteValue(scoped ReadOnlySpan<byte> value, PrefixReference? reference)
    {
        _output.Write("=\""u8);
        WriteWithPrefixes<AttributeEscapeRules>(value, reference is { } one ? MemoryMarshal.CreateReadOnlySpan(ref one, 1) : []);
        _output.Write((byte)'"');
    }

    private void Escape<TRules>(scoped ReadOnlySpan<byte> text)
        where TRules : struct, IEscapeRules
    {
        if (text.Length <= LongestPlain && XmlEscaper.TryCopy<TRules>(text, ref _output.Reserve(text.Length + XmlEscaper.Room)))
        {
            _output.Advance(text.Length);
            return;
        }

        while (true)
        {
            var status = XmlEscaper.Escape<TRules>(text, _output.GetSpan(XmlEscaper.Room), out var read, out var written);
            _output.Advance(written);
            if (status == OperationStatus.Done)
            {
                return;
            }

            if (status == OperationStatus.InvalidData)
            {
                Deny(MarkupRules.InvalidText, nameof(text));
            }

            text = text[read..];
        }
    }
}
