using System.Text;
using XmlJson.Trees;

namespace XmlJson.Dom;

// Texts, comments, processing instructions, document types. Offsets and counts are in UTF-16 units, as in the DOM and in strings.
public readonly partial struct Node
{
    /// <summary>The text of a text, CDATA section or comment, or the data of a processing instruction.</summary>
    /// <exception cref="InvalidOperationException">The node is none of these.</exception>
    /// <exception cref="ArgumentException">The text set holds what XML does not allow there.</exception>
    public string Data
    {
        get
        {
            RequireData(nameof(Data));
            return NodeValue!;
        }

        set
        {
            RequireData(nameof(Data));
            NodeValue = value;
        }
    }

    /// <summary>The number of UTF-16 units in <see cref="Data"/>.</summary>
    /// <exception cref="InvalidOperationException">The node has no data.</exception>
    public int Length
    {
        get
        {
            RequireData(nameof(Length));
            return Encoding.UTF8.GetCharCount(NodeValueUtf8);
        }
    }

    /// <summary>A processing instruction's target: the name it begins with, as in <c>&lt;?target data?&gt;</c>.</summary>
    /// <exception cref="InvalidOperationException">The node is no processing instruction.</exception>
    public string Target
    {
        get
        {
            Require(NodeType.ProcessingInstruction, nameof(Target));
            return NodeName;
        }
    }

    /// <summary>A document type's public identifier; <see langword="null"/> when it has none.</summary>
    /// <exception cref="InvalidOperationException">The node is no document type.</exception>
    public string? PublicId => StringOf(DocumentTypeOf(nameof(PublicId)).PublicId);

    /// <summary>A document type's system identifier; <see langword="null"/> when it has none. Nothing is ever fetched for it.</summary>
    /// <exception cref="InvalidOperationException">The node is no document type.</exception>
    public string? SystemId => StringOf(DocumentTypeOf(nameof(SystemId)).SystemId);

    /// <summary>What stands between <c>[</c> and <c>]</c> in a document type declaration, as written; <see langword="null"/> when there are none.</summary>
    /// <exception cref="InvalidOperationException">The node is no document type.</exception>
    public string? InternalSubset => StringOf(DocumentTypeOf(nameof(InternalSubset)).InternalSubset);

    /// <summary>Whether a text is white space in element content (XML 1.0 §2.10), which only a document type declaration can tell.</summary>
    /// <exception cref="InvalidOperationException">The node is no text.</exception>
    public bool IsElementContentWhitespace
    {
        get
        {
            RequireText(nameof(IsElementContentWhitespace));
            return Row.Kind == NodeKind.WhiteSpace;
        }
    }

    /// <summary>The text of this node together with the texts and CDATA sections directly before and after it.</summary>
    /// <exception cref="InvalidOperationException">The node is no text.</exception>
    public string WholeText
    {
        get
        {
            RequireText(nameof(WholeText));
            var node = this;
            while (node.PreviousSibling is { IsText: true } previous)
            {
                node = previous;
            }

            var text = new StringBuilder(node.NodeValue);
            while (node.NextSibling is { IsText: true } next)
            {
                node = next;
                text.Append(node.NodeValue);
            }

            return text.ToString();
        }
    }

    /// <summary>Replaces <see cref="WholeText"/>: this node gets the text, and the texts and CDATA sections directly before and after it are removed (DOM Level 3 Core).</summary>
    /// <remarks>A reference to an entity that was not expanded ends the run: there may be elements in it.</remarks>
    /// <param name="content">The text; <see langword="null"/> or empty to remove this node, too, from its parent.</param>
    /// <returns>This node; <see langword="null"/> when it was removed, or would have been.</returns>
    /// <exception cref="InvalidOperationException">The node is no text.</exception>
    /// <exception cref="ArgumentException">The content holds what XML does not allow there. Nothing is changed then.</exception>
    public Node? ReplaceWholeText(string? content)
    {
        RequireText(nameof(ReplaceWholeText));
        var isRemoved = string.IsNullOrEmpty(content);
        if (!isRemoved)
        {
            Data = content!;
        }

        if (ParentNode is not { } parent)
        {
            return isRemoved ? null : this;
        }

        while (PreviousSibling is { IsText: true } previous)
        {
            parent.RemoveChild(previous);
        }

        while (NextSibling is { IsText: true } next)
        {
            parent.RemoveChild(next);
        }

        if (isRemoved)
        {
            parent.RemoveChild(this);
        }

        return isRemoved ? null : this;
    }

    private bool IsText => !IsAttribute && Row.IsText;

    /// <summary>A part of <see cref="Data"/>.</summary>
    /// <param name="offset">Where it begins.</param>
    /// <param name="count">How long it is; less when the data ends before.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset is not in the data, or the count is negative.</exception>
    public string SubstringData(int offset, int count)
    {
        var data = Data;
        count = CheckRange(data, offset, count);
        return data.Substring(offset, count);
    }

    /// <summary>Adds to the end of <see cref="Data"/>.</summary>
    /// <param name="data">What to add.</param>
    /// <exception cref="ArgumentException">It holds what XML does not allow there.</exception>
    /// <exception cref="InvalidOperationException">The node is no text, CDATA section, comment or processing instruction.</exception>
    public void AppendData(string data)
    {
        RequireData(nameof(AppendData));
        OwnerDocument.AppendData(_row, data);
    }

    /// <summary>Adds to <see cref="Data"/>.</summary>
    /// <param name="offset">Where.</param>
    /// <param name="data">What to add.</param>
    /// <exception cref="ArgumentException">The offset is not in the data; or the result holds what XML does not allow there.</exception>
    public void InsertData(int offset, string data) => ReplaceData(offset, 0, data);

    /// <summary>Removes a part of <see cref="Data"/>.</summary>
    /// <param name="offset">Where it begins.</param>
    /// <param name="count">How long it is; less when the data ends before.</param>
    /// <exception cref="ArgumentException">The offset is not in the data, or the count is negative; or half a surrogate pair would remain.</exception>
    public void DeleteData(int offset, int count) => ReplaceData(offset, count, "");

    /// <summary>Replaces a part of <see cref="Data"/>.</summary>
    /// <param name="offset">Where it begins.</param>
    /// <param name="count">How long it is; less when the data ends before.</param>
    /// <param name="data">What to put there.</param>
    /// <exception cref="ArgumentException">The offset is not in the data, or the count is negative; or the result holds what XML does not allow there.</exception>
    public void ReplaceData(int offset, int count, string data)
    {
        var old = Data;
        count = CheckRange(old, offset, count);
        Data = string.Concat(old.AsSpan(0, offset), data, old.AsSpan(offset + count));
    }

    /// <summary>Splits a text or CDATA section in two.</summary>
    /// <param name="offset">Where; not between the halves of a surrogate pair.</param>
    /// <returns>The second part, which is the next sibling now if the text has a parent.</returns>
    /// <exception cref="InvalidOperationException">The node is no text.</exception>
    /// <exception cref="ArgumentException">The offset is not in the data, or splits a surrogate pair.</exception>
    public Node SplitText(int offset)
    {
        RequireText(nameof(SplitText));
        var data = Data;
        CheckRange(data, offset, 0);
        if (offset > 0 && offset < data.Length && char.IsSurrogatePair(data[offset - 1], data[offset]))
        {
            throw new ArgumentException("The offset lies between the halves of a surrogate pair.", nameof(offset));
        }

        return new Node(OwnerDocument, OwnerDocument.Split(_row, Encoding.UTF8.GetByteCount(data.AsSpan(0, offset))));
    }

    private static int CheckRange(string data, int offset, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, data.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Math.Min(count, data.Length - offset);
    }

    private static string? StringOf(byte[]? text) => text is null ? null : Encoding.UTF8.GetString(text);

    private DocumentTypeRecord DocumentTypeOf(string member)
    {
        Require(NodeType.DocumentType, member);
        return OwnerDocument.DocumentTypeOf(_row);
    }

    private void RequireText(string member)
    {
        if (!IsText)
        {
            throw new InvalidOperationException($"{member} belongs to texts and CDATA sections; this one is {this}.");
        }
    }

    private void RequireData(string member)
    {
        if (!HasData)
        {
            throw new InvalidOperationException($"{member} belongs to texts, CDATA sections, comments and processing instructions; this one is {this}.");
        }
    }
}
