using System.Buffers;
using System.Text;
using System.Text.Unicode;
using XmlJson.Text;

namespace XmlJson;

public sealed partial class Utf8XmlWriter
{
    private const string HalfPair = "The value holds half of a surrogate pair.";

    private TagByHand? _tagByHand;
    private ArrayBufferWriter<byte>? _scratch;

    /// <summary>Starts an element by hand; its attributes follow by <see cref="WriteAttribute"/>.</summary>
    /// <param name="qualifiedName">The name, with its prefix if it has one.</param>
    /// <param name="namespaceUri">The name's namespace, declared in this tag when it is not yet; <see langword="null"/> for the one that the prefix is bound to here.</param>
    /// <exception cref="ArgumentException">The name is no qualified XML name.</exception>
    /// <exception cref="InvalidOperationException">An element may not start here.</exception>
    public void WriteStartElement(string qualifiedName, string? namespaceUri = null)
    {
        EnterElement();
        _tagByHand ??= new TagByHand();
        _tagByHand.Begin(qualifiedName, namespaceUri);
        _state = State.TagByHand;
    }

    /// <summary>Adds an attribute to the element just started by hand. Namespaces are declared by attributes too: <c>xmlns</c> and <c>xmlns:…</c>.</summary>
    /// <param name="qualifiedName">The name, with its prefix if it has one.</param>
    /// <param name="value">The value, not escaped.</param>
    /// <param name="namespaceUri">The name's namespace, declared in this tag when it is not yet; <see langword="null"/> for the one that the prefix is bound to here.</param>
    /// <exception cref="ArgumentException">The name is no qualified XML name, or the value holds half of a surrogate pair.</exception>
    /// <exception cref="InvalidOperationException">The start tag is written already, or was not started by hand.</exception>
    public void WriteAttribute(string qualifiedName, ReadOnlySpan<char> value, string? namespaceUri = null)
    {
        if (_state != State.TagByHand)
        {
            Refuse("An attribute follows a start tag that was begun by hand, or another attribute of it.");
        }

        if (!_tagByHand!.TryAdd(qualifiedName, value, namespaceUri))
        {
            Deny(HalfPair, nameof(value));
        }
    }

    /// <summary>Ends the innermost open element, as <c>&lt;a/&gt;</c> when nothing came in it, unless <see cref="Utf8XmlWriterOptions"/> say otherwise.</summary>
    /// <exception cref="InvalidOperationException">No element is open, or a CDATA section is.</exception>
    public void WriteEndElement()
    {
        EnterContent();
        EndElement(_depth > 0 ? _open[_depth - 1].Name : default);
    }

    /// <summary>Writes an element that holds text alone.</summary>
    /// <param name="qualifiedName">The name, with its prefix if it has one.</param>
    /// <param name="text">The text, not escaped; when empty, so is the element.</param>
    /// <param name="namespaceUri">As for <see cref="WriteStartElement"/>.</param>
    /// <exception cref="ArgumentException">The name is no qualified XML name, or the text holds what XML cannot.</exception>
    /// <exception cref="InvalidOperationException">An element may not start here.</exception>
    public void WriteElement(string qualifiedName, ReadOnlySpan<char> text, string? namespaceUri = null)
    {
        WriteStartElement(qualifiedName, namespaceUri);
        WriteText(text);
        WriteEndElement();
    }

    /// <summary>Writes text into the open element, with references for the characters that markup has.</summary>
    /// <param name="text">The text, not escaped.</param>
    /// <exception cref="ArgumentException">The text holds half of a surrogate pair, or a character that XML does not allow.</exception>
    /// <exception cref="InvalidOperationException">No element is open, or a CDATA section is.</exception>
    public void WriteText(ReadOnlySpan<char> text) => WriteCharacters(text, TextKind.Text);

    /// <summary>Writes a CDATA section; more than one when the text cannot stand in one.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentException">The text holds half of a surrogate pair, or a character that XML does not allow.</exception>
    /// <exception cref="InvalidOperationException">No element is open, or a CDATA section is.</exception>
    public void WriteCData(ReadOnlySpan<char> text)
    {
        StartCData();
        WriteCharacters(text, TextKind.CData);
        EndCData();
    }

    /// <summary>Writes a comment, in the open element or beside the root element.</summary>
    /// <inheritdoc cref="Comment" path="/param|/exception"/>
    public void WriteComment(ReadOnlySpan<char> text)
    {
        Comment(ToUtf8(text));
    }

    /// <summary>Writes a processing instruction, in the open element or beside the root element.</summary>
    /// <inheritdoc cref="ProcessingInstruction" path="/param|/exception"/>
    public void WriteProcessingInstruction(string target, ReadOnlySpan<char> data)
    {
        ArgumentNullException.ThrowIfNull(target);
        ProcessingInstruction(Encoding.UTF8.GetBytes(target), ToUtf8(data));
    }

    private ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<char> text)
    {
        _scratch ??= new ArrayBufferWriter<byte>();
        _scratch.ResetWrittenCount();
        Demand(Utf16Text.TryAppend(text, _scratch) ? null : HalfPair, nameof(text));
        return _scratch.WrittenSpan;
    }

    private void WriteCharacters(ReadOnlySpan<char> text, TextKind kind)
    {
        Span<byte> piece = stackalloc byte[1536];
        while (!text.IsEmpty)
        {
            var status = Utf8.FromUtf16(text, piece, out var read, out var written, replaceInvalidSequences: false);
            Demand(status == OperationStatus.InvalidData ? HalfPair : null, nameof(text));
            Characters(piece[..written], kind);
            text = text[read..];
        }
    }

    private void FinishTagByHand()
    {
        if (_state != State.TagByHand)
        {
            return;
        }

        _state = _depth == 0 ? State.Prolog : State.Content;
        if (!_tagByHand!.Resolve(_namespaces, out var name, out var fault))
        {
            Refuse(fault);
        }

        StartElement(in name, _tagByHand.Attributes);
    }
}
