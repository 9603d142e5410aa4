using XmlJson.Text;

namespace XmlJson;

/// <summary>Holds back white space between tags until it is known whether it is all the text there is.</summary>
internal sealed class WhiteSpaceRun
{
    /// <summary>White space longer than this passes: nobody indents with so much, and memory stays small.</summary>
    public const int Limit = 64 * 1024;

    // Where xml:space changed, with what it was before.
    private readonly Stack<(int Depth, bool Preserved)> _changes = new();
    private byte[] _held = [];
    private int _count;
    private int _depth;
    private bool _preserved;

    // Whether the run has something that is no white space.
    private bool _isText;

    // Whether nothing but text has come since the open element's start tag.
    private bool _isChildless;

    public void Reset()
    {
        _changes.Clear();
        _depth = _count = 0;
        _preserved = _isText = _isChildless = false;
    }

    public void StartElement(scoped AttributeList attributes)
    {
        Markup();
        _isChildless = true;
        _depth++;
        if (attributes.Count > 0 && attributes.TryGet("xml:space"u8, out var space))
        {
            var preserved = space.Value.SequenceEqual("preserve"u8) || (_preserved && !space.Value.SequenceEqual("default"u8));
            _changes.Push((_depth, _preserved));
            _preserved = preserved;
        }
    }

    /// <summary>What was held back, when the element has no children: then it is text.</summary>
    public ReadOnlySpan<byte> EndElement()
    {
        var held = _isChildless ? _held.AsSpan(0, _count) : [];
        Markup();
        if (_changes.TryPeek(out var change) && change.Depth == _depth)
        {
            _preserved = _changes.Pop().Preserved;
        }

        _depth--;
        return held;
    }

    /// <summary>A tag, comment or processing instruction: a run ends, another begins.</summary>
    public void Markup()
    {
        _count = 0;
        _isText = _isChildless = false;
    }

    /// <summary>Holds back a piece of text, if it may have to be left out.</summary>
    public bool TryHold(scoped ReadOnlySpan<byte> text)
    {
        if (_isText || _preserved || !Characters.IsWhiteSpace(text) || text.Length > Limit - _count)
        {
            return false;
        }

        if (_held.Length - _count < text.Length)
        {
            Array.Resize(ref _held, Math.Min(Limit, Math.Max(_count + text.Length, Math.Max(256, _held.Length * 2))));
        }

        text.CopyTo(_held.AsSpan(_count));
        _count += text.Length;
        return true;
    }

    /// <summary>The run has text: takes out what was held back of it.</summary>
    public ReadOnlySpan<byte> TakeForText()
    {
        var held = _held.AsSpan(0, _count);
        _count = 0;
        _isText = true;
        return held;
    }
}
