using System.Text;
using XmlJson.Text;

namespace XmlJson;

/// <summary>The binding declaration of an entity (XML 1.0 §4.2), and its replacement text once that is known.</summary>
internal sealed class EntityDeclaration(byte[] name, bool isParameter)
{
    private byte[] _text = [];
    private int _textStart;
    private int _textEnd;
    private byte[]? _padded;
    private bool? _isPlain;

    /// <summary>The name, without <c>%</c>.</summary>
    public byte[] Name { get; } = name;

    public bool IsParameter { get; } = isParameter;

    /// <summary>The public identifier with its white space normalized, or <see langword="null"/>.</summary>
    public byte[]? PublicId { get; init; }

    /// <summary>The system identifier as written; <see langword="null"/> for an internal entity.</summary>
    public byte[]? SystemId { get; init; }

    /// <summary>The URI of the entity that holds the declaration: what <see cref="SystemId"/> is relative to.</summary>
    public string? BaseUri { get; init; }

    /// <summary>The notation of an unparsed entity, or <see langword="null"/>.</summary>
    public byte[]? Notation { get; init; }

    /// <summary>Whether the declaration stands in the internal subset itself, not in a parameter entity nor in the external subset (§4.1, WFC: Entity Declared).</summary>
    public bool IsDeclaredInDocument { get; init; }

    /// <summary>Whether this is no entity of the document's but its external subset, which is read like one.</summary>
    public bool IsExternalSubset { get; init; }

    public bool IsExternal => SystemId is not null;

    public bool IsUnparsed => Notation is not null;

    /// <summary>Whether <see cref="Text"/> is known: always for internal entities, after loading for external ones.</summary>
    public bool HasText { get; private set; }

    /// <summary>
    /// The replacement text (§4.5) in valid UTF-8, line ends normalized and the text declaration taken off: a carriage return in it came from a character reference and is to stay.
    /// </summary>
    public ReadOnlyMemory<byte> Text => _text.AsMemory(_textStart, _textEnd - _textStart);

    /// <summary>The absolute URI that an external entity's text was loaded from, or <see langword="null"/>.</summary>
    public string? Uri { get; private set; }

    /// <summary>Whether the entity is external and was not, or could not be, read; it is not tried again.</summary>
    public bool IsSkipped { get; set; }

    /// <summary>Whether the entity is being expanded now: another reference to it is a recursion (§4.1). Kept by whoever expands it.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The name as people write it: with <c>%</c> when it is a parameter entity.</summary>
    public string DisplayName => (IsParameter && !IsExternalSubset ? "%" : "") + Encoding.UTF8.GetString(Name);

    public void SetText(byte[] text) => SetText(text, 0, text.Length, null);

    /// <summary>Gives the entity its text; what precedes <paramref name="start"/> counts for positions only.</summary>
    public void SetText(byte[] text, int start, int end, string? uri)
    {
        _text = text;
        _textStart = start;
        _textEnd = end;
        Uri = uri;
        HasText = true;
        _isPlain = null;
    }

    /// <summary>Whether the replacement text is known, short, and nothing but characters that stand for themselves, of which the first is no white space.</summary>
    public bool IsPlain => HasText && (_isPlain ??= IsPlainText(Text.Span));

    /// <summary>The replacement text with <see cref="MarkedBytes.Padding"/> bytes behind it, for the parser to read; made once.</summary>
    public byte[] PaddedText => _padded ??= Pad(Text.Span);

    internal byte[] Bytes => _text;

    internal int Start => _textStart;

    internal int End => _textEnd;

    /// <summary>Whether the replacement text is a character reference to a character, or, when that is enough, the character itself (§4.6).</summary>
    public bool StandsFor(char character, bool mayBeLiteral)
    {
        var text = Text.Span;
        if (mayBeLiteral && text.Length == 1 && text[0] == character)
        {
            return true;
        }

        return text.Length > 3 && text[0] == '&' && text[1] == '#' && text[^1] == ';'
            && Reference.Resolve(text[1..^1], out var resolved) == ReferenceKind.Character && resolved.Value == character;
    }

    private static bool IsPlainText(ReadOnlySpan<byte> text)
    {
        const int Short = 1024;
        return text.Length is > 0 and <= Short && !Characters.IsWhiteSpace(text[0]) && !text.ContainsAny("<&]\r"u8);
    }

    private static byte[] Pad(ReadOnlySpan<byte> text)
    {
        var padded = new byte[text.Length + MarkedBytes.Padding];
        text.CopyTo(padded);
        return padded;
    }
}
