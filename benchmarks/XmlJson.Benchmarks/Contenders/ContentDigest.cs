using System.Globalization;
using System.Text;

namespace XmlJson.Benchmarks;

/// <summary>The thorough count: every name with its namespace, every attribute and every character of text, in UTF-8 or in strings, in one piece or in many.</summary>
/// <remarks>The order of attributes does not count: XML gives it no meaning (XML 1.0 §3.1), and the XPath data model keeps none for namespace declarations.</remarks>
internal sealed class ContentDigest
{
    private const byte StartMark = 1;
    private const byte EndMark = 2;
    private const byte TextMark = 3;
    private const byte CommentMark = 4;
    private const byte InstructionMark = 5;
    private const byte Separator = 0;

    private Hash64 _hash = new();
    private ulong _attributes;
    private bool _inTag;
    private bool _inText;
    private Tally _utf8;
    private Tally _utf16;
    private long _comments;
    private long _instructions;
    private long _visibleText;

    /// <summary>What someone who sees UTF-8 has to tally.</summary>
    public Tally Utf8 => _utf8;

    /// <summary>What someone who sees strings has to tally.</summary>
    public Tally Utf16 => _utf16;

    /// <summary>What was counted so far.</summary>
    public Answer Answer
    {
        get
        {
            var hash = _hash;
            var counts = string.Create(
                CultureInfo.InvariantCulture,
                $"elements {_utf8.Elements}, attributes {_utf8.Attributes}, name bytes {_utf8.NameUnits}, value bytes {_utf8.ValueUnits}, text bytes {_utf8.TextUnits}");
            if (_comments + _instructions > 0)
            {
                counts += string.Create(CultureInfo.InvariantCulture, $", comments {_comments}, processing instructions {_instructions}");
            }

            return new Answer(counts, hash.Value);
        }
    }

    /// <summary>The counts that a conversion leaves as they are even where it changes the order, splits text, or drops white space.</summary>
    public string VisibleCounts => string.Create(
        CultureInfo.InvariantCulture,
        $"elements {_utf8.Elements}, attributes {_utf8.Attributes}, name bytes {_utf8.NameUnits}, value bytes {_utf8.ValueUnits}, text bytes without white space {_visibleText}");

    public void StartElement(ReadOnlySpan<byte> namespaceUri, ReadOnlySpan<byte> localName)
    {
        Mark(StartMark);
        _inTag = true;
        _hash.Add(namespaceUri);
        _hash.Add(Separator);
        _hash.Add(localName);
        _utf8.Element(localName);
        _utf16.Element(Encoding.UTF8.GetString(localName));
    }

    public void StartElement(string namespaceUri, string localName) => StartElement(Encoding.UTF8.GetBytes(namespaceUri), Encoding.UTF8.GetBytes(localName));

    public void Attribute(ReadOnlySpan<byte> namespaceUri, ReadOnlySpan<byte> localName, ReadOnlySpan<byte> value)
    {
        var hash = new Hash64();
        hash.Add(namespaceUri);
        hash.Add(Separator);
        hash.Add(localName);
        hash.Add(Separator);
        hash.Add(value);
        _attributes += hash.Value;
        _utf8.Attribute(localName, value);
        _utf16.Attribute(Encoding.UTF8.GetString(localName), Encoding.UTF8.GetString(value));
    }

    public void Attribute(string namespaceUri, string localName, string value) =>
        Attribute(Encoding.UTF8.GetBytes(namespaceUri), Encoding.UTF8.GetBytes(localName), Encoding.UTF8.GetBytes(value));

    public void EndElement() => Mark(EndMark);

    public void Text(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (!_inText)
        {
            Mark(TextMark);
            _inText = true;
        }

        _hash.Add(text);
        _utf8.Text(text);
        _utf16.TextUnits += Encoding.UTF8.GetCharCount(text);
        _visibleText += text.Length - text.Count((byte)' ') - text.Count((byte)'\t') - text.Count((byte)'\r') - text.Count((byte)'\n');
    }

    public void Text(string text) => Text(Encoding.UTF8.GetBytes(text));

    public void Comment(string text)
    {
        Mark(CommentMark);
        _hash.Add(Encoding.UTF8.GetBytes(text));
        _comments++;
    }

    public void ProcessingInstruction(string target, string data)
    {
        Mark(InstructionMark);
        _hash.Add(Encoding.UTF8.GetBytes(target));
        _hash.Add(Separator);
        _hash.Add(Encoding.UTF8.GetBytes(data));
        _instructions++;
    }

    // No mark can stand in XML, so the pieces cannot run into each other.
    private void Mark(byte mark)
    {
        if (_inTag)
        {
            _hash.Add(_attributes);
            _attributes = 0;
            _inTag = false;
        }

        _inText = false;
        _hash.Add(mark);
    }
}
