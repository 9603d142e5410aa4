using System.Buffers;
using System.Runtime.InteropServices;
using XmlJson.Text;

namespace XmlJson;

public sealed partial class Canonicalizer
{
    // Longer text is escaped in pieces from the start: a character to escape behind much plain text would cost a second look at all of it.
    private const int LongestPlain = 4096;

    // The white space at the end of the text so far, which may turn out to stand in the middle.
    private readonly ArrayBufferWriter<byte> _space = new();
    private bool _isInText;

    // Whether xml:space="preserve" governs, and where that changed, with what it was before (XML 1.0 §2.10).
    private bool _preservesSpace;
    private readonly Stack<(int Depth, bool Preserved)> _spaceChanges = new();

    // The element whose start tag waits for its text, since that tells which declarations it needs.
    private XmlName _heldName;
    private AttributeBuffer? _heldAttributes;
    private readonly ArrayBufferWriter<byte> _heldText = new();
    private readonly List<PrefixReference> _heldReferences = [];
    private bool _isHolding;
    private bool _isXPath;

    // The part of the held text that is written.
    private (int Start, int Length) _heldPart;

    private bool Trims => _options.TrimTextNodes && !_preservesSpace;

    private void ResetText()
    {
        _space.ResetWrittenCount();
        _spaceChanges.Clear();
        _heldText.ResetWrittenCount();
        _heldReferences.Clear();
        _isInText = _preservesSpace = _isHolding = false;
    }

    private void WriteText(scoped ReadOnlySpan<byte> text)
    {
        if (_isHolding)
        {
            _heldText.Write(text);
        }
        else if (Trims)
        {
            WriteTrimmed(text);
        }
        else
        {
            Escape<TextEscapeRules>(text);
        }
    }

    private void WriteTrimmed(scoped ReadOnlySpan<byte> text)
    {
        var (start, length) = Trim(text);
        if (length > 0)
        {
            if (_isInText)
            {
                Escape<TextEscapeRules>(_space.WrittenSpan);
                Escape<TextEscapeRules>(text[..start]);
            }

            _space.ResetWrittenCount();
            _isInText = true;
            Escape<TextEscapeRules>(text.Slice(start, length));
        }

        if (_isInText)
        {
            _space.Write(text[(start + length)..]);
        }
    }

    /// <summary>What comes next is no text.</summary>
    private void EndText()
    {
        if (_isHolding)
        {
            WriteHeld();
        }

        _isInText = false;
        _space.ResetWrittenCount();
    }

    // The part without white space at both ends; when there is none, it is empty and at the start.
    private static (int Start, int Length) Trim(scoped ReadOnlySpan<byte> text)
    {
        var start = text.IndexOfAnyExcept(" \t\r\n"u8);
        return start < 0 ? (0, 0) : (start, text.LastIndexOfAnyExcept(" \t\r\n"u8) + 1 - start);
    }

    private void NoteSpace(scoped in AttributeItem attribute)
    {
        if (!_options.TrimTextNodes || attribute.Name.NamespaceId != XmlNames.XmlNamespace || !attribute.Name.Local.SequenceEqual("space"u8))
        {
            return;
        }

        var value = attribute.Value;
        var preserves = value.SequenceEqual("preserve"u8) || (_preservesSpace && !value.SequenceEqual("default"u8));
        if (preserves != _preservesSpace)
        {
            _spaceChanges.Push((_depth, _preservesSpace));
            _preservesSpace = preserves;
        }
    }

    private void LeaveSpace()
    {
        if (_spaceChanges.TryPeek(out var change) && change.Depth == _depth)
        {
            _preservesSpace = _spaceChanges.Pop().Preserved;
        }
    }

    private void Hold(scoped in XmlName name, scoped AttributeList attributes, bool isXPath)
    {
        _isHolding = true;
        _isXPath = isXPath;
        _heldName = name;
        var table = (attributes.Count > 0 ? attributes[0].Name : name).Table!;
        if (_heldAttributes is null || !ReferenceEquals(_heldAttributes.Names, table))
        {
            _heldAttributes = new AttributeBuffer(table);
        }

        _heldAttributes.Clear();
        foreach (var attribute in attributes)
        {
            _heldAttributes.Add(attribute.Name, attribute.Value, attribute.IsSpecified, attribute.Type);
        }
    }

    private void WriteHeld()
    {
        _heldPart = (0, 0);
        WriteStartTag(in _heldName, _heldAttributes!.List);
        WriteWithPrefixes<TextEscapeRules>(_heldText.WrittenSpan.Slice(_heldPart.Start, _heldPart.Length), CollectionsMarshal.AsSpan(_heldReferences));
        _heldText.ResetWrittenCount();
        _heldReferences.Clear();
        _isHolding = false;
    }

    // The namespaces that the text of the tag at hand uses.
    private void UseHeldNames()
    {
        if (!_isHolding)
        {
            return;
        }

        _heldPart = Trims ? Trim(_heldText.WrittenSpan) : (0, _heldText.WrittenSpan.Length);
        var text = _heldText.WrittenSpan.Slice(_heldPart.Start, _heldPart.Length);
        if (!_isXPath)
        {
            if (FindQName(text) is { } reference)
            {
                _heldReferences.Add(reference);
            }

            return;
        }

        foreach (var range in new XPathPrefixes(text))
        {
            var (start, length) = range.GetOffsetAndLength(text.Length);
            _heldReferences.Add(new PrefixReference(start, length, UsePrefix(text[range], text)));
        }
    }

    // Namespaces in XML 1.0 §4 [7] QName, with white space around it; one without a prefix is in the default namespace.
    private PrefixReference? FindQName(scoped ReadOnlySpan<byte> text)
    {
        var (start, length) = Trim(text);
        var name = text.Slice(start, length);
        var colon = name.IndexOf((byte)':');
        if (!NameCharacters.IsName(name) || !NameCharacters.IsQName(name))
        {
            return null;
        }

        if (colon >= 0)
        {
            return new PrefixReference(start, colon, UsePrefix(name[..colon], name));
        }

        if (_namespaces.BoundTo(XmlNames.EmptyName) == XmlNames.NoNamespace)
        {
            return null;
        }

        Use(XmlNames.EmptyName);
        return new PrefixReference(start, 0, XmlNames.EmptyName);
    }

    private int UsePrefix(scoped ReadOnlySpan<byte> prefix, scoped ReadOnlySpan<byte> text)
    {
        var number = _namespaces.PrefixNumber(prefix);
        if (_namespaces.BoundTo(number) == CanonicalNamespaces.Unbound)
        {
            Fail(CanonicalizationErrorCode.UndeclaredPrefix, $"The prefix '{Text(prefix)}' in '{Text(text)}' is not declared here.");
        }

        Use(number);
        return number;
    }

    // Prefixes are replaced when they are rewritten; otherwise text stays what it is.
    private void WriteWithPrefixes<TRules>(scoped ReadOnlySpan<byte> text, scoped ReadOnlySpan<PrefixReference> references)
        where TRules : struct, IEscapeRules
    {
        var done = 0;
        if (_rewriting is not null)
        {
            foreach (var (start, length, prefix) in references)
            {
                Escape<TRules>(text[done..start]);
                _rewriting.WritePrefix(_namespaces.BoundTo(prefix), ref _output);
                done = start + length;
                if (length == 0)
                {
                    _output.Write((byte)':');
                }
            }
        }

        Escape<TRules>(text[done..]);
    }
}
